import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { IndexManifest } from './ports.ts';
import { INDEX_FILES } from './published.ts';

const Embedders = z.object({ embedder: z.object({ model: z.string(), dimensions: z.number() }) });

/** What the newest index in a folder was embedded with; null when there is none that says so. */
export async function publishedEmbedder(folder: string): Promise<IndexManifest['embedder'] | null> {
  try {
    // Generations are named by their time.
    const newest = (await readdir(folder)).sort().at(-1);
    if (newest === undefined) return null;
    return Embedders.parse(JSON.parse(await readFile(join(folder, newest, INDEX_FILES.manifest), 'utf8'))).embedder;
  } catch {
    return null;
  }
}
