import { Embeddings } from '@langchain/core/embeddings';
import { bigrams, tokenise } from '../vietnamese/tokens.ts';
import type { Embedder } from './embedder.ts';

/** How rare syllables are: inverse document frequency → the syllables that have it, between spaces. */
export interface SyllableRarity {
  readonly syllables: Readonly<Record<string, string>>;
}

/** A bigram says more than its syllables apart, and is counted on top of them. */
const BIGRAM_WEIGHT = 0.5;

/**
 * Embeddings without training: every folded syllable and bigram adds its weight, with a sign, to one of 256 places
 * chosen by its hash (Weinberger et al., "Feature Hashing for Large Scale Multitask Learning", 2009). They know
 * spelling and rarity, not meaning.
 *
 * The rarities come from a table that ships with the program rather than from the corpus at hand: so a text has one
 * vector whatever else is ingested, cached embeddings stay good, and no index needs its own embedder.
 *
 * @example new HashingEmbeddings(JSON.parse(await readFile('seeds/lexicon/syllable-rarity.json', 'utf8')))
 */
export class HashingEmbeddings extends Embeddings implements Embedder {
  readonly model = 'hashing-vi@1';
  readonly dimensions = 256;
  readonly #rarities: ReadonlyMap<string, number>;
  readonly #unlisted: number;

  constructor({ syllables }: SyllableRarity) {
    super({});
    this.#rarities = new Map(
      Object.entries(syllables).flatMap(([rarity, all]) =>
        all.split(' ').map((term) => [term, Number(rarity)] as const),
      ),
    );
    this.#unlisted = Math.max(0, ...this.#rarities.values());
  }

  /** Vector of a text, of unit length; all zeros for a text without words. */
  embed(text: string): Float32Array {
    const vector = new Float32Array(this.dimensions);
    const syllables = tokenise(text).map(({ term }) => term);
    for (const term of syllables) add(vector, term, this.#rarity(term));
    for (const term of bigrams(syllables)) {
      const [first = '', second = ''] = term.split('_');
      add(vector, term, BIGRAM_WEIGHT * Math.sqrt(this.#rarity(first) * this.#rarity(second)));
    }
    const length = Math.hypot(...vector);
    return length === 0 ? vector : vector.map((value) => value / length);
  }

  override async embedQuery(text: string): Promise<number[]> {
    return Array.from(this.embed(text));
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    return texts.map((text) => Array.from(this.embed(text)));
  }

  #rarity(syllable: string): number {
    return this.#rarities.get(syllable) ?? this.#unlisted;
  }
}

function add(vector: Float32Array, term: string, weight: number): void {
  const hashed = hash(term);
  const place = hashed % vector.length;
  // The sign is taken from bits that do not choose the place, so that terms sharing a place cancel as often as they add.
  vector[place] = (vector[place] ?? 0) + (hashed & 0x40000000 ? weight : -weight);
}

/** FNV-1a over UTF-16 code units, then mixed. */
function hash(term: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < term.length; i++) value = Math.imul(value ^ term.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 12)) >>> 0;
}
