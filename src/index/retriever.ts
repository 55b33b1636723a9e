import type { Embedder } from '../model/embedder.ts';
import { type FusionWeights, fuse } from './fusion.ts';
import type { EntryFilter, PlacedEntry, PublishedIndex, WeightedTerm } from './ports.ts';

/** A question as retrieval needs it. */
export interface RetrievalQuery {
  /** For the lexical part. */
  readonly terms: readonly WeightedTerm[];
  /** For the vector part. */
  readonly text: string;
  /** What may be returned; null for all. */
  readonly only: EntryFilter | null;
  readonly k: number;
  readonly signal?: AbortSignal | undefined;
}

/** An entry that may hold the answer. */
export interface Candidate {
  readonly entry: PlacedEntry['entry'];
  readonly ordinal: number;
  /** Fused score, 0 … 1 when the weights add up to 1. */
  readonly score: number;
  /** What each part gave it, 0 … 1. */
  readonly parts: FusionWeights;
}

/** Finds the entries that may answer a question, best first. */
export type Retrieve = (index: PublishedIndex, query: RetrievalQuery) => Promise<readonly Candidate[]>;

/** From the runs in eval/retrieval/ablations.md: more for the vectors gained on headings and lost on statutes. */
export const FUSION_WEIGHTS: FusionWeights = { lexical: 0.4, vector: 0.6 };

/** Below this many hits of each part the best of the fused ones may be missed. */
const LEAST_DEPTH = 50;

/**
 * Retrieval with weighted score fusion of BM25 and embeddings.
 *
 * @example const retrieve = retriever(embedder); await retrieve(index, { terms, text, only: null, k: 20 });
 */
export function retriever(embedder: Embedder, weights: FusionWeights = FUSION_WEIGHTS): Retrieve {
  return async (index, { terms, text, only, k, signal }) => {
    const vector = weights.vector === 0 ? null : new Float32Array(await embedder.embedQuery(text));
    const found = await index.search({ terms, vector }, { k: Math.max(k, LEAST_DEPTH), only, signal });
    const best = fuse(found, weights).slice(0, k);
    const placed = await index.entriesAt(best.map(({ ordinal }) => ordinal));
    const entries = new Map(placed.map(({ ordinal, entry }) => [ordinal, entry]));
    return best.flatMap((hit) => {
      const entry = entries.get(hit.ordinal);
      return entry === undefined ? [] : [{ ...hit, entry }];
    });
  };
}
