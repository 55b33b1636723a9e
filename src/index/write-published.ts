import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Embedder } from '../model/embedder.ts';
import { type EntryName, entryTableBuilder } from './entry-table.ts';
import { INDEX_FORMAT } from './fit.ts';
import type { Hnswlib } from './hnsw-vectors.ts';
import { lexicalSections } from './lexical.ts';
import type { FindNearest } from './nearest-centroids.ts';
import { fileDigest, INDEX_FILES, type StoredManifest } from './published.ts';
import { CLUSTERS_FROM, writeVectors } from './stored-vectors.ts';
import { type CountedPart, termCounter } from './term-counts.ts';
import { sectionBytes } from './typed-sections.ts';
import { vectorCollector } from './vector-collector.ts';

export interface IndexToWrite {
  /** The folder that holds one folder per generation. */
  readonly folder: string;
  readonly generation: string;
  readonly embedder: Pick<Embedder, 'model' | 'dimensions'>;
  /** What is indexed, a part at a time: a large corpus is never all in memory. */
  readonly parts: AsyncIterable<IndexedPart> | Iterable<IndexedPart>;
  /** Null where it cannot be loaded: then no graph is written. */
  readonly hnswlib: Hnswlib | null;
  readonly builtAt: Date;
  /** Finds the clusters of many vectors; in this thread when absent. */
  readonly findNearest?: FindNearest | undefined;
  /** Told the name of every file as it is on the disk. */
  readonly onFile?: (name: string) => void;
}

/** Some entries, in the order of their ordinals. */
export interface IndexedPart {
  readonly entries: readonly EntryName[];
  readonly counts: CountedPart;
  /** One per entry, end to end. */
  readonly vectors: Float32Array;
}

/**
 * Builds and writes the index of one generation. It gets its name only when all its files are on the disk, so a folder
 * with a generation's name is whole.
 */
export async function writePublishedIndex(index: IndexToWrite): Promise<StoredManifest> {
  const partial = join(index.folder, `${index.generation}.partial`);
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { recursive: true });
  const files: StoredManifest['files'] = {};
  const settle = async (name: string): Promise<void> => {
    const path = join(partial, name);
    await syncToDisk(path);
    files[name] = await fileDigest(path);
    index.onFile?.(name);
  };

  const { model, dimensions } = index.embedder;
  const entries = entryTableBuilder();
  const counter = termCounter();
  const collector = vectorCollector(dimensions, CLUSTERS_FROM);
  for await (const part of index.parts) {
    counter.add(part.counts);
    for (const [i, entry] of part.entries.entries()) {
      entries.add(entry);
      collector.add(part.vectors.subarray(i * dimensions, (i + 1) * dimensions));
    }
  }
  await writeFile(join(partial, INDEX_FILES.entries), entries.pack());
  await settle(INDEX_FILES.entries);
  await writeFile(join(partial, INDEX_FILES.lexical), sectionBytes(lexicalSections(counter.counts())));
  await settle(INDEX_FILES.lexical);
  const vectors = collector.collected();
  const { hnswlib, findNearest } = index;
  for await (const name of writeVectors({ folder: partial, dimensions, vectors, hnswlib, findNearest })) {
    await settle(name);
  }

  const manifest: StoredManifest = {
    format: INDEX_FORMAT,
    generation: index.generation,
    embedder: { model, dimensions },
    entries: entries.size,
    builtAt: index.builtAt.toISOString(),
    files,
  };
  await writeFile(join(partial, INDEX_FILES.manifest), JSON.stringify(manifest, null, 2));
  await syncToDisk(join(partial, INDEX_FILES.manifest));
  await syncToDisk(partial);
  await rename(partial, join(index.folder, index.generation));
  await syncToDisk(index.folder);
  return manifest;
}

/** A rename or a commit must not reach the disk before what it points to. */
async function syncToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
