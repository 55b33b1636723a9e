import { type PageRow, type PageWord, rowOf, rowText } from './pdf-page.ts';

/** Rows that stand in two columns side by side: the header (issuer, motto) and the closing (recipients, signature). */
export interface ColumnRegion {
  /** Index of the first row and of the first row after the region. */
  readonly from: number;
  readonly to: number;
  readonly left: readonly PageRow[];
  readonly right: readonly PageRow[];
}

/**
 * Finds the two-column region that starts at a row, by a strip of white that runs down between the columns.
 * Null when the row has no such gap, or when a single wide space is all there is.
 */
export function columnRegionAt(rows: readonly PageRow[], from: number, pageWidth: number): ColumnRegion | null {
  const first = rows[from];
  if (first === undefined) return null;
  const gap = widestGap(first) ?? gapBeside(first, rows[from + 1]);
  return gap === null ? null : follow(rows, from, gap, pageWidth);
}

interface Strip {
  readonly from: number;
  readonly to: number;
}

/** Narrower than this many line heights is a space between words. */
const gapHeights = 0.8;

function widestGap(row: PageRow): Strip | null {
  const gaps = row.words.slice(1).map((word, index) => ({ from: row.words[index]?.x1 ?? word.x0, to: word.x0 }));
  const wide = gaps.filter((gap) => gap.to - gap.from >= gapHeights * (row.y1 - row.y0));
  return wide.sort((a, b) => b.to - b.from - (a.to - a.from))[0] ?? null;
}

/** Columns whose lines stand half a line apart never share a row: the white is between one row and the next. */
function gapBeside(row: PageRow, next: PageRow | undefined): Strip | null {
  if (next === undefined || !overlaps(row, next)) return null;
  if (row.x1 < next.x0) return { from: row.x1, to: next.x0 };
  return next.x1 < row.x0 ? { from: next.x1, to: row.x0 } : null;
}

/** Is the next row lower by no more than a line? Rows of one column that are this near have words above each other. */
function overlaps(row: PageRow, next: PageRow): boolean {
  return next.y0 - row.y0 < 1.1 * Math.min(row.y1 - row.y0, next.y1 - next.y0);
}

function follow(rows: readonly PageRow[], from: number, start: Strip, pageWidth: number): ColumnRegion | null {
  let strip = start;
  let to = from;
  let shared = 0;
  for (let index = from; index < rows.length; index += 1) {
    const row = rows[index];
    if (row === undefined) break;
    const narrowed = narrow(strip, row);
    if (narrowed === null) break;
    const side = sideOf(row, narrowed);
    const near = row.y0 - (rows[index - 1]?.y1 ?? row.y0) < (row.y1 - row.y0) * 1.2;
    const above = rows[index - 1];
    const beside = index > from && above !== undefined && overlaps(above, row) && sideOf(above, narrowed) !== side;
    if (side === 'both' || beside) shared += 1;
    else if (index > from && !belongs(row, side, near, pageWidth, rows.slice(from, index))) break;
    strip = narrowed;
    to = index + 1;
  }
  const inside = rows.slice(from, to);
  const known = inside.some((row) => columnMark.test(rowText(row).normalize('NFC')));
  if (shared < (known ? 1 : 2) || inside.some((row) => sideOf(row, strip) === null)) return null;
  const left = inside.flatMap((row) => part(row.words.filter((word) => word.x1 <= strip.from + 1)));
  const right = inside.flatMap((row) => part(row.words.filter((word) => word.x0 >= strip.to - 1)));
  return { from, to, left, right };
}

const columnMark = /CỘNG H(?:ÒA|OÀ) XÃ HỘI|Độc lập|ĐẢNG CỘNG SẢN|Nơi nhận|^(?:TM|KT|TL|TUQ|T\/M)\./;

/** What is left of the strip beside a row; null when the row's words stand across it. */
function narrow(strip: Strip, row: PageRow): Strip | null {
  let { from, to } = strip;
  for (const word of row.words) {
    const middle = (from + to) / 2;
    if (word.x1 <= from || word.x0 >= to) continue;
    if ((word.x0 + word.x1) / 2 < middle) from = Math.max(from, word.x1);
    else to = Math.min(to, word.x0);
  }
  return to - from >= 0.5 * (row.y1 - row.y0) ? { from, to } : null;
}

function sideOf(row: PageRow, strip: Strip): 'left' | 'right' | 'both' | null {
  const left = row.words.some((word) => word.x1 <= strip.from + 1);
  const right = row.words.some((word) => word.x0 >= strip.to - 1);
  if (left && right) return 'both';
  if (left) return 'left';
  return right ? 'right' : null;
}

/**
 * Does a row with words on one side only still belong to the columns? A centred row is the title below a header;
 * a row on the left goes on a list of recipients or stands close under its column.
 */
function belongs(
  row: PageRow,
  side: string | null,
  near: boolean,
  pageWidth: number,
  above: readonly PageRow[],
): boolean {
  const centre = (row.x0 + row.x1) / 2 / pageWidth;
  if (Math.abs(centre - 0.5) < 0.06) return false;
  if (side === 'right') return centre > 0.56;
  if (above.some((other) => /Nơi nhận/.test(rowText(other).normalize('NFC')))) return true;
  return near && centre < 0.44 && row.x1 < pageWidth * 0.5;
}

function part(words: readonly PageWord[]): PageRow[] {
  return words.length === 0 ? [] : [rowOf(words)];
}
