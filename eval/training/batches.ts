import { headingCounts } from './examples.ts';
import type { Pair } from './pairs.ts';
import type { Random } from './random.ts';
import type { Recipe } from './recipe.ts';

/**
 * The order of one epoch, as pair numbers: whole batches, a last incomplete one is left out. Common headings are
 * sampled down. A share of the pairs stands in runs from one source, where texts on one subject compete: the hard
 * negatives.
 */
export function epochBatches(pairs: readonly Pair[], recipe: Recipe, random: Random): number[][] {
  const order = inRuns(sampled(pairs, recipe, random), pairs, recipe, random);
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

function chunks(items: readonly number[], size: number): number[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}
