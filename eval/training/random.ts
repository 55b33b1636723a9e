/** Random numbers that are the same in every run with the same seed. */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number;
  /** Whole number, 0 ≤ x < below. */
  below(below: number): number;
  /** Close to the normal distribution with deviation 1: the sum of six uniform numbers. */
  normal(): number;
  pick<T>(items: readonly [T, ...T[]]): T;
  /** Shuffles in place (Fisher and Yates) and returns the items. */
  shuffle<T>(items: T[]): T[];
}

/** Mulberry32: 32 bits of state, ample for shuffling and initialisation. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    normal: () => (next() + next() + next() + next() + next() + next() - 3) * Math.SQRT2,
    pick: (items) => items[below(items.length)] ?? items[0],
    shuffle: (items) => {
      for (let i = items.length - 1; i > 0; i--) {
        const j = below(i + 1);
        const [a, b] = [items[i], items[j]];
        if (a !== undefined && b !== undefined) [items[i], items[j]] = [b, a];
      }
      return items;
    },
  };
}
