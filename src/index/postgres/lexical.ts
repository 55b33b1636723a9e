import type { SqlValue } from '../../store/postgres/sql.ts';
import { integerOf, type Row } from '../../store/row.ts';
import { BM25, fieldFrequency, impact, inverseFrequency } from '../bm25.ts';
import type { Hit, LexicalIndex, SearchOptions, WeightedTerm } from '../ports.ts';
import { type EntryScope, type OpenedEntries, scopeOf, visibleIn, visibleRows } from './entry-rows.ts';
import { SEARCH_INDEXES } from './format.ts';
import type { GenerationTerms } from './statistics.ts';
import { codeOf, countIn, sparse } from './term-counts.ts';

/** Averages over all entries of the generation. */
export interface FieldLengths {
  readonly heading: number;
  readonly body: number;
}

/** A term of the question that the generation knows. */
interface KnownTerm {
  readonly id: number;
  readonly weight: number;
  readonly rarity: number;
  /** Entries that hold it. */
  readonly holding: number;
}

/** For each hit asked for so many candidates are scored: their order is only nearly that of the scores. */
const CANDIDATES_PER_HIT = 4;

/**
 * BM25 in PostgreSQL. The server finds candidates (pg_textsearch's index, or entries with a rare term of the question
 * ordered by a product of sparse vectors), and the scores are worked out here from the stored counts, as the index in
 * memory works them out: both rank alike.
 */
export function postgresLexical(entries: OpenedEntries, terms: GenerationTerms, average: FieldLengths): LexicalIndex {
  const { size } = entries;
  return {
    size,
    documentFrequency: terms.documentFrequency,
    vocabulary: terms.vocabulary,
    search: async (wanted, options) => {
      const known = knownTerms(wanted, terms);
      const scope = options.k <= 0 || known.length === 0 ? null : scopeOf(options.only, entries);
      if (scope === null) return [];
      const rows = await candidates(entries, known, scope, options);
      return rows
        .map(([ordinal, row]) => ({ ordinal, score: scoreOf(row, known, average) }))
        .filter(({ score }) => score > 0)
        .sort(byScore)
        .slice(0, options.k);
    },
  };
}

/** A term that comes twice counts twice. */
function knownTerms(wanted: readonly WeightedTerm[], terms: GenerationTerms): KnownTerm[] {
  const weights = new Map<string, number>();
  for (const { term, weight } of wanted) {
    if (weight > 0 && terms.idOf(term) !== null) weights.set(term, (weights.get(term) ?? 0) + weight);
  }
  return [...weights].map(([term, weight]) => {
    const holding = terms.documentFrequency(term);
    return { id: terms.idOf(term) ?? 0, weight, holding, rarity: inverseFrequency(terms.size, holding) };
  });
}

const COLUMNS = 'document, place, id, kind, heading_length, body_length, counts';

async function candidates(
  entries: OpenedEntries,
  known: readonly KnownTerm[],
  scope: EntryScope,
  { k, only, signal }: SearchOptions,
): Promise<(readonly [number, Row])[]> {
  const depth = k * CANDIDATES_PER_HIT;
  const read = async (where: string) => {
    const { text, parameters } = candidateQuery(entries, known, { ...scope, where }, depth);
    const rows = await entries.database.read((sql) => sql.rows(text, parameters), {
      generation: entries.generation,
      signal,
    });
    return { rows, visible: visibleRows(rows, entries) };
  };
  if (only !== null) return (await read(scope.where)).visible;
  const found = await read(scope.where);
  // Rows of documents in the making, or of the generation before, took the places of visible ones.
  const crowded = found.rows.length === depth && found.visible.length < k;
  return crowded ? (await read(`${scope.where} AND ${visibleIn(entries.generation)}`)).visible : found.visible;
}

interface Query {
  readonly text: string;
  readonly parameters: readonly SqlValue[];
}

function candidateQuery(
  { means, limits }: OpenedEntries,
  known: readonly KnownTerm[],
  { join, where, parameters, entries }: EntryScope,
  depth: number,
): Query {
  const select = `SELECT ${COLUMNS} FROM entries ${join} WHERE ${where}`;
  const next = parameters.length + 1;
  const byProduct = `ORDER BY impacts <#> $${next}::sparsevec LIMIT ${depth}`;
  const product = sparse(known.map(({ id, weight, rarity }) => [id, weight * rarity]));
  if (entries <= Math.min(depth, limits.words)) return { text: select, parameters };
  if (entries <= limits.words || means.candidates === 'all') {
    return { text: `${select} ${byProduct}`, parameters: [...parameters, product] };
  }
  if (means.candidates === 'bm25') {
    return {
      text: `${select} ORDER BY codes <@> to_bm25query($${next}, '${SEARCH_INDEXES.bm25}') LIMIT ${depth}`,
      parameters: [...parameters, known.map(({ id }) => codeOf(id)).join(' ')],
    };
  }
  const rare = rareTerms(known, limits.candidates).map(({ id }) => codeOf(id));
  return {
    text: `${select} AND to_tsvector('simple', codes) @@ $${next + 1}::tsquery ${byProduct}`,
    parameters: [...parameters, product, rare.join(' | ')],
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

/** BM25 of one entry, rounded where the index in memory rounds. */
function scoreOf(row: Row, known: readonly KnownTerm[], average: FieldLengths): number {
  const { counts } = row;
  if (!(counts instanceof Uint8Array)) throw new TypeError('Column counts holds no bytes.');
  const heading = average.heading === 0 ? 0 : integerOf(row, 'heading_length') / average.heading;
  const body = average.body === 0 ? 0 : integerOf(row, 'body_length') / average.body;
  return known.reduce((sum, { id, weight, rarity }) => {
    const count = countIn(counts, id);
    const frequency =
      fieldFrequency(BM25.heading, count.heading, heading) + fieldFrequency(BM25.body, count.body, body);
    return frequency === 0 ? sum : Math.fround(sum + Math.fround(impact(rarity, frequency)) * weight);
  }, 0);
}

function byScore(a: Hit, b: Hit): number {
  return b.score - a.score || a.ordinal - b.ordinal;
}
