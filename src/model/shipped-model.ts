import { createHash } from 'node:crypto';
import { readWhole } from '../index/read-whole.ts';
import { openStaticModel, type Sha256, type StaticModel } from './static-model.ts';

/** The file of the embedding model that ships with the project. */
export const SHIPPED_MODEL = new URL('../../seeds/embedding/static-vi.bin', import.meta.url);

const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** The static embedding model that ships with the project, read from its file. */
export async function openShippedModel(): Promise<StaticModel> {
  return openStaticModel(await readWhole(SHIPPED_MODEL), sha256);
}
