import { type SourceText, spanBetween } from '../../src/document/source-text.ts';
import { coveringSpan } from '../../src/document/span.ts';
import type { TableBlock, TableCell, TableRowBlock } from '../block.ts';
import type { RawTable } from '../normalise/piece.ts';
import { quotableWithOffsets } from '../normalise/text-block.ts';
import { findHeader } from './header.ts';
import { alignRow } from './merged-cells.ts';

const EMPTY: TableCell = { text: '', span: null };

/** A table with its header found, its rows padded, and cells that merges cover filled. Null when nothing is printed. */
export function tableBlockOf(source: SourceText, raw: RawTable): TableBlock | null {
  const printed = raw.rows
    .map((row) => row.map((cell) => cellOf(source, cell)))
    .filter((row) => row.some((cell) => cell.span !== null));
  if (printed.length === 0) return null;
  const header = findHeader(printed, raw.headerRows);
  const rows: TableRowBlock[] = [];
  for (const cells of printed.slice(header.rows)) {
    const span = spanOf(cells);
    if (span === null || repeatsHeader(cells, printed.slice(0, header.rows))) continue;
    rows.push({ cells: alignRow(cells, { ...header, above: rows.at(-1)?.cells ?? null }), span });
  }
  const headerSpan = header.rows === 0 ? null : spanOf(printed.slice(0, header.rows).flat());
  const span = spanOf(printed.flat());
  return span === null ? null : { kind: 'table', columns: header.columns, headerSpan, rows, span };
}

/** Printed again at the top of a page. */
function repeatsHeader(cells: readonly TableCell[], header: readonly (readonly TableCell[])[]): boolean {
  return header.some((row) => row.length === cells.length && row.every((cell, i) => cell.text === cells[i]?.text));
}

function cellOf(source: SourceText, extent: { start: number; end: number } | null): TableCell {
  if (extent === null) return EMPTY;
  const { text } = quotableWithOffsets(source.text.slice(extent.start, extent.end), extent.start);
  return text === '' ? EMPTY : { text, span: spanBetween(source, extent.start, extent.end) };
}

function spanOf(cells: readonly TableCell[]) {
  const spans = cells.flatMap((cell) => cell.span ?? []);
  return spans.length === 0 ? null : coveringSpan(spans);
}
