import type { OpenCorpus } from './http/corpus.ts';
import type { Settings } from './settings.ts';

/** What the programs of the project share: the published corpus, opened with the adapters the settings ask for. */
export interface Wiring {
  readonly openCorpus: OpenCorpus;
  readonly close: () => Promise<void>;
}

/** Connects the ports to the adapters of one machine. */
export function wire(_settings: Settings): Wiring {
  return { openCorpus: async () => null, close: async () => {} };
}
