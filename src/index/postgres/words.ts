import type { EntryScope, OpenedEntries } from './entry-scope.ts';
import { SEARCH_INDEXES } from './format.ts';
import type { Bind, RowPlan } from './found-rows.ts';
import { codeOf, sparse } from './term-counts.ts';
import type { KnownTerm } from './word-scores.ts';

export interface WordsOptions {
  readonly known: readonly KnownTerm[];
  /** Where there are no more entries than this all are read. */
  readonly depth: number;
  readonly columns: (bind: Bind) => readonly string[];
}

/** Finds the entries that hold what the question says, about in the order of their scores. */
export function byWords(
  { means, limits }: OpenedEntries,
  { known, depth, columns }: WordsOptions,
): (scope: EntryScope, bind: Bind) => RowPlan {
  return ({ entries }, bind) => {
    const selected = { columns: columns(bind) };
    const product = () =>
      `impacts <#> ${bind(sparse(known.map(({ id, weight, rarity }) => [id, weight * rarity])))}::sparsevec`;
    if (entries <= Math.min(depth, limits.words)) return { ...selected, order: null };
    if (entries <= limits.words || means.candidates === 'all') return { ...selected, order: product() };
    if (means.candidates === 'bm25') {
      const codes = bind(known.map(({ id }) => codeOf(id)).join(' '));
      return { ...selected, order: `codes <@> to_bm25query(${codes}, '${SEARCH_INDEXES.bm25}')` };
    }
    const rare = bind(
      rareTerms(known, limits.candidates)
        .map(({ id }) => codeOf(id))
        .join(' | '),
    );
    return { ...selected, condition: `to_tsvector('simple', codes) @@ ${rare}::tsquery`, order: product() };
  };
}

/** The terms that tell most, as long as not too many entries hold them: what all entries hold tells nothing. */
function rareTerms(known: readonly KnownTerm[], most: number): KnownTerm[] {
  const rare: KnownTerm[] = [];
  let holding = 0;
  for (const term of [...known].sort((a, b) => b.weight * b.rarity - a.weight * a.rarity)) {
    if (rare.length > 0 && holding + term.holding > most) continue;
    rare.push(term);
    holding += term.holding;
  }
  return rare;
}
