import { bestFirst } from './best-first.ts';
import type { LexicalOptions } from './in-process.ts';
import { isRanges, type OrdinalRange, ordinalList } from './ordinals.ts';
import type { Hit, WeightedTerm } from './ports.ts';
import type { Postings } from './postings.ts';
import { termNumber } from './term-table.ts';
import { type TopHits, topHits } from './top-hits.ts';

/** The postings of one term of the question. */
interface PostingList {
  readonly term: number;
  readonly start: number;
  readonly end: number;
  readonly weight: number;
}

/** A step of a search jumps, which takes a processor so many times as long as reading the next posting. */
const JUMP = 4;

/**
 * What of the postings of a question is read before it is asked, once, whether the rest can be spared. Asking costs as
 * much as reading as many postings as there are entries: asked at an eighth, a quarter and a half, a search took a third
 * longer.
 */
const LOOK_AT = 1 / 2;
/** Rounding of sums of 32 bits is left out of account with this share to spare. */
const SPARE = 1e-5;

/** Steps of one binary search, against which reading a list from end to end is weighed. */
const STEPS = 20;

/**
 * Exact top k. Lists are added up one after the other, those of rare terms first, without a branch. Once the rest can
 * bring no entry into the top that is not near it already, the rest is looked up for the entries that are: frequent
 * terms have the longest lists and the least to say. Skipping posting by posting (MaxScore) reads less still and takes
 * twice the time, since its bookkeeping costs more than the additions it saves.
 */
