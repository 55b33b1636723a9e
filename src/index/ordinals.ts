/** Places in the index that a search may return. */
export interface OrdinalSet extends Iterable<number> {
  readonly size: number;
  has(ordinal: number): boolean;
}

/** Neighbouring places: `[start, end)`. */
export interface OrdinalRange {
  readonly start: number;
  readonly end: number;
}

/** Places in a row, as the entries of documents stand: a few numbers however many places they are. */
export interface OrdinalRanges extends OrdinalSet {
  /** Ascending, and apart from one another. */
  readonly ranges: readonly OrdinalRange[];
}

/** The places of some ranges, given in any order; those that touch or overlap become one. */
export function ordinalRanges(given: readonly OrdinalRange[]): OrdinalRanges {
  const ranges: { readonly start: number; end: number }[] = [];
  for (const { start, end } of given.filter((range) => range.end > range.start).sort((a, b) => a.start - b.start)) {
    const last = ranges.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else ranges.push({ start, end });
  }
  return {
    ranges,
    size: ranges.reduce((sum, { start, end }) => sum + end - start, 0),
    has: (ordinal) => holds(ranges, ordinal),
    *[Symbol.iterator]() {
      for (const { start, end } of ranges) for (let ordinal = start; ordinal < end; ordinal++) yield ordinal;
    },
  };
}

/** Are they places in a row? */
export function isRanges(only: OrdinalSet | null): only is OrdinalRanges {
  return only !== null && 'ranges' in only;
}

/** The places, ascending. */
export function ordinalList(only: OrdinalSet): Uint32Array {
  if (!isRanges(only)) return Uint32Array.from(only).sort();
  const list = new Uint32Array(only.size);
  let at = 0;
  for (const { start, end } of only.ranges) for (let ordinal = start; ordinal < end; ordinal++) list[at++] = ordinal;
  return list;
}

function holds(ranges: readonly OrdinalRange[], ordinal: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranges[middle]?.end ?? 0) <= ordinal) low = middle + 1;
    else high = middle;
  }
  return (ranges[low]?.start ?? Number.POSITIVE_INFINITY) <= ordinal;
}
