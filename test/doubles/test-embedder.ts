import type { Embedder } from '../../src/model/embedder.ts';
import { tokenise } from '../../src/vietnamese/tokens.ts';

const DIMENSIONS = 256;

/** An embedder that needs no file: every word adds 1 at the place its letters hash to. It knows spelling alone. */
export const testEmbedder = {
  model: 'hashing@1',
  dimensions: DIMENSIONS,
  embed,
  embedQuery: async (text) => [...embed(text)],
  embedDocuments: async (texts) => texts.map((text) => [...embed(text)]),
} satisfies Embedder & { readonly embed: unknown };

/** Vector of a text, of unit length; all zeros for a text without words. */
function embed(text: string): Float32Array {
  const vector = new Float32Array(DIMENSIONS);
  for (const { term } of tokenise(text)) {
    const place = [...term].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % DIMENSIONS, 7);
    vector[place] = (vector[place] ?? 0) + 1;
  }
  const length = Math.hypot(...vector);
  return length === 0 ? vector : vector.map((value) => value / length);
}
