import type { Bag } from './bag.ts';
import type { Random } from './random.ts';
import type { Recipe } from './recipe.ts';
import { type RowArithmetic, type Rows, rowArithmetic } from './row-arithmetic.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A question and the text that answers it. */
export interface Example {
  readonly question: Bag;
  readonly text: Bag;
  /** Examples of one group are no negatives for one another. */
  readonly group: number;
}

/** Token vectors in training. */
export interface Trainer {
  readonly vectors: Float32Array;
  /** One step of descent over exactly `recipe.batch` examples; returns their mean loss. */
  step(examples: readonly Example[], learningRate: number): number;
}

/**
 * Contrastive training (InfoNCE in both directions) of token vectors: with cosine similarities s and temperature τ,
 *
 *     loss = − ½ Σ_i ln softmax_j(s_ij / τ)_i  − ½ Σ_j ln softmax_i(s_ij / τ)_j
 *
 * by Adagrad with one accumulator per token (its mean squared gradient): rare tokens take large steps, and the state
 * stays small. The first vectors are random, of a length that grows with the token's IDF: random directions are nearly
 * orthogonal, so the untrained model already matches words, and training adds what belongs together.
 */
export function createTrainer(vocabulary: Vocabulary, recipe: Recipe, random: Random): Trainer {
  const { dimensions, batch, temperature } = recipe;
  const arithmetic = rowArithmetic(dimensions, vocabulary.tokens.length + 4 * batch);
  const tokens = arithmetic.rows(vocabulary.tokens.length);
  setFirstVectors(tokens.values, vocabulary, recipe, random);
  const squares = new Float32Array(vocabulary.tokens.length);
  const questions = sideOf(arithmetic, batch);
  const texts = sideOf(arithmetic, batch);
  const scores = new Float32Array(batch * batch);
  const gradient = new Float32Array(batch * batch);
  const embed = (side: Side, bag: Bag, i: number): void => {
    arithmetic.sum(tokens, bag, () => 1, side.unit, i);
    side.lengths[i] = toUnit(rowOf(side.unit, i, dimensions));
  };
  const descend = (side: Side, bag: Bag, i: number, learningRate: number): void => {
    const squared = throughLength(
      rowOf(side.gradient, i, dimensions),
      rowOf(side.unit, i, dimensions),
      side.lengths[i] ?? 1,
    );
    if (squared === 0) return;
    const pace = (at: number): number => {
      const row = bag[at] ?? 0;
      squares[row] = (squares[row] ?? 0) + squared / dimensions;
      return -learningRate / Math.sqrt((squares[row] ?? 0) + 1e-12);
    };
    arithmetic.addTo(tokens, bag, pace, side.gradient, i);
  };
  return {
    vectors: tokens.values,
    step: (examples, learningRate) => {
      for (const [i, { question, text }] of examples.entries()) {
        embed(questions, question, i);
        embed(texts, text, i);
      }
      arithmetic.products(questions.unit, texts.unit, scores);
      for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] ?? 0) / temperature;
      hideSameGroup(scores, examples);
      const loss = scoreGradient(scores, gradient, batch);
      for (let i = 0; i < batch; i++) {
        const row = (j: number) => (gradient[i * batch + j] ?? 0) / temperature;
        const column = (j: number) => (gradient[j * batch + i] ?? 0) / temperature;
        arithmetic.sumHeavy(texts.unit, row, questions.gradient, i);
        arithmetic.sumHeavy(questions.unit, column, texts.gradient, i);
      }
      for (const [i, { question, text }] of examples.entries()) {
        descend(questions, question, i, learningRate);
        descend(texts, text, i, learningRate);
      }
      return loss / batch;
    },
  };
}

function setFirstVectors(vectors: Float32Array, { rarity }: Vocabulary, recipe: Recipe, random: Random): void {
  const { dimensions, spread } = recipe;
  for (let i = 0; i < vectors.length; i++) {
    vectors[i] = random.normal() * spread * (rarity[Math.floor(i / dimensions)] ?? 0);
  }
}

/** One side of a batch: unit vectors, the lengths they had, and what the loss asks of them. */
interface Side {
  readonly unit: Rows;
  readonly lengths: Float32Array;
  readonly gradient: Rows;
}

function sideOf({ rows }: RowArithmetic, batch: number): Side {
  return { unit: rows(batch), lengths: new Float32Array(batch), gradient: rows(batch) };
}

function rowOf({ values }: Rows, i: number, dimensions: number): Float32Array {
  return values.subarray(i * dimensions, (i + 1) * dimensions);
}

const SHORTEST = 1e-6;

/** Scales a vector to length 1 and returns the length it had. */
function toUnit(vector: Float32Array): number {
  let squared = 0;
  for (let d = 0; d < vector.length; d++) squared += (vector[d] ?? 0) ** 2;
  const length = Math.sqrt(squared) || SHORTEST;
  for (let d = 0; d < vector.length; d++) vector[d] = (vector[d] ?? 0) / length;
  return length;
}

/** Turns the gradient of a unit vector into that of the sum it was scaled from; returns its squared length. */
function throughLength(gradient: Float32Array, unit: Float32Array, length: number): number {
  let radial = 0;
  for (let d = 0; d < unit.length; d++) radial += (gradient[d] ?? 0) * (unit[d] ?? 0);
  let squared = 0;
  for (let d = 0; d < unit.length; d++) {
    const value = ((gradient[d] ?? 0) - radial * (unit[d] ?? 0)) / length;
    gradient[d] = value;
    squared += value ** 2;
  }
  return squared;
}

const HIDDEN = -1e9;

function hideSameGroup(scores: Float32Array, examples: readonly Example[]): void {
  const groups = Int32Array.from(examples, ({ group }) => group);
  const size = groups.length;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) if (i !== j && groups[i] === groups[j]) scores[i * size + j] = HIDDEN;
  }
}

/** Writes ∂loss/∂score and returns the loss, summed over the batch. */
function scoreGradient(scores: Float32Array, gradient: Float32Array, size: number): number {
  gradient.fill(0);
  let loss = 0;
  for (let i = 0; i < size; i++) {
    loss += addSoftmax(scores, gradient, size, { start: i * size, stride: 1, right: i });
    loss += addSoftmax(scores, gradient, size, { start: i, stride: size, right: i });
    gradient[i * size + i] = (gradient[i * size + i] ?? 0) - 1;
  }
  return loss;
}

/** Half the softmax of one row or column on top of the gradient; returns half its cross entropy. */
function addSoftmax(
  scores: Float32Array,
  gradient: Float32Array,
  size: number,
  { start, stride, right }: { readonly start: number; readonly stride: number; readonly right: number },
): number {
  let most = HIDDEN;
  for (let t = 0; t < size; t++) most = Math.max(most, scores[start + t * stride] ?? HIDDEN);
  let sum = 0;
  for (let t = 0; t < size; t++) sum += Math.exp((scores[start + t * stride] ?? HIDDEN) - most);
  for (let t = 0; t < size; t++) {
    const at = start + t * stride;
    gradient[at] = (gradient[at] ?? 0) + (0.5 * Math.exp((scores[at] ?? HIDDEN) - most)) / sum;
  }
  return 0.5 * (Math.log(sum) + most - (scores[start + right * stride] ?? HIDDEN));
}
