import type { Hit, SearchOptions, WeightedTerm } from './ports.ts';
import type { Postings } from './postings.ts';
import { termNumber } from './term-table.ts';
import { topHits } from './top-hits.ts';

/** The postings of one term of the question. */
interface PostingList {
  readonly start: number;
  readonly end: number;
  readonly weight: number;
  /** The most this term can add to a score. */
  readonly bound: number;
}

/**
 * Above the rounding of a sum of floats, so that an entry whose score equals the threshold is never taken for one
 * that cannot reach it.
 */
const ROUNDING = 1 + 1e-9;

/** Steps of one binary search, against which reading a list from end to end is weighed. */
const STEPS = 20;

/**
 * Exact top k, term at a time, the terms with the largest bound first. Once k entries score more than all remaining
 * terms together could give, no new entry can enter: from there on only the entries found so far that can still reach
 * the k-th are looked up in the remaining lists, which are the long ones of common words.
 */
export function searchPostings(
  postings: Postings,
): (terms: readonly WeightedTerm[], options: SearchOptions) => readonly Hit[] {
  const { size, ordinals, impacts } = postings;
  /** Scratch of one search; zero between searches. A search never waits, so none meets another's. */
  const scores = new Float64Array(size);
  const allowed = new Uint8Array(size);
  const found = new Uint32Array(size);

  const lookUp = (list: PostingList, ordinal: number): number => {
    let low = list.start;
    let high = list.end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ordinals[middle] ?? 0) < ordinal) low = middle + 1;
      else high = middle;
    }
    return low < list.end && ordinals[low] === ordinal ? (impacts[low] ?? 0) * list.weight : 0;
  };

  /** Adds a whole list; returns how many entries are found now. */
  const addList = (list: PostingList, foundBefore: number, filtered: boolean): number => {
    let count = foundBefore;
    for (let i = list.start; i < list.end; i++) {
      const ordinal = ordinals[i] ?? 0;
      if (filtered && allowed[ordinal] === 0) continue;
      const score = scores[ordinal] ?? 0;
      if (score === 0) found[count++] = ordinal;
      scores[ordinal] = score + (impacts[i] ?? 0) * list.weight;
    }
    return count;
  };

  const bestOf = (count: number, k: number) => {
    const best = topHits(k);
    for (let i = 0; i < count; i++) {
      const ordinal = found[i] ?? 0;
      best.offer(ordinal, scores[ordinal] ?? 0);
    }
    return best;
  };

  const scoreAll = (lists: readonly PostingList[], k: number, filtered: boolean): readonly Hit[] => {
    const remaining = remainingBounds(lists);
    let count = 0;
    let done = 0;
    let threshold = Number.NEGATIVE_INFINITY;
    for (; done < lists.length; done++) {
      const list = lists[done];
      if (list === undefined || (remaining[done] ?? 0) * ROUNDING < threshold) break;
      count = addList(list, count, filtered);
      if (count >= k) threshold = bestOf(count, k).threshold;
    }
    const touched = count;
    const everFound = found.slice(0, touched);
    for (; done < lists.length; done++) {
      const list = lists[done];
      if (list === undefined) break;
      count = keepReachable(count, threshold - (remaining[done] ?? 0) * ROUNDING);
      addToFound(list, count);
      threshold = Math.max(threshold, bestOf(count, k).threshold);
    }
    const hits = bestOf(count, k).sorted();
    for (const ordinal of everFound) scores[ordinal] = 0;
    return hits;
  };

  /** Drops the entries whose score is below what they need to have by now; returns how many are left. */
  const keepReachable = (count: number, needed: number): number => {
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const ordinal = found[i] ?? 0;
      if ((scores[ordinal] ?? 0) >= needed) found[kept++] = ordinal;
    }
    return kept;
  };

  const addToFound = (list: PostingList, count: number): void => {
    if (count * STEPS > list.end - list.start) {
      for (let i = list.start; i < list.end; i++) {
        const ordinal = ordinals[i] ?? 0;
        const score = scores[ordinal] ?? 0;
        if (score > 0) scores[ordinal] = score + (impacts[i] ?? 0) * list.weight;
      }
      return;
    }
    for (let i = 0; i < count; i++) {
      const ordinal = found[i] ?? 0;
      scores[ordinal] = (scores[ordinal] ?? 0) + lookUp(list, ordinal);
    }
  };

  const scoreOnly = (lists: readonly PostingList[], k: number, only: ReadonlySet<number>): readonly Hit[] => {
    const best = topHits(k);
    for (const ordinal of only) {
      const score = lists.reduce((sum, list) => sum + lookUp(list, ordinal), 0);
      if (score > 0) best.offer(ordinal, score);
    }
    return best.sorted();
  };

  return (terms, { k, only }) => {
    const lists = listsOf(postings, terms);
    if (k <= 0 || lists.length === 0) return [];
    if (only === null) return scoreAll(lists, k, false);
    const toRead = lists.reduce((sum, list) => sum + list.end - list.start, 0);
    if (only.size * lists.length * STEPS <= toRead) return scoreOnly(lists, k, only);
    for (const ordinal of only) allowed[ordinal] = 1;
    const hits = scoreAll(lists, k, true);
    for (const ordinal of only) allowed[ordinal] = 0;
    return hits;
  };
}

/** The lists of the terms that the index knows, largest bound first; a term that comes twice counts twice. */
function listsOf({ terms, starts, bounds }: Postings, wanted: readonly WeightedTerm[]): PostingList[] {
  const weights = new Map<number, number>();
  for (const { term, weight } of wanted) {
    const number = termNumber(terms, term);
    if (number !== -1 && weight > 0) weights.set(number, (weights.get(number) ?? 0) + weight);
  }
  return [...weights]
    .map(([number, weight]) => ({
      start: starts[number] ?? 0,
      end: starts[number + 1] ?? 0,
      weight,
      bound: (bounds[number] ?? 0) * weight,
    }))
    .sort((a, b) => b.bound - a.bound || a.start - b.start);
}

/** For every list, the sum of the bounds from it to the last. */
function remainingBounds(lists: readonly PostingList[]): number[] {
  let sum = 0;
  return lists
    .map(({ bound }) => bound)
    .reverse()
    .map((bound) => {
      sum += bound;
      return sum;
    })
    .reverse();
}
