import type { SourceText } from '../../src/document/source-text.ts';

/** One line of the source with its place; `plain` is what stands on it without Markdown marks. */
export interface Line {
  readonly start: number;
  /** Exclusive, before the line break. */
  readonly end: number;
  readonly raw: string;
  readonly plain: string;
}

/** A range of the source. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** A table as printed: cells by row, merged cells simply missing, a null extent for an empty cell. */
export interface RawTable {
  readonly rows: readonly (readonly (Extent | null)[])[];
  /** Rows of the header as the format itself marks it (Markdown); null when it has to be found. */
  readonly headerRows: number | null;
}

/**
 * What the steps of normalisation work on. All pieces begin as lines and breaks (a blank line); steps take tables out,
 * then turn what lines are left into paragraphs.
 */
export type Piece =
  | { readonly kind: 'line'; readonly line: Line }
  | { readonly kind: 'break' }
  | { readonly kind: 'paragraph'; readonly extent: Extent }
  | { readonly kind: 'table'; readonly table: RawTable };

/** A line as read, a break for a blank one; a line of nothing but emphasis marks belongs to the line above. */
export function splitPieces(source: SourceText): Piece[] {
  const pieces: Piece[] = [];
  source.lineStarts.forEach((start, index) => {
    const next = source.lineStarts[index + 1];
    const end = next === undefined ? source.text.length : next - 1;
    const raw = source.text.slice(start, end);
    const plain = plainOf(raw);
    const above = pieces.at(-1);
    if (plain !== '') pieces.push({ kind: 'line', line: { start, end, raw, plain } });
    else if (!/\S/.test(raw)) pieces.push({ kind: 'break' });
    else if (above?.kind === 'line') {
      pieces.pop();
      pieces.push({ kind: 'line', line: { ...above.line, end, raw: source.text.slice(above.line.start, end) } });
    }
  });
  return pieces;
}

/** A stretch of raw text without Markdown marks and outer white space. */
export function plainOf(raw: string): string {
  return raw.normalize('NFC').replace(/[*#]/g, '').replace(/\s+/g, ' ').trim();
}

/** The extent without white space at its ends; null when nothing but white space is left. */
export function trimExtent(text: string, extent: Extent): Extent | null {
  let { start, end } = extent;
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  return start === end ? null : { start, end };
}
