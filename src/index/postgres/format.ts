/** Raised with every change of what is indexed how in PostgreSQL; a generation of another format is refused. */
export const ENTRIES_FORMAT = 1;

/** Names of the indexes that are made after the first documents are in: made at once they are ten times as fast. */
export const SEARCH_INDEXES = {
  /** BM25 of pg_textsearch over `codes`. */
  bm25: 'entries_by_bm25',
  /** GIN over the same words, where that extension is missing. */
  words: 'entries_by_words',
  /** The graph over the embeddings of one embedder. */
  graph: (embedder: number) => `entries_by_embedding_${embedder}`,
} as const;
