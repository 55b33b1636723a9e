/**
 * A stretch of the source file as it was given: `start`/`end` count UTF-16 code units of the decoded text
 * (end exclusive), `startLine`/`endLine` count from 1 and are both inclusive.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly startLine: number;
  readonly endLine: number;
}

/** The smallest span that holds all of the given ones; throws when there is none to hold. */
export function coveringSpan(spans: readonly Span[]): Span {
  const [first, ...rest] = spans;
  if (first === undefined) throw new RangeError('coveringSpan needs at least one span.');
  return rest.reduce(
    (all, span) => ({
      start: Math.min(all.start, span.start),
      end: Math.max(all.end, span.end),
      startLine: Math.min(all.startLine, span.startLine),
      endLine: Math.max(all.endLine, span.endLine),
    }),
    first,
  );
}

/** Do two spans share at least one line? */
export function sharesLine(a: Span, b: Span): boolean {
  return a.startLine <= b.endLine && b.startLine <= a.endLine;
}

/** Do two spans share at least one character? */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
