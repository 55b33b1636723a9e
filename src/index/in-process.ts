import type { EntryTable } from './entry-table.ts';
import { type OrdinalSet, ordinalRanges } from './ordinals.ts';
import type { EntryFilter, Hit, LexicalIndex, PublishedIndex, VectorIndex, WeightedTerm } from './ports.ts';
import { searchParts } from './search-parts.ts';

/** What a search in this process is told: it knows entries by their ordinals and nothing of documents. */
export interface OrdinalOptions {
  readonly k: number;
  /** Ordinals that may be returned; null for all. */
  readonly only: OrdinalSet | null;
}

/** What a search by words is told besides. */
export interface LexicalOptions extends OrdinalOptions {
  /** Of the ordinals that may be returned, those whose scores are wanted whether or not they are among the best. */
  readonly also?: readonly number[];
}

/** BM25 over entries known by ordinal: the k best, then, best first, those asked for besides that hold a term at all. */
export interface OrdinalLexicalIndex extends Omit<LexicalIndex, 'search'> {
  search(terms: readonly WeightedTerm[], options: LexicalOptions): Promise<readonly Hit[]>;
}

/** Cosine similarity over entries known by ordinal. */
export interface OrdinalVectorIndex extends Omit<VectorIndex, 'search'> {
  search(vector: Float32Array, options: OrdinalOptions): Promise<readonly Hit[]>;
}

/** The parts of one generation in this process's memory. */
export interface InProcessParts {
  readonly manifest: PublishedIndex['manifest'];
  readonly entries: EntryTable;
  readonly lexical: OrdinalLexicalIndex;
  readonly vectors: OrdinalVectorIndex;
}

/** A published index over engines in this process: filters by document become ordinals, once per document and index. */
export function inProcessIndex({ manifest, entries, lexical, vectors }: InProcessParts): PublishedIndex {
  const ordinalsOf = documentOrdinals(entries);
  const allowed = (only: EntryFilter | null): OrdinalSet | null =>
    only === null || 'ordinals' in only ? (only?.ordinals ?? null) : ordinalsOf(only.documents);
  const search = searchParts({ lexical, vectors });
  return {
    lexical: { ...lexical, search: (terms, { k, only }) => lexical.search(terms, { k, only: allowed(only) }) },
    vectors: { ...vectors, search: (vector, { k, only }) => vectors.search(vector, { k, only: allowed(only) }) },
    manifest,
    search: (question, { k, only }) => search(question, { k, only: allowed(only) }),
    entriesAt: async (ordinals) =>
      ordinals.flatMap((ordinal) => {
        const entry = entries.at(ordinal);
        return entry === null ? [] : [{ ordinal, entry }];
      }),
  };
}

/** The ordinals of the entries of some documents; both parts of a search ask for the same list, which is made once. */
function documentOrdinals(entries: EntryTable): (ids: readonly string[]) => OrdinalSet {
  const known = new WeakMap<readonly string[], OrdinalSet>();
  return (ids) => {
    const remembered = known.get(ids);
    if (remembered !== undefined) return remembered;
    const ordinals = ordinalRanges(ids.flatMap(entries.placesOf));
    known.set(ids, ordinals);
    return ordinals;
  };
}
