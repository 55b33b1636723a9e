import type { Bag } from './bag.ts';
import { backProducts, productTransposed } from './matrix.ts';
import type { Random } from './random.ts';
import type { Recipe } from './recipe.ts';
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
  const vectors = firstVectors(vocabulary, recipe, random);
  const squares = new Float32Array(vocabulary.tokens.length);
  const questions = sideOf(batch, dimensions);
  const texts = sideOf(batch, dimensions);
  const scores = new Float32Array(batch * batch);
  const gradient = new Float32Array(batch * batch);
  const shape = { m: batch, n: batch, k: dimensions };
  return {
    vectors,
    step: (examples, learningRate) => {
      for (const [i, { question, text }] of examples.entries()) {
        embed(vectors, question, questions, i);
        embed(vectors, text, texts, i);
      }
      productTransposed(questions.unit, texts.unit, scores, shape, 1 / temperature);
      hideSameGroup(scores, examples);
      const loss = scoreGradient(scores, gradient, batch);
      for (let i = 0; i < gradient.length; i++) gradient[i] = (gradient[i] ?? 0) / temperature;
      backProducts(gradient, { a: questions.unit, b: texts.unit, toA: questions.gradient, toB: texts.gradient }, shape);
      for (const [i, { question, text }] of examples.entries()) {
        descend(vectors, squares, question, questions, i, learningRate);
        descend(vectors, squares, text, texts, i, learningRate);
      }
      return loss / batch;
    },
  };
}

function firstVectors({ rarity, tokens }: Vocabulary, { dimensions, spread }: Recipe, random: Random): Float32Array {
  const vectors = new Float32Array(tokens.length * dimensions);
  for (let i = 0; i < vectors.length; i++) {
    vectors[i] = random.normal() * spread * (rarity[Math.floor(i / dimensions)] ?? 0);
  }
  return vectors;
}

/** One side of a batch: unit vectors, the lengths they had, and what the loss asks of them. */
interface Side {
  readonly dimensions: number;
  readonly unit: Float32Array;
  readonly lengths: Float32Array;
  readonly gradient: Float32Array;
}

function sideOf(batch: number, dimensions: number): Side {
  return {
    dimensions,
    unit: new Float32Array(batch * dimensions),
    lengths: new Float32Array(batch),
    gradient: new Float32Array(batch * dimensions),
  };
}

const SHORTEST = 1e-6;

function embed(vectors: Float32Array, rows: Bag, { dimensions, unit, lengths }: Side, i: number): void {
  const sum = unit.subarray(i * dimensions, (i + 1) * dimensions);
  sum.fill(0);
  for (let t = 0; t < rows.length; t++) {
    const start = (rows[t] ?? 0) * dimensions;
    for (let d = 0; d < dimensions; d++) sum[d] = (sum[d] ?? 0) + (vectors[start + d] ?? 0);
  }
  let squared = 0;
  for (let d = 0; d < dimensions; d++) squared += (sum[d] ?? 0) ** 2;
  const length = Math.sqrt(squared) || SHORTEST;
  lengths[i] = length;
  for (let d = 0; d < dimensions; d++) sum[d] = (sum[d] ?? 0) / length;
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

/** Adagrad on the tokens of one bag, through the scaling to unit length. */
function descend(
  vectors: Float32Array,
  squares: Float32Array,
  rows: Bag,
  { dimensions, unit, lengths, gradient }: Side,
  i: number,
  learningRate: number,
): void {
  const asked = gradient.subarray(i * dimensions, (i + 1) * dimensions);
  const along = unit.subarray(i * dimensions, (i + 1) * dimensions);
  let radial = 0;
  for (let d = 0; d < dimensions; d++) radial += (asked[d] ?? 0) * (along[d] ?? 0);
  let squared = 0;
  for (let d = 0; d < dimensions; d++) {
    asked[d] = ((asked[d] ?? 0) - radial * (along[d] ?? 0)) / (lengths[i] ?? 1);
    squared += (asked[d] ?? 0) ** 2;
  }
  if (squared === 0) return;
  for (let t = 0; t < rows.length; t++) {
    const row = rows[t] ?? 0;
    const seen = (squares[row] ?? 0) + squared / dimensions;
    squares[row] = seen;
    const pace = -learningRate / Math.sqrt(seen + 1e-12);
    const start = row * dimensions;
    for (let d = 0; d < dimensions; d++) vectors[start + d] = (vectors[start + d] ?? 0) + pace * (asked[d] ?? 0);
  }
}
