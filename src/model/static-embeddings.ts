import { embedTerms, embedText } from './embed-text.ts';
import type { Embedder } from './embedder.ts';
import type { StaticModel } from './static-model.ts';

/**
 * The embeddings that ship with the project, in LangChain's shape but without loading it: no key, no network,
 * microseconds per question. Plain typed-array arithmetic on one thread, so the vectors are the same bit for bit
 * wherever the program runs.
 *
 * @example new StaticEmbeddings(await openStaticModel(await readFile('seeds/embedding/static-vi.bin')))
 */
export class StaticEmbeddings implements Embedder {
  readonly model: string;
  readonly dimensions: number;
  readonly #model: StaticModel;

  constructor(model: StaticModel) {
    this.#model = model;
    this.model = `${model.header.name}@${model.header.version}-${model.header.digest.slice(0, 8)}`;
    this.dimensions = model.header.dimensions;
  }

  /** Unit vector of a text; all zeros when no word of it is known. */
  embed(text: string): Float32Array {
    return embedText(this.#model, text);
  }

  /** The vector of a text that was taken to pieces already: of its folded syllables, in order. */
  embedTerms(terms: readonly string[]): Float32Array {
    return embedTerms(this.#model, terms);
  }

  async embedQuery(text: string): Promise<number[]> {
    return numbersOf(this.embed(text));
  }

  async embedDocuments(texts: string[]): Promise<number[][]> {
    return texts.map((text) => numbersOf(this.embed(text)));
  }
}

/** A loop: `Array.from` takes three times as long, which is as long as embedding a question. */
function numbersOf(vector: Float32Array): number[] {
  const numbers: number[] = [];
  for (const value of vector) numbers.push(value);
  return numbers;
}
