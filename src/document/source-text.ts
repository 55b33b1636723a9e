import type { Span } from './span.ts';

/** The text of one source file as it was given (docx and pdf: the reader's extracted text), with its line starts. */
export interface SourceText {
  /** File name without folders, as shown in citations. */
  readonly file: string;
  /** SHA-256 of the file's bytes, hex. */
  readonly digest: string;
  readonly text: string;
  /** Offset of the first character of every line; `lineStarts[0]` is 0. */
  readonly lineStarts: readonly number[];
  /** For paged formats: the line on which each page starts; null otherwise. */
  readonly pageStarts: readonly number[] | null;
}

/** Offsets at which the lines of a text start. A line ends at `\n`; a `\r` before it stays part of the line. */
export function findLineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The line (from 1) that holds an offset. */
export function lineAt(lineStarts: readonly number[], offset: number): number {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/** The span between two offsets (end exclusive). */
export function spanBetween(source: Pick<SourceText, 'lineStarts'>, start: number, end: number): Span {
  return {
    start,
    end,
    startLine: lineAt(source.lineStarts, start),
    endLine: lineAt(source.lineStarts, Math.max(start, end - 1)),
  };
}

/** The text of whole lines `startLine…endLine` (from 1, inclusive), without the last line break. */
export function linesOf(source: SourceText, startLine: number, endLine: number): string {
  const start = source.lineStarts[startLine - 1] ?? 0;
  const next = source.lineStarts[endLine];
  return source.text.slice(start, next === undefined ? source.text.length : next - 1);
}
