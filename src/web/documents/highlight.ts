import { z } from 'zod';
import { linesOf, type SourceText } from '../../document/source-text.ts';

/** A stretch of the source that a link points to. */
export interface Highlight {
  readonly start: number;
  readonly end: number;
  readonly startLine: number;
  readonly endLine: number;
}

const Range = z.string().regex(/^\d{1,9}(?:-\d{1,9})?$/);

/**
 * Reads the stretch a link asks for: `dong` is a line or lines (603-611), `vi-tri` the exact characters within them.
 * Null when nothing is asked for or the text has no such lines.
 */
export function readHighlight(
  query: { readonly dong?: string | undefined; readonly 'vi-tri'?: string | undefined },
  source: SourceText,
): Highlight | null {
  const lines = readRange(query.dong);
  if (lines === null) return null;
  const [startLine, endLine] = lines;
  const start = source.lineStarts[startLine - 1];
  if (start === undefined || endLine < startLine) return null;
  const lastLine = Math.min(endLine, source.lineStarts.length);
  const end = (source.lineStarts[lastLine - 1] ?? start) + linesOf(source, lastLine, lastLine).length;
  const exact = readRange(query['vi-tri']);
  const within = exact !== null && exact[0] >= start && exact[1] <= end && exact[0] < exact[1];
  return within
    ? { start: exact[0], end: exact[1], startLine, endLine: lastLine }
    : { start, end, startLine, endLine: lastLine };
}

function readRange(text: string | undefined): readonly [number, number] | null {
  const read = Range.safeParse(text);
  if (!read.success) return null;
  const [from, to = from] = read.data.split('-').map(Number);
  return from === undefined || to === undefined ? null : [from, to];
}
