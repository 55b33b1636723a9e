import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { MODEL_ASSET } from '../../src/edge/model-asset.ts';
import { SHIPPED_MODEL } from '../../src/model/shipped-model.ts';
import { copyPages } from './snapshot.ts';

/**
 * Writes what the worker serves when its documents are in PostgreSQL: the pages' files and the shipped embedding model,
 * in place of a snapshot.
 */
export async function exportModel(folder: string): Promise<void> {
  await copyPages(folder);
  const path = join(folder, MODEL_ASSET);
  const partial = `${folder}.model`;
  await mkdir(folder, { recursive: true });
  await copyFile(SHIPPED_MODEL, partial);
  await rm(join(folder, 'snapshot'), { recursive: true, force: true });
  await mkdir(dirname(path), { recursive: true });
  await rename(partial, path);
}
