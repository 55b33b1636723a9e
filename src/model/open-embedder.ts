import rarity from '../../seeds/lexicon/syllable-rarity.json' with { type: 'json' };
import type { ModelSettings } from '../settings.ts';
import type { Embedder } from './embedder.ts';
import { HashingEmbeddings } from './hashing-embeddings.ts';

/** The embedder the settings ask for; without any, the one that ships with the project. */
export async function openEmbedder(_settings: ModelSettings): Promise<Embedder> {
  return new HashingEmbeddings(rarity);
}
