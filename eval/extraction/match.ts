import type { Counts } from '../metrics/f1.ts';

interface Lines {
  readonly startLine: number;
  readonly endLine: number;
}

export interface Matching<G, R> {
  readonly counts: Counts;
  readonly pairs: readonly { readonly gold: G; readonly read: R }[];
  readonly missed: readonly G[];
  readonly spurious: readonly R[];
}

/**
 * Pairs gold items with what was read, one to one, where lines overlap and `same` holds; among several candidates the one
 * that starts nearest. Optional gold is neither missed nor spurious; what more was read inside a gold item with
 * `parts` and is the `same` is not spurious either.
 */
export function matchByLines<G extends Lines & { optional: boolean; parts?: boolean }, R extends Lines>(
  gold: readonly G[],
  read: readonly R[],
  same: (gold: G, read: R) => boolean,
): Matching<G, R> {
  const free = new Set(read);
  const pairs: { gold: G; read: R }[] = [];
  const missed: G[] = [];
  for (const item of [...gold].sort((a, b) => Number(a.optional) - Number(b.optional))) {
    const candidate = [...free]
      .filter((one) => overlap(item, one) && same(item, one))
      .sort((a, b) => distance(item, a) - distance(item, b))[0];
    if (candidate === undefined) {
      if (!item.optional) missed.push(item);
      continue;
    }
    free.delete(candidate);
    pairs.push({ gold: item, read: candidate });
  }
  const excused = (one: R) =>
    gold.some((item) => (item.parts === true || item.optional) && overlap(item, one) && same(item, one));
  const spurious = [...free].filter((one) => !excused(one));
  const required = pairs.filter(({ gold: item }) => !item.optional);
  return {
    counts: { matched: required.length, missed: missed.length, spurious: spurious.length },
    pairs: required,
    missed,
    spurious,
  };
}

export function overlap(a: Lines, b: Lines): boolean {
  return a.startLine <= b.endLine && b.startLine <= a.endLine;
}

function distance(a: Lines, b: Lines): number {
  return Math.abs(a.startLine - b.startLine) + Math.abs(a.endLine - b.endLine);
}
