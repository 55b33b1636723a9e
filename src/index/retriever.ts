import type { Embedder } from '../model/embedder.ts';
import type { IndexEntry } from './entry.ts';
import { type FusionWeights, fuse } from './fusion.ts';
import type { Hit, LexicalIndex, PublishedIndex, VectorIndex, WeightedTerm } from './ports.ts';

/** A question as retrieval needs it. */
export interface RetrievalQuery {
  /** For the lexical part. */
  readonly terms: readonly WeightedTerm[];
  /** For the vector part. */
  readonly text: string;
  /** Ordinals that may be returned; null for all. */
  readonly only: ReadonlySet<number> | null;
  readonly k: number;
}

/** An entry that may hold the answer. */
export interface Candidate {
  readonly entry: Pick<IndexEntry, 'id' | 'kind' | 'documentId'>;
  readonly ordinal: number;
  /** Fused score, 0 … 1 when the weights add up to 1. */
  readonly score: number;
  /** What each part gave it, 0 … 1. */
  readonly parts: FusionWeights;
}

/** Finds the entries that may answer a question, best first. */
export type Retrieve = (index: PublishedIndex, query: RetrievalQuery) => Promise<readonly Candidate[]>;

/** From the runs in eval/retrieval/results.md: a larger one gained on headings and lost on statutes. */
export const FUSION_WEIGHTS: FusionWeights = { lexical: 0.65, vector: 0.35 };

/** Below this many hits of each part the best of the fused ones may be missed. */
const LEAST_DEPTH = 50;

/**
 * Retrieval with weighted score fusion of BM25 and embeddings.
 *
 * @example const retrieve = retriever(embedder); await retrieve(index, { terms, text, only: null, k: 20 });
 */
export function retriever(embedder: Embedder, weights: FusionWeights = FUSION_WEIGHTS): Retrieve {
  return async (index, { terms, text, only, k }) => {
    const options = { k: Math.max(k, LEAST_DEPTH), only };
    const [lexical, vector] = await Promise.all([
      index.lexical.search(terms, options),
      weights.vector === 0 ? null : embedder.embedQuery(text).then((values) => new Float32Array(values)),
    ]);
    const similar = vector === null ? [] : await index.vectors.search(vector, options);
    const parts = {
      lexical: [...lexical, ...(await lexicalScores(index.lexical, terms, missingFrom(lexical, similar)))],
      vector: [...similar, ...(await similarities(index.vectors, vector, missingFrom(similar, lexical)))],
    };
    return fuse(parts, weights)
      .slice(0, k)
      .flatMap((hit) => {
        const entry = index.entries[hit.ordinal];
        return entry === undefined ? [] : [{ ...hit, entry }];
      });
  };
}

/** What only the other part found: its score from this part is worked out too, lest it pass for 0. */
function missingFrom(hits: readonly Hit[], others: readonly Hit[]): ReadonlySet<number> {
  const known = new Set(hits.map(({ ordinal }) => ordinal));
  return new Set(others.map(({ ordinal }) => ordinal).filter((ordinal) => !known.has(ordinal)));
}

async function lexicalScores(
  index: LexicalIndex,
  terms: readonly WeightedTerm[],
  only: ReadonlySet<number>,
): Promise<readonly Hit[]> {
  return only.size === 0 ? [] : index.search(terms, { k: only.size, only });
}

async function similarities(
  index: VectorIndex,
  vector: Float32Array | null,
  only: ReadonlySet<number>,
): Promise<readonly Hit[]> {
  return vector === null || only.size === 0 ? [] : index.search(vector, { k: only.size, only });
}
