import type { TableCell } from '../block.ts';
import { ORDINAL } from '../normalise/table-rows.ts';

const EMPTY: TableCell = { text: '', span: null };

/**
 * A row as wide as its table. A conversion leaves merged cells out, so a short row is set where its cells most likely
 * stand: a row that opens with an ordinal from the left (merged cells are missing on its right), any other from the
 * right (they are missing on its left). What a cell merged downwards says is carried into the rows it covers.
 */
export function alignRow(
  cells: readonly TableCell[],
  { width, above }: { readonly width: number; readonly above: readonly TableCell[] | null },
): TableCell[] {
  const missing = width - cells.length;
  if (missing <= 0) return cells.slice(0, width);
  const printed = cells.filter((cell) => cell.span !== null);
  if (printed.length <= 1) return padRight(groupFirst(cells), width);
  if (ORDINAL.test(cells[0]?.text ?? '')) return [...cells, ...carried(above, cells.length, width)];
  if (/^tổng|^cộng/iu.test(cells[0]?.text ?? '')) return [...new Array<TableCell>(missing).fill(EMPTY), ...cells];
  return [...carried(above, 0, missing), ...cells];
}

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
