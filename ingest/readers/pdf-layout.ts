import { columnRegionAt } from './pdf-columns.ts';
import { dropFurniture } from './pdf-furniture.ts';
import { type PageRow, type PdfPage, rowText } from './pdf-page.ts';
import { joinWrapped, rightMarginOf, rowPitch, standsApart, wrapsInto } from './pdf-paragraphs.ts';
import { gatherRows } from './pdf-rows.ts';
import { continueTable } from './pdf-table-pages.ts';
import { findRuledTables, holds, type RuledTable } from './pdf-tables.ts';
import { type PrintedBlock, pageMark, paragraph } from './printed-block.ts';
import { expandSpans } from './table-grid.ts';

/** Blocks of a PDF in reading order: ruled tables as grids, side-by-side columns one after the other, wraps undone. */
export function layOutPages(pages: readonly PdfPage[]): PrintedBlock[] {
  const rows = dropFurniture(pages.map((page) => gatherRows(page.words)));
  const context = { pitch: rowPitch(rows), margins: marginsBySize(pages, rows) };
  let blocks: LaidOut[] = [];
  pages.forEach((page, index) => {
    const laidOut = layOutPage(page, rows[index] ?? [], context);
    blocks = appendPage(blocks, laidOut);
  });
  return blocks.map(({ block }) => block);
}

/** A block with what is needed to join it over a page break. */
interface LaidOut {
  readonly block: PrintedBlock;
  readonly table: RuledTable | null;
  readonly firstRow: PageRow | null;
  readonly lastRow: PageRow | null;
  readonly rightMargin: number;
}

interface LayoutContext {
  readonly pitch: number;
  readonly margins: ReadonlyMap<string, number>;
}

function layOutPage(page: PdfPage, rows: readonly PageRow[], context: LayoutContext): LaidOut[] {
  const kept = rows.flatMap((row) => row.words);
  const tables = findRuledTables(page.rules, kept);
  const rightMargin = context.margins.get(sizeOf(page)) ?? page.width;
  const result: LaidOut[] = [];
  let text: PageRow[] = [];
  const pending = [...tables];
  const flush = (): void => {
    result.push(...layOutText(text, page.width, rightMargin, context.pitch));
    text = [];
  };
  const placeTable = (table: RuledTable): void => {
    flush();
    const grid = expandSpans(table.cells);
    result.push({ block: { kind: 'table', ...grid }, table, firstRow: null, lastRow: null, rightMargin });
  };
  for (const row of rows) {
    while (pending[0] !== undefined && pending[0].box.y0 <= row.y1 && !outside(row, pending[0])) {
      const table = pending.shift();
      if (table !== undefined) placeTable(table);
    }
    const free = row.words.filter((word) => !tables.some((table) => holds(table.box, word)));
    if (free.length === row.words.length) text.push(row);
    else if (free.length > 0) text.push(...gatherRows(free));
  }
  flush();
  for (const table of pending) placeTable(table);
  return result;
}

/** Does the row stand wholly above the table? */
function outside(row: PageRow, table: RuledTable): boolean {
  return (row.y0 + row.y1) / 2 < table.box.y0;
}

function layOutText(rows: readonly PageRow[], pageWidth: number, rightMargin: number, pitch: number): LaidOut[] {
  const result: LaidOut[] = [];
  const add = (text: string, firstRow: PageRow | null, lastRow: PageRow | null): void => {
    result.push({ block: paragraph(text), table: null, firstRow, lastRow, rightMargin });
  };
  let index = 0;
  while (index < rows.length) {
    const row = rows[index];
    if (row === undefined) break;
    const above = rows[index - 1];
    if (above !== undefined && standsApart(above, row, pitch)) add('', null, null);
    const region = columnRegionAt(rows, index, pageWidth);
    if (region !== null) {
      for (const column of [region.left, region.right]) {
        for (const line of column) add(rowText(line), null, null);
        add('', null, null);
      }
      index = region.to;
      continue;
    }
    const from = index;
    let text = rowText(row);
    let last = row;
    for (let next = rows[index + 1]; next !== undefined; next = rows[index + 1]) {
      if (standsApart(last, next, pitch) || !wrapsInto(last, next, rightMargin)) break;
      if (columnRegionAt(rows, index + 1, pageWidth) !== null) break;
      text = joinWrapped(text, rowText(next));
      last = next;
      index += 1;
    }
    add(text, rows[from] ?? null, last);
    index += 1;
  }
  return result;
}

/** Joins a page to those before it: a paragraph or a table that the page break cut goes on. */
function appendPage(blocks: LaidOut[], page: readonly LaidOut[]): LaidOut[] {
  const [first, ...rest] = page;
  const last = blocks.at(-1);
  if (first === undefined) return [...blocks, bare(pageMark)];
  if (last === undefined) return [mark(first), ...rest];
  if (last.table !== null && first.table !== null && last.block.kind === 'table') {
    const joined = continueTable(last.block, last.table, first.table, pageMark);
    if (joined !== null) blocks.splice(-1, 1, { ...last, block: joined, table: first.table });
    if (joined !== null) {
      blocks.push(...rest);
      return blocks;
    }
  }
  const cut =
    last.lastRow !== null && first.firstRow !== null && wrapsInto(last.lastRow, first.firstRow, last.rightMargin);
  if (cut && last.block.kind === 'paragraph' && first.block.kind === 'paragraph') {
    const joined = paragraph(joinWrapped(last.block.text, pageMark + first.block.text));
    blocks.splice(-1, 1, { ...first, block: joined });
  } else blocks.push(mark(first));
  blocks.push(...rest);
  return blocks;
}

function mark(laidOut: LaidOut): LaidOut {
  const { block } = laidOut;
  if (block.kind === 'paragraph') return { ...laidOut, block: { ...block, text: pageMark + block.text } };
  const rows = block.rows.map((row, at) =>
    at === 0 ? row.map((cell, column) => (column === 0 ? pageMark + cell : cell)) : row,
  );
  return { ...laidOut, block: { ...block, rows } };
}

function bare(text: string): LaidOut {
  return { block: paragraph(text), table: null, firstRow: null, lastRow: null, rightMargin: 0 };
}

/** Portrait and landscape pages of one document have margins of their own. */
function marginsBySize(pages: readonly PdfPage[], rows: readonly (readonly PageRow[])[]): ReadonlyMap<string, number> {
  const groups = Map.groupBy(pages.keys(), (index) => sizeOf(pages[index]));
  return new Map(
    [...groups].map(([size, indexes]) => [size, rightMarginOf(indexes.flatMap((index) => rows[index] ?? []))]),
  );
}

function sizeOf(page: PdfPage | undefined): string {
  return `${Math.round(page?.width ?? 0)}x${Math.round(page?.height ?? 0)}`;
}
