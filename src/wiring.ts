import type { OpenLibrary } from './http/library.ts';
import type { Settings } from './settings.ts';

/** What the programs of the project share: the published library, opened with the adapters the settings ask for. */
export interface Wiring {
  readonly openLibrary: OpenLibrary;
  readonly close: () => Promise<void>;
}

/** Connects the ports to the adapters of one machine. */
export function wire(_settings: Settings): Wiring {
  return { openLibrary: async () => null, close: async () => {} };
}
