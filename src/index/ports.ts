import type { IndexEntry } from './entry.ts';

/** An entry by its place in the index (ordinal), with the score one part of the search gave it. */
export interface Hit {
  readonly ordinal: number;
  readonly score: number;
}

export interface SearchOptions {
  readonly k: number;
  /** Ordinals that may be returned; null for all. */
  readonly only: ReadonlySet<number> | null;
}

export interface WeightedTerm {
  /** Folded syllable or bigram (`ho_ngheo`). */
  readonly term: string;
  /** 1 for a word of the question, less for an expansion. */
  readonly weight: number;
}

/** BM25 over folded syllables and syllable bigrams. Hits come best first, ties by ordinal. */
export interface LexicalIndex {
  search(terms: readonly WeightedTerm[], options: SearchOptions): Promise<readonly Hit[]>;
  /** Number of entries that hold the term; 0 for an unknown one. */
  documentFrequency(term: string): number;
  readonly size: number;
  /** All single-syllable terms: what typing errors are corrected against. */
  vocabulary(): Iterable<string>;
}

/** Cosine similarity over the entries' embeddings. Hits come best first, ties by ordinal. */
export interface VectorIndex {
  search(vector: Float32Array, options: SearchOptions): Promise<readonly Hit[]>;
  readonly size: number;
  readonly dimensions: number;
}

/** One published generation, opened for reading. */
export interface PublishedIndex {
  readonly manifest: IndexManifest;
  readonly entries: readonly Pick<IndexEntry, 'id' | 'kind' | 'documentId'>[];
  readonly lexical: LexicalIndex;
  readonly vectors: VectorIndex;
}

/** States what an index was built from; a mismatch stops the start with a sentence. */
export interface IndexManifest {
  readonly format: number;
  /** The store's generation this index belongs to. */
  readonly generation: string;
  readonly embedder: { readonly model: string; readonly dimensions: number };
  readonly entries: number;
  readonly builtAt: string;
}
