import { readFile } from 'node:fs/promises';
import { openStaticModel, type StaticModel } from './static-model.ts';

/** The file of the embedding model that ships with the project. */
export const SHIPPED_MODEL = new URL('../../seeds/embedding/static-vi.bin', import.meta.url);

/** The static embedding model that ships with the project, read from its file. */
export async function openShippedModel(): Promise<StaticModel> {
  return openStaticModel(await readFile(SHIPPED_MODEL));
}
