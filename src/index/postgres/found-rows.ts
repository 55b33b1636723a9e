import type { SqlValue } from '../../store/postgres/sql.ts';
import { integerOf, type Row, textOf } from '../../store/row.ts';
import type { EntryKind } from '../entry.ts';
import type { SearchOptions } from '../ports.ts';
import { type EntryScope, type OpenedEntries, scopeOf } from './entry-scope.ts';

/** Puts a value among the parameters of a statement and returns how SQL names it. */
export type Bind = (value: SqlValue) => string;

/** How the rows of a search are found. */
export interface RowPlan {
  /** What is selected of them beside the columns that say which entry it is. */
  readonly columns: readonly string[];
  /** Narrows them, by an index. */
  readonly condition?: string;
  /** Null where all rows in scope are wanted. */
  readonly order: string | null;
}

/** A row of an entry that the generation holds. */
export interface FoundRow {
  readonly ordinal: number;
  readonly row: Row;
}

export interface FindOptions extends SearchOptions {
  /** Rows to read: more than `k` where their order is not quite that of the hits, or some may not be visible. */
  readonly depth: number;
}

/** The first rows of entries within a filter, as the plan orders them. */
export async function findRows(
  entries: OpenedEntries,
  plan: (scope: EntryScope, bind: Bind) => RowPlan,
  { k, depth, only, signal }: FindOptions,
): Promise<readonly FoundRow[]> {
  const scope = scopeOf(only, entries);
  if (scope === null || k <= 0) return [];
  const read = async (where: readonly string[]) => {
    const parameters = [...scope.parameters];
    const { columns, condition, order } = plan(scope, (value) => `$${parameters.push(value)}`);
    const conditions = [scope.where, ...(condition === undefined ? [] : [condition]), ...where];
    const text = `
      SELECT document, place, id, kind${columns.map((column) => `, ${column}`).join('')}
      FROM entries ${scope.join} WHERE ${conditions.join(' AND ')}
      ${order === null ? '' : `ORDER BY ${order} LIMIT ${depth}`}`;
    const options = { generation: entries.generation, throughIndexes: condition !== undefined, signal };
    const rows = await entries.database.read((sql) => sql.rows(text, parameters), options);
    return { rows, visible: visibleRows(rows, entries) };
  };
  const found = await read([]);
  // Rows of documents in the making, or of the generation before, took the places of visible ones. A filter leaves none.
  const crowded = only === null && found.rows.length === depth && found.visible.length < k;
  return crowded ? (await read([visibleIn(entries.generation)])).visible : found.visible;
}

/** Only entries of documents that the generation holds, in SQL: for where looking at more rows would cost more. */
function visibleIn(generation: number): string {
  return `EXISTS (
    SELECT FROM documents
    WHERE key = entries.document AND since <= ${generation} AND (until IS NULL OR until > ${generation}))`;
}

/** The rows that the generation holds, which are remembered, with their numbers. */
function visibleRows(rows: readonly Row[], { places, met }: OpenedEntries): FoundRow[] {
  const visible: FoundRow[] = [];
  for (const row of rows) {
    const ordinal = places.ordinalOf(integerOf(row, 'document'), integerOf(row, 'place'));
    const place = ordinal === null ? null : places.placeOf(ordinal);
    if (ordinal === null || place === null) continue;
    met.add({ ordinal, entry: { id: textOf(row, 'id'), kind: kindOf(row), documentId: place.document.id } });
    visible.push({ ordinal, row });
  }
  return visible;
}

const KINDS: readonly EntryKind[] = ['passage', 'target', 'assignment', 'entitlement'];

function kindOf(row: Row): EntryKind {
  const kind = KINDS.find((known) => known === row.kind);
  if (kind === undefined) throw new TypeError(`Column kind holds "${row.kind}".`);
  return kind;
}
