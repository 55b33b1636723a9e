import { bestFirst } from '../best-first.ts';
import type { Hit, PublishedIndex } from '../ports.ts';
import type { OpenedEntries } from './entry-scope.ts';
import { findRows } from './found-rows.ts';
import { candidatesFor } from './lexical.ts';
import { byMeaning, rowsFor, similarityOf, similarityTo } from './meaning.ts';
import type { GenerationTerms } from './statistics.ts';
import { COUNTED, type FieldLengths, knownTerms, rowScorer } from './word-scores.ts';
import { byWords } from './words.ts';

/**
 * Both parts of a search at once, in one statement each: what either finds comes with its counts and its similarity, so
 * that no score of the other part is left to be asked for.
 */
export function postgresParts(
  entries: OpenedEntries,
  terms: GenerationTerms,
  average: FieldLengths,
): PublishedIndex['search'] {
  const { dimensions } = entries.embedder;
  return async ({ terms: wanted, vector }, options) => {
    const known = knownTerms(wanted, terms);
    const depth = candidatesFor(options.k);
    const words = byWords(entries, {
      known,
      depth,
      columns: (bind) => (vector === null ? COUNTED : [...COUNTED, similarityTo(vector, dimensions, bind)]),
    });
    const [worded, meant] = await Promise.all([
      known.length === 0 ? [] : findRows(entries, words, { ...options, depth }),
      vector === null
        ? []
        : findRows(entries, byMeaning(entries, { vector, only: options.only, columns: COUNTED }), {
            ...options,
            depth: rowsFor(options),
          }),
    ]);
    const rows = [...new Map([...worded, ...meant].map(({ ordinal, row }) => [ordinal, row]))];
    const scoreOf = rowScorer(known, average);
    const lexical = rows.map(([ordinal, row]) => ({ ordinal, score: scoreOf(row) })).filter(({ score }) => score > 0);
    const similar = vector === null ? [] : rows.map(([ordinal, row]) => ({ ordinal, score: similarityOf(row) }));
    return bestOfEither(lexical.sort(bestFirst), similar.sort(bestFirst), options.k);
  };
}

/** The best k of either list, each in both. */
function bestOfEither(lexical: readonly Hit[], vector: readonly Hit[], k: number) {
  const kept = new Set([...lexical.slice(0, k), ...vector.slice(0, k)].map(({ ordinal }) => ordinal));
  const keep = (hits: readonly Hit[]) => hits.filter(({ ordinal }) => kept.has(ordinal));
  return { lexical: keep(lexical), vector: keep(vector) };
}
