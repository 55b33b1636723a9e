import type { RuledTable } from './pdf-tables.ts';
import type { PrintedTable } from './printed-block.ts';
import { expandSpans } from './table-grid.ts';

/** Points by which the column edges of one table may differ from page to page. */
const edgeTolerance = 4;

/**
 * Goes on with a table on the next page. The header is printed once or repeated; a row that the break cut in two is
 * joined; an empty merged cell at the top goes on with the one above. Null when the columns are not the same.
 */
export function continueTable(
  block: PrintedTable,
  before: RuledTable,
  next: RuledTable,
  mark: string,
): PrintedTable | null {
  if (!sameEdges(before.edges, next.edges)) return null;
  const grid = expandSpans(next.cells);
  const header = block.rows.slice(0, block.headerRows);
  const repeated = header.length > 0 && header.every((row, index) => sameRow(row, grid.rows[index]));
  const fresh = repeated ? grid.rows.slice(header.length) : grid.rows;
  const above = block.rows.at(-1) ?? [];
  const reach = mergedDown(before, next, repeated ? header.length : 0);
  const filled = fresh.map((row, index) =>
    row.map((cell, column) => (cell === '' && index < (reach.get(column) ?? 0) ? (above[column] ?? '') : cell)),
  );
  const [first, ...rest] = filled;
  if (first === undefined) return block;
  const rows =
    cutRow(above, fresh[0] ?? first) && block.rows.length > block.headerRows
      ? [...block.rows.slice(0, -1), joinRows(above, fresh[0] ?? first, mark), ...rest]
      : [...block.rows, markRow(first, mark), ...rest];
  return { ...block, rows };
}

function sameEdges(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((edge, index) => Math.abs(edge - (b[index] ?? 0)) <= edgeTolerance);
}

function sameRow(a: readonly string[], b: readonly string[] | undefined): boolean {
  return b !== undefined && a.join('|') === b.join('|');
}

/**
 * For each column, how many rows from the top of the page an empty cell goes on with the merged cell above: it is merged
 * itself, or the one above was.
 */
function mergedDown(before: RuledTable, next: RuledTable, headerRows: number): ReadonlyMap<number, number> {
  const height = before.cells.length;
  const mergedAbove = before.cells.flatMap((row, index) =>
    row.filter((cell) => cell.rows > 1 && index + cell.rows === height).map((cell) => cell.column),
  );
  const top = next.cells[headerRows] ?? [];
  const empty = top.filter((cell) => cell.text === '' && (cell.rows > 1 || mergedAbove.includes(cell.column)));
  return new Map(empty.map((cell) => [cell.column, cell.rows]));
}

/** The rest of a cut row: no first cell, and every other text goes on in lower case under a text. */
function cutRow(above: readonly string[], row: readonly string[]): boolean {
  const texts = row.flatMap((cell, column) => (cell === '' ? [] : [{ cell, column }]));
  if (row[0] !== '' || texts.length === 0) return false;
  return (
    texts.every(({ cell, column }) => /^[\p{Ll}\d(]/u.test(cell) && (above[column] ?? '') !== '') &&
    texts.some(({ cell }) => /^\p{Ll}/u.test(cell))
  );
}

function joinRows(above: readonly string[], row: readonly string[], mark: string): string[] {
  let marked = false;
  return above.map((cell, column) => {
    const rest = row[column] ?? '';
    if (rest === '') return cell;
    const joined = `${cell} ${marked ? '' : mark}${rest}`;
    marked = true;
    return joined;
  });
}

function markRow(row: readonly string[], mark: string): string[] {
  return row.map((cell, column) => (column === 0 ? mark + cell : cell));
}
