import type { IndexEntry } from './entry.ts';

/** An entry by its place in the index (ordinal), with the score one part of the search gave it. */
export interface Hit {
  readonly ordinal: number;
  readonly score: number;
}

/** What a search may return: the entries of some documents, or some entries. */
export type EntryFilter = { readonly documents: readonly string[] } | { readonly ordinals: ReadonlySet<number> };

export interface SearchOptions {
  readonly k: number;
  /** Null for all entries. */
  readonly only: EntryFilter | null;
  /** Gives up a search whose answer nobody waits for any more; an engine in process may go on to its end. */
  readonly signal?: AbortSignal | undefined;
}

export interface WeightedTerm {
  /** Folded syllable or bigram (`ho_ngheo`). */
  readonly term: string;
  /** 1 for a word of the question, less for an expansion. */
  readonly weight: number;
}

/** An entry and its place. */
export interface PlacedEntry {
  readonly ordinal: number;
  readonly entry: Pick<IndexEntry, 'id' | 'kind' | 'documentId'>;
}

/** What every process holds in memory of a generation's terms, whatever searches the entries. */
export interface TermStatistics {
  /** Number of entries that hold the term; 0 for an unknown one. */
  documentFrequency(term: string): number;
  /** Number of entries. */
  readonly size: number;
  /** All single-syllable terms: what typing errors are corrected against. */
  vocabulary(): Iterable<string>;
}

/** BM25 over folded syllables and syllable bigrams. Hits come best first, ties by ordinal. */
export interface LexicalIndex extends TermStatistics {
  search(terms: readonly WeightedTerm[], options: SearchOptions): Promise<readonly Hit[]>;
}

/** Cosine similarity over the entries' embeddings. Hits come best first, ties by ordinal. */
export interface VectorIndex {
  search(vector: Float32Array, options: SearchOptions): Promise<readonly Hit[]>;
  readonly size: number;
  readonly dimensions: number;
}

/** A question as both parts of a search take it. */
export interface SearchedQuestion {
  readonly terms: readonly WeightedTerm[];
  /** Null to search by words alone. */
  readonly vector: Float32Array | null;
}

/** What the parts of a search found, best first: whatever either found has its score in both, lest it pass for 0. */
export interface FoundByParts {
  readonly lexical: readonly Hit[];
  readonly vector: readonly Hit[];
}

/** One published generation, opened for reading. */
export interface PublishedIndex {
  readonly manifest: IndexManifest;
  /** The entries at these ordinals, in their order; those the index does not have are left out. */
  entriesAt(ordinals: readonly number[]): Promise<readonly PlacedEntry[]>;
  readonly lexical: LexicalIndex;
  readonly vectors: VectorIndex;
  /** The k best entries by words and the k best by meaning. */
  search(question: SearchedQuestion, options: SearchOptions): Promise<FoundByParts>;
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
