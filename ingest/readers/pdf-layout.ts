import { columnRegionAt } from './pdf-columns.ts';
import { dropFurniture } from './pdf-furniture.ts';
import { type PageRow, type PageWord, type PdfPage, rowText } from './pdf-page.ts';
import {
  isHandWrapped,
  joinWrapped,
  rightMarginOf,
  rowPitch,
  standsApart,
  type TextMargin,
  wrapsInto,
} from './pdf-paragraphs.ts';
import { gatherRows } from './pdf-rows.ts';
import { continueTable } from './pdf-table-pages.ts';
import { findRuledTables, holds, type RuledTable } from './pdf-tables.ts';
import { type PrintedBlock, pageMark, paragraph } from './printed-block.ts';
import { expandSpans } from './table-grid.ts';

/** Blocks of a PDF in reading order: ruled tables as grids, side-by-side columns one after the other, wraps undone. */
export function layOutPages(pages: readonly PdfPage[]): PrintedBlock[] {
  const tables = pages.map((page) => findRuledTables(page.rules, page.words));
  const rows = dropFurniture(pages.map((page, index) => gatherRows(wordsOutside(page, tables[index] ?? []))));
  const margins = marginsBySize(pages, rows);
  const marginOf = (index: number): number => margins.get(sizeOf(pages[index])) ?? 0;
  const handWrapped = isHandWrapped(rows, marginOf);
  const pitch = rowPitch(rows);
  let blocks: LaidOut[] = [];
  pages.forEach((page, index) => {
    const context = { pitch, margin: { right: marginOf(index), handWrapped }, pageWidth: page.width };
    blocks = appendPage(blocks, layOutPage(tables[index] ?? [], rows[index] ?? [], context));
  });
  return blocks.map(({ block }) => block);
}

function wordsOutside(page: PdfPage, tables: readonly RuledTable[]): PageWord[] {
  return page.words.filter((word) => !tables.some((table) => holds(table.box, word)));
}

/** A block with what is needed to join it over a page break. */
interface LaidOut {
  readonly block: PrintedBlock;
  readonly table: RuledTable | null;
  readonly firstRow: PageRow | null;
  readonly lastRow: PageRow | null;
  readonly margin: TextMargin;
}

interface LayoutContext {
  readonly pitch: number;
  readonly margin: TextMargin;
  readonly pageWidth: number;
}

/** Tables come between the rows above and below them. */
function layOutPage(tables: readonly RuledTable[], rows: readonly PageRow[], context: LayoutContext): LaidOut[] {
  const result: LaidOut[] = [];
  let above = 0;
  for (const table of tables) {
    const below = rows.findIndex((row, index) => index >= above && (row.y0 + row.y1) / 2 > table.box.y0);
    const end = below === -1 ? rows.length : below;
    result.push(...layOutText(rows.slice(above, end), context), {
      block: { kind: 'table', ...expandSpans(table.cells) },
      table,
      firstRow: null,
      lastRow: null,
      margin: context.margin,
    });
    above = end;
  }
  return [...result, ...layOutText(rows.slice(above), context)];
}

function layOutText(rows: readonly PageRow[], { pitch, margin, pageWidth }: LayoutContext): LaidOut[] {
  const result: LaidOut[] = [];
  const add = (text: string, firstRow: PageRow | null, lastRow: PageRow | null): void => {
    result.push({ block: paragraph(text), table: null, firstRow, lastRow, margin });
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
      if (standsApart(last, next, pitch) || !wrapsInto(last, next, margin)) break;
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
  const cut = last.lastRow !== null && first.firstRow !== null && wrapsInto(last.lastRow, first.firstRow, last.margin);
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
  return {
    block: paragraph(text),
    table: null,
    firstRow: null,
    lastRow: null,
    margin: { right: 0, handWrapped: false },
  };
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
