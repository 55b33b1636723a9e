import { knownNumber } from './term-numbers.ts';
import type { TermSet } from './term-set.ts';

/** A pair of neighbours in the question: the number of its second term, its place among the pairs, and how often it comes. */
interface AskedPair {
  readonly second: number;
  readonly place: number;
  times: number;
}

/** A power of two, far more than a question has terms. */
const FILTER = 1024;

/**
 * Share of the neighbours in a question that stand side by side in a text too, its small words among them, 0–1. The terms
 * are numbered once for all texts, which must have been read before.
 */
export function sharedPairs(terms: readonly string[]): (text: TermSet) => number {
  const numbers = terms.map(knownNumber);
  const byFirst = new Map<number, AskedPair[]>();
  const mayBegin = new Uint8Array(FILTER);
  for (let place = 0; place + 1 < numbers.length; place++) {
    const [first, second] = [numbers[place] ?? null, numbers[place + 1] ?? null];
    if (first === null || second === null) continue;
    mayBegin[first % FILTER] = 1;
    const pairs = byFirst.get(first) ?? [];
    const same = pairs.find((pair) => pair.second === second);
    if (same === undefined) byFirst.set(first, [...pairs, { second, place, times: 1 }]);
    else same.times += 1;
  }
  const found = new Uint8Array(terms.length);
  return ({ sequence }) => {
    if (terms.length < 2) return 0;
    found.fill(0);
    let shared = 0;
    for (let i = 0; i + 1 < sequence.length; i++) {
      const first = sequence[i] ?? 0;
      if (mayBegin[first % FILTER] === 0) continue;
      for (const { second, place, times } of byFirst.get(first) ?? []) {
        if (sequence[i + 1] !== second || found[place] === 1) continue;
        found[place] = 1;
        shared += times;
      }
    }
    return shared / (terms.length - 1);
  };
}
