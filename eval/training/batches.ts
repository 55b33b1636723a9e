import { headingCounts } from './examples.ts';
import type { Pair } from './pairs.ts';
import type { Random } from './random.ts';
import type { Recipe } from './recipe.ts';

/** For every pair the pairs whose texts are easily taken for its own. */
export type Neighbours = readonly Int32Array[];

/**
 * The order of one epoch, as pair numbers: whole batches, a last incomplete one is left out. Common headings are
 * sampled down. A share of the pairs stands in runs where texts on one subject compete, the hard negatives: pairs of one
 * source, and a pair with what BM25 takes for its text.
 */
export function epochBatches(
  { pairs, neighbours, recipe }: { pairs: readonly Pair[]; neighbours: Neighbours; recipe: Recipe },
  random: Random,
): number[][] {
  const order = withNeighbours(
    inRuns(sampled(pairs, recipe, random), pairs, recipe, random),
    neighbours,
    recipe,
    random,
  );
  const batches: number[][] = [];
  for (let at = 0; at + recipe.batch <= order.length; at += recipe.batch) {
    batches.push(order.slice(at, at + recipe.batch));
  }
  return batches;
}

function sampled(pairs: readonly Pair[], { commonHeading }: Recipe, random: Random): number[] {
  const counts = headingCounts(pairs);
  return random.shuffle(
    [...pairs.keys()].filter((i) => {
      const count = counts.get(pairs[i]?.headingNumber ?? -1) ?? 0;
      return count <= commonHeading || random.next() < commonHeading / count;
    }),
  );
}

function inRuns(order: readonly number[], pairs: readonly Pair[], recipe: Recipe, random: Random): number[] {
  const { sameSource, sameSourceRun } = recipe;
  const runs: number[][] = [];
  const loose: number[] = [];
  for (const group of Map.groupBy(order, (i) => pairs[i]?.source).values()) {
    for (const run of chunks(group, sameSourceRun)) {
      if (run.length === sameSourceRun && random.next() < sameSource) runs.push(run);
      else loose.push(...run);
    }
  }
  return random.shuffle([...runs, ...chunks(random.shuffle(loose), sameSourceRun)]).flat();
}

/** Moves what is taken for a pair's text behind it, for a share of the pairs, as many as a run holds. */
function withNeighbours(
  order: readonly number[],
  neighbours: Neighbours,
  { mined, sameSourceRun }: Recipe,
  random: Random,
): readonly number[] {
  if (mined === 0) return order;
  const waiting = new Set(order);
  const moved: number[][] = [];
  for (const i of order) {
    if (!waiting.has(i)) continue;
    waiting.delete(i);
    const near = random.next() < mined ? [...(neighbours[i] ?? [])].filter((other) => waiting.has(other)) : [];
    const run = [i, ...near.slice(0, sameSourceRun - 1)];
    for (const other of run) waiting.delete(other);
    moved.push(run);
  }
  return moved.flat();
}

function chunks(items: readonly number[], size: number): number[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}
