import type { OrdinalOptions } from './in-process.ts';
import { isRanges, type OrdinalRange, type OrdinalSet, ordinalList } from './ordinals.ts';
import type { Hit, WeightedTerm } from './ports.ts';
import type { Postings } from './postings.ts';
import { termNumber } from './term-table.ts';
import { topHits } from './top-hits.ts';

/** The postings of one term of the question. */
interface PostingList {
  readonly start: number;
  readonly end: number;
  readonly weight: number;
}

/** Steps of one binary search, against which reading a list from end to end is weighed. */
const STEPS = 20;

/**
 * Exact top k: every list is added up from end to end, without a branch, then the sums are read once. Skipping what
 * cannot reach the top (MaxScore) was tried: it reads a sixth of the postings and takes twice the time, since the
 * bookkeeping costs more than the additions it saves.
 */
export function searchPostings(
  postings: Postings,
): (terms: readonly WeightedTerm[], options: OrdinalOptions) => readonly Hit[] {
  const { size, ordinals, impacts } = postings;
  /** Sums of one search, zero between searches. A search never waits, so none meets another's. */
  const scores = new Float32Array(size);

  const addUp = (lists: readonly PostingList[]): void => {
    for (const { start, end, weight } of lists) {
      for (let i = start; i < end; i++) {
        const ordinal = ordinals[i] ?? 0;
        scores[ordinal] = (scores[ordinal] ?? 0) + (impacts[i] ?? 0) * weight;
      }
    }
  };

  /** The first posting of a list that is of this ordinal or a later one. */
  const placeOf = ({ start, end }: Pick<PostingList, 'start' | 'end'>, ordinal: number): number => {
    let low = start;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ordinals[middle] ?? 0) < ordinal) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  /** The sums of some ordinals, list after list as `addUp` adds them, so that a filter never changes a score. */
  const sumsOf = (lists: readonly PostingList[], some: Uint32Array): Float32Array => {
    const sums = new Float32Array(some.length);
    for (const { start, end, weight } of lists) {
      let from = start;
      for (let i = 0; i < some.length && from < end; i++) {
        const ordinal = some[i] ?? 0;
        from = placeOf({ start: from, end }, ordinal);
        if (from < end && ordinals[from] === ordinal) sums[i] = (sums[i] ?? 0) + (impacts[from] ?? 0) * weight;
      }
    }
    return sums;
  };

  const bestOfAll = (k: number): readonly Hit[] => {
    const best = topHits(k);
    let needed = 0;
    for (let ordinal = 0; ordinal < size; ordinal++) {
      const score = scores[ordinal] ?? 0;
      if (score <= needed) continue;
      best.offer(ordinal, score);
      needed = Math.max(0, best.threshold);
    }
    return best.sorted();
  };

  const bestOf = (only: Iterable<number>, k: number): readonly Hit[] => {
    const best = topHits(k);
    for (const ordinal of only) {
      const score = scores[ordinal] ?? 0;
      if (score > 0) best.offer(ordinal, score);
    }
    return best.sorted();
  };

  const bestOfFew = (lists: readonly PostingList[], only: OrdinalSet, k: number): readonly Hit[] => {
    const best = topHits(k);
    const some = ordinalList(only);
    for (const [i, score] of sumsOf(lists, some).entries()) if (score > 0) best.offer(some[i] ?? 0, score);
    return best.sorted();
  };

  /** The parts of the lists that lie in the ranges: what stands elsewhere need not be read. */
  const within = (lists: readonly PostingList[], ranges: readonly OrdinalRange[]): PostingList[] =>
    lists.flatMap((list) => {
      let from = list.start;
      return ranges.map((range) => {
        const start = placeOf({ start: from, end: list.end }, range.start);
        from = placeOf({ start, end: list.end }, range.end);
        return { start, end: from, weight: list.weight };
      });
    });

  return (terms, { k, only }) => {
    const lists = listsOf(postings, terms);
    if (k <= 0 || lists.length === 0 || only?.size === 0) return [];
    const toRead = lists.reduce((sum, { start, end }) => sum + end - start, 0);
    if (isRanges(only) && only.ranges.length * lists.length * STEPS * 2 < toRead) {
      addUp(within(lists, only.ranges));
      const hits = bestOf(only, k);
      for (const { start, end } of only.ranges) scores.fill(0, start, end);
      return hits;
    }
    if (only !== null && only.size * lists.length * STEPS < toRead) {
      return bestOfFew(lists, only, k);
    }
    addUp(lists);
    const hits = only === null ? bestOfAll(k) : bestOf(only, k);
    scores.fill(0);
    return hits;
  };
}

/** The lists of the terms that the index knows; a term that comes twice counts twice. */
function listsOf({ terms, starts }: Postings, wanted: readonly WeightedTerm[]): PostingList[] {
  const weights = new Map<number, number>();
  for (const { term, weight } of wanted) {
    const number = termNumber(terms, term);
    if (number !== -1 && weight > 0) weights.set(number, (weights.get(number) ?? 0) + weight);
  }
  return [...weights].map(([number, weight]) => ({
    start: starts[number] ?? 0,
    end: starts[number + 1] ?? 0,
    weight,
  }));
}
