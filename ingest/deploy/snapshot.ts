import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataFolder } from '../../src/data-folder.ts';
import { INDEX_FORMAT } from '../../src/index/fit.ts';
import { INDEX_FILES, openPublishedIndex } from '../../src/index/published.ts';
import { unpackSections } from '../../src/index/typed-sections.ts';
import { openEmbedder } from '../../src/model/open-embedder.ts';
import { openShippedModel, SHIPPED_MODEL } from '../../src/model/shipped-model.ts';
import { StaticEmbeddings } from '../../src/model/static-embeddings.ts';
import type { Settings } from '../../src/settings.ts';
import { MOST_ENTRIES, SNAPSHOT_FORMAT, type SnapshotManifest } from '../../src/snapshot/format.ts';
import { readSnapshotManifest } from '../../src/snapshot/open-snapshot.ts';
import { writeSnapshot } from '../../src/snapshot/write-snapshot.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { withIngestionLock } from '../lock.ts';
import { readAssetsIn } from './assets-folder.ts';

const PUBLIC = fileURLToPath(new URL('../../src/web/public', import.meta.url));

/** The published index is larger than what runs at the edge. */
export class SnapshotTooLargeError extends Error {
  override readonly name = 'SnapshotTooLargeError';
}

/** Nothing is published that a snapshot could be taken of. */
export class NothingPublishedError extends Error {
  override readonly name = 'NothingPublishedError';
}

export interface ExportOptions {
  readonly settings: Pick<Settings, 'dataDir' | 'model'>;
  /** The folder the platform serves; made when it is missing. */
  readonly folder: string;
  /** Leave a snapshot of the published generation as it is. */
  readonly ifChanged: boolean;
  readonly onFile: (path: string, bytes: number) => void;
}

export interface Exported {
  readonly manifest: SnapshotManifest;
  /** False when it was there already. */
  readonly written: boolean;
  /** What was written of the snapshot. */
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
}

/**
 * Writes everything the worker serves into one folder: the pages' files and a snapshot of the published generation.
 * Throws `NothingPublishedError`, `SnapshotTooLargeError` or `UnusableIndexError`, a sentence with the remedy; the former snapshot then stays.
 */
export async function exportSnapshot(options: ExportOptions): Promise<Exported> {
  const { settings, folder, ifChanged } = options;
  await copyPages(folder);
  return withIngestionLock(settings.dataDir, async () => {
    const files = dataFolder(settings.dataDir);
    const store = openSqliteStore(files.corpus);
    try {
      const generation = await store.generation();
      if (generation === null) {
        throw new NothingPublishedError(
          `Chưa có chỉ mục nào được công bố trong ${settings.dataDir}; chạy "npm run ingest" trước.`,
        );
      }
      const present = ifChanged ? await presentSnapshot(folder) : null;
      if (present?.index.generation === generation) return { manifest: present, written: false, files: [] };
      const written: Exported['files'][number][] = [];
      const onFile = (path: string, bytes: number) => {
        written.push({ path, bytes });
        options.onFile(path, bytes);
      };
      const manifest = await writePublished(generation, { ...options, onFile }, store.at(generation));
      return { manifest, written: true, files: written };
    } finally {
      await store.close();
    }
  });
}

async function writePublished(
  generation: string,
  { settings, folder, onFile }: ExportOptions,
  store: Parameters<typeof writeSnapshot>[0]['store'],
): Promise<SnapshotManifest> {
  const indexes = dataFolder(settings.dataDir).index;
  const embedder = await openEmbedder(settings.model, openShippedModel);
  const { manifest } = await openPublishedIndex(generation, { folder: indexes, embedder, hnswlib: null });
  if (manifest.entries > MOST_ENTRIES) {
    throw new SnapshotTooLargeError(
      `Chỉ mục có ${manifest.entries} mục; một tiến trình của Workers (128 MB) chứa được ${MOST_ENTRIES}. Hãy chạy trên máy chủ ("npm start"), hoặc nạp ít văn bản hơn.`,
    );
  }
  const file = (name: string) => readFile(join(indexes, generation, name));
  const { format, builtAt, entries } = manifest;
  const { model, dimensions } = embedder;
  return writeSnapshot(
    {
      index: { format, generation, embedder: { model, dimensions }, entries, builtAt },
      entries: await file(INDEX_FILES.entries),
      lexical: await file(INDEX_FILES.lexical),
      vectors: { dimensions, values: unpackSections(await file(INDEX_FILES.vectors)).f32('vectors') },
      embedding: embedder instanceof StaticEmbeddings ? await readFile(SHIPPED_MODEL) : null,
      store,
    },
    { folder, onFile },
  );
}

/** The snapshot that lies in the folder, if this program can use it. */
async function presentSnapshot(folder: string): Promise<SnapshotManifest | null> {
  const manifest = await readSnapshotManifest(readAssetsIn(folder)).catch(() => null);
  const fits = manifest?.format === SNAPSHOT_FORMAT && manifest.index.format === INDEX_FORMAT;
  return fits ? manifest : null;
}

/**
 * What Node's own server adds to its files in code, said to the platform in its own form.
 */
const HEADERS = `/assets/*
  X-Content-Type-Options: nosniff
/widget.js
  X-Content-Type-Options: nosniff
  Cross-Origin-Resource-Policy: cross-origin
`;

/** Copies the pages' style sheets and scripts beside the snapshot: the platform serves one folder. */
export async function copyPages(folder: string): Promise<void> {
  const fresh = `${folder}.pages`;
  await rm(fresh, { recursive: true, force: true });
  await cp(PUBLIC, fresh, { recursive: true });
  await writeFile(join(fresh, '_headers'), HEADERS);
  await mkdir(folder, { recursive: true });
  for (const name of ['assets', 'widget.js', '_headers']) {
    await rm(join(folder, name), { recursive: true, force: true });
    await rename(join(fresh, name), join(folder, name));
  }
  await rm(fresh, { recursive: true });
}
