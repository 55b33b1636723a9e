import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReadAsset } from '../../src/snapshot/read-parts.ts';

/** Reads a snapshot from the folder it was written to, as the worker reads it from the platform. */
export function readAssetsIn(folder: string): ReadAsset {
  return async (path) => {
    try {
      return new Uint8Array(await readFile(join(folder, path)));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
  };
}
