import { bestFirst } from '../best-first.ts';
import type { LexicalIndex } from '../ports.ts';
import type { OpenedEntries } from './entry-scope.ts';
import { findRows } from './found-rows.ts';
import type { GenerationTerms } from './statistics.ts';
import { COUNTED, type FieldLengths, knownTerms, rowScorer } from './word-scores.ts';
import { byWords } from './words.ts';

/** For each hit so many candidates are scored: their order is only nearly that of the scores. */
const CANDIDATES_PER_HIT = 2.5;

/** How many candidates are read for so many hits. */
export function candidatesFor(k: number): number {
  return Math.ceil(k * CANDIDATES_PER_HIT);
}

/**
 * BM25 in PostgreSQL. The server finds candidates (pg_textsearch's index, or entries with a rare term of the question
 * ordered by a product of sparse vectors), and the scores are worked out here from the stored counts, as the index in
 * memory works them out: both rank alike.
 */
export function postgresLexical(entries: OpenedEntries, terms: GenerationTerms, average: FieldLengths): LexicalIndex {
  return {
    size: entries.size,
    documentFrequency: terms.documentFrequency,
    vocabulary: terms.vocabulary,
    search: async (wanted, options) => {
      const known = knownTerms(wanted, terms);
      if (known.length === 0) return [];
      const depth = candidatesFor(options.k);
      const rows = await findRows(entries, byWords(entries, { known, depth, columns: () => COUNTED }), {
        ...options,
        depth,
      });
      const scoreOf = rowScorer(known, average);
      return rows
        .map(({ ordinal, row }) => ({ ordinal, score: scoreOf(row) }))
        .filter(({ score }) => score > 0)
        .sort(bestFirst)
        .slice(0, options.k);
    },
  };
}
