import { epochBatches } from './batches.ts';
import { createTrainer } from './contrastive.ts';
import { exampleMaker } from './examples.ts';
import { lexicalNeighbours } from './neighbours.ts';
import type { Pair } from './pairs.ts';
import { quantiseRows } from './quantise.ts';
import { seededRandom } from './random.ts';
import type { Recipe } from './recipe.ts';
import { chooseVocabulary } from './vocabulary.ts';
import type { Wording } from './wording.ts';

/** What a run hands to the model file. */
export interface TrainedVectors {
  readonly tokens: readonly string[];
  readonly dimensions: number;
  readonly scales: Float32Array;
  readonly vectors: Int8Array;
}

/** Trains token vectors on the pairs. The same pairs, wordings and recipe give the same vectors. */
export async function train(
  pairs: readonly Pair[],
  wording: Wording,
  recipe: Recipe,
  log: (line: string) => void,
): Promise<TrainedVectors> {
  const random = seededRandom(recipe.seed);
  const vocabulary = chooseVocabulary(pairs, wording.phrases, recipe.vocabulary);
  log(`${pairs.length} pairs, ${vocabulary.tokens.length} tokens, ${recipe.dimensions} dimensions`);
  const trainer = createTrainer(vocabulary, recipe, random);
  const repeated = Array.from({ length: recipe.wordingRepeats }, () => wording.pairs).flat();
  const shown = [...pairs, ...repeated];
  const makeExample = exampleMaker({ pairs: shown, vocabulary, wording, recipe });
  const neighbours = recipe.mined === 0 ? [] : await lexicalNeighbours(shown, NEIGHBOURS);
  for (let epoch = 0; epoch < recipe.epochs; epoch++) {
    const started = performance.now();
    const batches = epochBatches({ pairs: shown, neighbours, recipe }, random);
    const rate = recipe.learningRate * (1 - ((1 - recipe.finalRate) * epoch) / Math.max(1, recipe.epochs - 1));
    let loss = 0;
    for (const [i, batch] of batches.entries()) {
      loss += trainer.step(
        batch.map((pair) => makeExample(pair, random)),
        rate,
      );
      if ((i + 1) % LOG_EVERY === 0) log(`  step ${i + 1} of ${batches.length}, loss ${(loss / (i + 1)).toFixed(3)}`);
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(0);
    log(`epoch ${epoch + 1} of ${recipe.epochs}: loss ${(loss / batches.length).toFixed(3)}, ${seconds} s`);
  }
  const { tokens } = vocabulary;
  return { tokens, dimensions: recipe.dimensions, ...quantiseRows(trainer.vectors, recipe.dimensions) };
}

const LOG_EVERY = 50;
/** Kept of a pair's neighbours: more than a run takes, since others take some of them. */
const NEIGHBOURS = 24;
