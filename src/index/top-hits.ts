import type { Hit } from './ports.ts';

/** The best k of the hits offered so far. */
export interface TopHits {
  offer(ordinal: number, score: number): void;
  /** The k-th best score; minus infinity while fewer than k were offered. */
  readonly threshold: number;
  /** Best first, ties by ordinal. */
  sorted(): Hit[];
}

/** Keeps the best k in a binary heap whose root is the worst of them, so that most offers cost one comparison. */
export function topHits(k: number): TopHits {
  const ordinals: number[] = [];
  const scores: number[] = [];

  const worse = (a: number, b: number): boolean => {
    const difference = at(scores, a) - at(scores, b);
    return difference === 0 ? at(ordinals, a) > at(ordinals, b) : difference < 0;
  };
  const swap = (a: number, b: number): void => {
    [ordinals[a], ordinals[b]] = [at(ordinals, b), at(ordinals, a)];
    [scores[a], scores[b]] = [at(scores, b), at(scores, a)];
  };
  const siftUp = (from: number): void => {
    let child = from;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!worse(child, parent)) return;
      swap(child, parent);
      child = parent;
    }
  };
  const siftDown = (): void => {
    let parent = 0;
    for (;;) {
      const left = 2 * parent + 1;
      if (left >= scores.length) return;
      const child = left + 1 < scores.length && worse(left + 1, left) ? left + 1 : left;
      if (!worse(child, parent)) return;
      swap(child, parent);
      parent = child;
    }
  };

  return {
    get threshold() {
      return scores.length < k ? Number.NEGATIVE_INFINITY : at(scores, 0);
    },
    offer(ordinal, score) {
      if (scores.length < k) {
        ordinals.push(ordinal);
        scores.push(score);
        siftUp(scores.length - 1);
        return;
      }
      const worst = at(scores, 0);
      if (k === 0 || score < worst || (score === worst && ordinal > at(ordinals, 0))) return;
      ordinals[0] = ordinal;
      scores[0] = score;
      siftDown();
    },
    sorted: () =>
      scores
        .map((score, i) => ({ ordinal: at(ordinals, i), score }))
        .sort((a, b) => b.score - a.score || a.ordinal - b.ordinal),
  };
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? 0;
}