export function searchPostings(
  postings: Postings,
): (terms: readonly WeightedTerm[], options: LexicalOptions) => readonly Hit[] {
  const { size, ordinals, impacts } = postings;
  /** Sums of one search, zero between searches. A search never waits, so none meets another's. */
  const scores = new Float32Array(size);
  const mostOf = largestImpacts(postings);

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

  /** Adds up for some ordinals, ascending, list after list as `addUp` does, so that a filter never changes a score. */
  const sumsOf = (lists: readonly PostingList[], some: Uint32Array, sums: Float32Array): void => {
    for (const { start, end, weight } of lists) {
      let from = start;
      for (let i = 0; i < some.length && from < end; i++) {
        const ordinal = some[i] ?? 0;
        from = placeOf({ start: from, end }, ordinal);
        if (from < end && ordinals[from] === ordinal) sums[i] = (sums[i] ?? 0) + (impacts[from] ?? 0) * weight;
      }
    }
  };

  const topOfAll = (k: number): TopHits => {
    const best = topHits(k);
    let needed = 0;
    for (let ordinal = 0; ordinal < size; ordinal++) {
      const score = scores[ordinal] ?? 0;
      if (score <= needed) continue;
      best.offer(ordinal, score);
      needed = Math.max(0, best.threshold);
    }
    return best;
  };

  const bestOf = (only: Iterable<number>, k: number): readonly Hit[] => {
    const best = topHits(k);
    for (const ordinal of only) {
      const score = scores[ordinal] ?? 0;
      if (score > 0) best.offer(ordinal, score);
    }
    return best.sorted();
  };

  /** The best of some ordinals, ascending, which other lists than these may have given something already. */
  const bestOfFew = (lists: readonly PostingList[], some: Uint32Array, k: number): readonly Hit[] => {
    const best = topHits(k);
    const sums = new Float32Array(some.length);
    for (let i = 0; i < some.length; i++) sums[i] = scores[some[i] ?? 0] ?? 0;
    sumsOf(lists, some, sums);
    for (let i = 0; i < some.length; i++) {
      const [ordinal, score] = [some[i] ?? 0, sums[i] ?? 0];
      scores[ordinal] = score;
      if (score > 0) best.offer(ordinal, score);
    }
    return best.sorted();
  };

  /**
   * The best when the lists up to `read` are added up, or null when too many entries may still be among them; what is
   * wanted besides is added up to the end with them.
   */
  const bestFrom = (
    lists: readonly PostingList[],
    { read, k, also }: { readonly read: number; readonly k: number; readonly also: readonly number[] },
  ): readonly Hit[] | null => {
    const rest = lists.slice(read);
    const most = rest.reduce((sum, { term, weight }) => sum + mostOf(term) * weight, 0);
    const least = topOfAll(k).threshold * (1 - SPARE) - most * (1 + SPARE);
    if (least <= 0) return null;
    const left = rest.reduce((sum, { start, end }) => sum + end - start, 0);
    const near: number[] = [];
    for (let ordinal = 0; ordinal < size; ordinal++) {
      if ((scores[ordinal] ?? 0) < least) continue;
      near.push(ordinal);
      if (near.length * rest.length * STEPS * JUMP > left) return null;
    }
    return bestOfFew(rest, Uint32Array.from(new Set([...near, ...also])).sort(), k);
  };

  /** The best of all entries. `toRead` is how many postings the lists have together. */
  const bestOfLists = (
    lists: readonly PostingList[],
    { toRead, k, also }: { readonly toRead: number; readonly k: number; readonly also: readonly number[] },
  ): readonly Hit[] => {
    let added = 0;
    let looked = false;
    for (const [i, list] of lists.entries()) {
      addUp([list]);
      added += list.end - list.start;
      if (looked || added < toRead * LOOK_AT || toRead - added < size) continue;
      looked = true;
      const best = bestFrom(lists, { read: i + 1, k, also });
      if (best !== null) return best;
    }
    return topOfAll(k).sorted();
  };

  const bestOfSome = (lists: readonly PostingList[], only: Iterable<number>, k: number): readonly Hit[] => {
    addUp(lists);
    return bestOf(only, k);
  };

  /** The parts of the lists that lie in the ranges: what stands elsewhere need not be read. */
  const within = (lists: readonly PostingList[], ranges: readonly OrdinalRange[]): PostingList[] =>
    lists.flatMap((list) => {
      let from = list.start;
      return ranges.map((range) => {
        const start = placeOf({ start: from, end: list.end }, range.start);
        from = placeOf({ start, end: list.end }, range.end);
        return { ...list, start, end: from };
      });
    });

  /** With the best, those wanted besides that the lists gave something. */
  const withOthers = (hits: readonly Hit[], also: readonly number[]): readonly Hit[] => {
    if (also.length === 0) return hits;
    const known = new Set(hits.map(({ ordinal }) => ordinal));
    const others = also.flatMap((ordinal) => {
      const score = scores[ordinal] ?? 0;
      return score > 0 && !known.has(ordinal) ? [{ ordinal, score }] : [];
    });
    return [...hits, ...others.sort(bestFirst)];
  };

  return (terms, { k, only, also = [] }) => {
    const lists = listsOf(postings, terms);
    if (k <= 0 || lists.length === 0 || only?.size === 0) return [];
    const toRead = lists.reduce((sum, { start, end }) => sum + end - start, 0);
    if (isRanges(only) && only.ranges.length * lists.length * STEPS * 2 < toRead) {
      addUp(within(lists, only.ranges));
      const hits = withOthers(bestOf(only, k), also);
      for (const { start, end } of only.ranges) scores.fill(0, start, end);
      return hits;
    }
    if (only !== null && only.size * lists.length * STEPS < toRead) {
      const some = ordinalList(only);
      const hits = withOthers(bestOfFew(lists, some, k), also);
      for (const ordinal of some) scores[ordinal] = 0;
      return hits;
    }
    const best = only === null ? bestOfLists(lists, { toRead, k, also }) : bestOfSome(lists, only, k);
    const hits = withOthers(best, also);
    scores.fill(0);
    return hits;
  };
}

/** The most a term adds to a score, worked out when it is first asked for. */
function largestImpacts({ starts, impacts }: Postings): (term: number) => number {
  const known = new Map<number, number>();
  return (term) => {
    const found = known.get(term);
    if (found !== undefined) return found;
    let largest = 0;
    const end = starts[term + 1] ?? 0;
    for (let i = starts[term] ?? 0; i < end; i++) largest = Math.max(largest, impacts[i] ?? 0);
    known.set(term, largest);
    return largest;
  };
}

/**
 * The lists of the terms that the index knows, the shortest first; a term that comes twice counts twice. Sums are always
 * made in this order, so that they are rounded alike.
 */
function listsOf({ terms, starts }: Postings, wanted: readonly WeightedTerm[]): PostingList[] {
  const weights = new Map<number, number>();
  for (const { term, weight } of wanted) {
    const number = termNumber(terms, term);
    if (number !== -1 && weight > 0) weights.set(number, (weights.get(number) ?? 0) + weight);
  }
  return [...weights]
    .map(([term, weight]) => ({ term, start: starts[term] ?? 0, end: starts[term + 1] ?? 0, weight }))
    .sort((a, b) => a.end - a.start - (b.end - b.start) || a.term - b.term);
}
