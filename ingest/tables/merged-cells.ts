import type { TableCell } from '../block.ts';
import { ORDINAL } from '../normalise/table-rows.ts';

const EMPTY: TableCell = { text: '', span: null };

/**
 * A row as wide as its table. A conversion leaves merged cells out, so a short row is set where its cells most likely
 * stand: a row that opens with an ordinal from the left (merged cells are missing on its right), any other from the
 * right (they are missing on its left). What a cell merged downwards says is carried into the rows it covers; the last
 * cell of a row merged across the parts of its column ("Định mức – Đô thị", "Định mức – Còn lại") is that of each part.
 */
export function alignRow(cells: readonly TableCell[], { columns, width, above }: Surroundings): TableCell[] {
  const missing = width - cells.length;
  if (missing <= 0) return cells.slice(0, width);
  const printed = cells.filter((cell) => cell.span !== null);
  if (printed.length <= 1) return padRight(groupFirst(cells), width);
  if (ORDINAL.test(cells[0]?.text ?? '')) return [...cells, ...mergedRight(cells, { columns, width, above })];
  if (/^tổng|^cộng/iu.test(cells[0]?.text ?? '')) return [...new Array<TableCell>(missing).fill(EMPTY), ...cells];
  return [...carried(above, 0, missing), ...cells];
}

/** The table round a row. */
interface Surroundings {
  readonly columns: readonly string[];
  readonly width: number;
  readonly above: readonly TableCell[] | null;
}

/** A figure is merged across what it holds for, never downwards: the row below would have a figure of its own. */
function mergedRight(cells: readonly TableCell[], { columns, width, above }: Surroundings): TableCell[] {
  const last = cells.length - 1;
  const whole = wholeOf(columns[last] ?? '');
  return carried(above, cells.length, width).map((cell, i) => {
    if (whole !== null && whole === wholeOf(columns[cells.length + i] ?? ''))
      return { text: cells[last]?.text ?? '', span: null };
    return FIGURE.test(cell.text) ? EMPTY : cell;
  });
}

/** The name over the parts of a divided column. */
function wholeOf(column: string): string | null {
  const end = column.lastIndexOf(' – ');
  return end === -1 ? null : column.slice(0, end);
}

const FIGURE = /^[<>≥≤=~\s]*\d[\d.,]*\s*%?$/u;

function groupFirst(cells: readonly TableCell[]): readonly TableCell[] {
  const printed = cells.filter((cell) => cell.span !== null);
  return [...printed, ...cells.filter((cell) => cell.span === null)];
}

function padRight(cells: readonly TableCell[], width: number): TableCell[] {
  return [...cells, ...new Array<TableCell>(Math.max(0, width - cells.length)).fill(EMPTY)];
}

function carried(above: readonly TableCell[] | null, from: number, to: number): TableCell[] {
  return Array.from({ length: to - from }, (_, i) => ({ text: above?.[from + i]?.text ?? '', span: null }));
}
