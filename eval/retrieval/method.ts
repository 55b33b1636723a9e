import type { RetrievalText } from './beir.ts';

/** Ids of the best texts for a question, best first. */
export type Search = (question: string, k: number) => Promise<readonly string[]>;

/** A way to retrieve: given the texts, it builds what it needs and then searches. */
export interface Method {
  readonly name: string;
  readonly open: (corpus: readonly RetrievalText[]) => Promise<Search>;
}
