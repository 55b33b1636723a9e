/** A rectangle on a page in points, y growing downwards. */
export interface Box {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

export interface PageWord extends Box {
  readonly text: string;
}

/** A page as its words and drawn lines, whichever program read them. */
export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly words: readonly PageWord[];
  /** Straight lines and thin bars, as boxes: what tables are ruled with. */
  readonly rules: readonly Box[];
}

/** Words that stand on one printed line, from left to right. */
export interface PageRow extends Box {
  readonly words: readonly PageWord[];
}

/** The printed text of a row. */
export function rowText(row: PageRow): string {
  return row.words.map((word) => word.text).join(' ');
}

/** The smallest box around boxes; the list is not empty. */
export function rowOf(words: readonly PageWord[]): PageRow {
  return {
    words,
    x0: Math.min(...words.map((word) => word.x0)),
    y0: Math.min(...words.map((word) => word.y0)),
    x1: Math.max(...words.map((word) => word.x1)),
    y1: Math.max(...words.map((word) => word.y1)),
  };
}
