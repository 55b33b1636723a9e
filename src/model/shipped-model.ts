import { readFile } from 'node:fs/promises';
import { openStaticModel, type StaticModel } from './static-model.ts';

const WEIGHTS = new URL('../../seeds/embedding/static-vi.bin', import.meta.url);

/** The static embedding model that ships with the project, read from its file. Workers hand the bytes over instead. */
export async function openShippedModel(): Promise<StaticModel> {
  return openStaticModel(await readFile(WEIGHTS));
}
