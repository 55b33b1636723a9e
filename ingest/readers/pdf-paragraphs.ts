import { type PageRow, rowText } from './pdf-page.ts';

/** Where lines of running text end, and who ended them. */
export interface TextMargin {
  readonly right: number;
  /** The lines were broken by hand before they were printed. */
  readonly handWrapped: boolean;
}

/**
 * Undoes the line breaks that the page's width made. A row goes on in the next one when the next row's first word
 * would not have fitted behind it; a row that ends short of the margin was ended by its author, and stays a line.
 * In hand-wrapped text no break is undone: the two kinds of break cannot be told apart there.
 */
export function wrapsInto(row: PageRow, next: PageRow, { right, handWrapped }: TextMargin): boolean {
  if (handWrapped) return false;
  const height = row.y1 - row.y0;
  const first = next.words[0];
  if (first === undefined || Math.abs(next.y1 - next.y0 - height) > 0.25 * height) return false;
  if (row.x1 + spaceOf(row) + (first.x1 - first.x0) <= right - 1) return false;
  const text = rowText(next).normalize('NFC');
  if (opensSection.test(text)) return false;
  return !(opensItem.test(text) && (next.x0 > row.x0 + 8 || /[.;:]$/.test(rowText(row))));
}

/** The usual white between two words of a row. */
function spaceOf(row: PageRow): number {
  const gaps = row.words.slice(1).map((word, index) => word.x0 - (row.words[index]?.x1 ?? word.x0));
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0.2 * (row.y1 - row.y0);
}

/** Labels that never stand inside a sentence, and the bar between the cells of a linearised table; "Điều 3" without the full stop does. */
const opensSection = /^(?:\|$|[IVXLC]{1,6}\.\s?\p{Lu}|Điều \d+\.|Chương [IVXLC]+(?:\s|$)|PHỤ LỤC|Căn cứ )/u;

/** Labels and marks that start a paragraph of their own. */
const opensItem = /^(?:[-–+•*|]|\d{1,2}(?:\.\d{1,2})*[.)]|[a-zđ]\)|[A-Z]\.|Điều \d|Mục \d|Phần |Phụ lục |Nơi nhận)\s?/;

/** Where lines of running text end: the furthest that several rows reach. */
export function rightMarginOf(rows: readonly PageRow[]): number {
  const ends = rows.map((row) => row.x1).sort((a, b) => b - a);
  return ends[Math.min(ends.length - 1, Math.floor(ends.length / 50))] ?? 0;
}

/** Of the rows that begin within a sentence, how many must follow a full row for the page to have made the breaks. */
const wrappedShare = 0.8;

/**
 * Were the lines broken by hand before they were printed, as in plain text turned into a PDF? Then rows end short of the
 * margin within sentences, and undoing only the breaks that look like the page's would mix both kinds.
 */
export function isHandWrapped(
  pages: readonly (readonly PageRow[])[],
  rightMarginOfPage: (page: number) => number,
): boolean {
  const within = pages.flatMap((rows, page) =>
    rows.slice(1).flatMap((next, index) => {
      const row = rows[index];
      if (row === undefined || !/^\p{Ll}{2}/u.test(rowText(next)) || row.words.length < 6) return [];
      return [wrapsInto(row, next, { right: rightMarginOfPage(page), handWrapped: false })];
    }),
  );
  return within.length >= 10 && within.filter((wrapped) => wrapped).length < within.length * wrappedShare;
}

/** Is the white between two rows more than the lines of one paragraph keep? */
export function standsApart(row: PageRow, next: PageRow, pitch: number): boolean {
  return next.y0 - row.y0 > pitch * 1.5;
}

/** The usual distance from one row to the next; infinite when there are too few rows to tell. */
export function rowPitch(pages: readonly (readonly PageRow[])[]): number {
  const steps = pages.flatMap((rows) => rows.slice(1).map((row, index) => row.y0 - (rows[index]?.y0 ?? row.y0)));
  const sorted = steps.filter((step) => step > 4).sort((a, b) => a - b);
  return sorted.length < 3 ? Number.POSITIVE_INFINITY : (sorted[Math.floor(sorted.length / 2)] ?? 0);
}

/** A row and the one it goes on in; a word broken at its hyphen ("42-" "NQ/TW") gets no space. */
export function joinWrapped(text: string, next: string): string {
  return /[\dA-ZĐ][-/]$/.test(text) ? text + next : `${text} ${next}`;
}
