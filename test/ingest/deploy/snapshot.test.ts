import { mkdtemp, readdir, readFile, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAssetsIn } from '../../../ingest/deploy/assets-folder.ts';
import { exportSnapshot, NothingPublishedError } from '../../../ingest/deploy/snapshot.ts';
import { UnusableIndexError } from '../../../src/index/unusable-index-error.ts';
import { readSettings } from '../../../src/settings.ts';
import { MOST_BYTES } from '../../../src/snapshot/format.ts';
import { readSnapshotManifest } from '../../../src/snapshot/open-snapshot.ts';
import { seedData } from '../../doubles/seed-data.ts';

let data: Awaited<ReturnType<typeof seedData>>;
let work: string;
beforeAll(async () => {
  data = await seedData();
  work = await mkdtemp(join(tmpdir(), 'hoi-dap-export-'));
}, 60_000);
afterAll(async () => {
  await data.remove();
  await rm(work, { recursive: true, force: true });
});

function exported({ dataDir = data.dataDir, ifChanged = false }: { dataDir?: string; ifChanged?: boolean } = {}) {
  const settings = readSettings({ DATA_DIR: dataDir }, work);
  return exportSnapshot({ settings, folder: join(work, 'worker'), ifChanged, onFile: () => {} });
}

async function filesIn(folder: string): Promise<readonly { readonly path: string; readonly bytes: number }[]> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
  return Promise.all(
    files.map(async (file) => {
      const path = join(file.parentPath, file.name);
      return { path, bytes: (await stat(path)).size };
    }),
  );
}

test('the seeds are exported with pages and scripts, under the limits of the platform', async () => {
  const { manifest, written } = await exported();
  expect(written).toBe(true);
  expect(await readSnapshotManifest(readAssetsIn(join(work, 'worker')))).toEqual(manifest);
  const files = await filesIn(join(work, 'worker'));
  expect(Math.max(...files.map(({ bytes }) => bytes))).toBeLessThanOrEqual(MOST_BYTES);
  expect(files.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(16e6);
  expect(await readFile(join(work, 'worker/_headers'), 'utf8')).toContain('nosniff');
  expect(files.map(({ path }) => path)).toContain(join(work, 'worker/assets/style.css'));
});

test('a snapshot of what is published is left as it is when asked to', async () => {
  const { manifest } = await exported();
  expect(await exported({ ifChanged: true })).toEqual({ manifest, written: false, files: [] });
});

test('where nothing is published the command to do so is named', async () => {
  const empty = exported({ dataDir: join(work, 'empty') });
  await expect(empty).rejects.toThrow(NothingPublishedError);
  await expect(empty).rejects.toThrow(/npm run ingest/);
});

test('an index that is damaged is refused, and the former snapshot stays', async () => {
  const { manifest } = await exported();
  const index = join(data.dataDir, 'index', manifest.index.generation);
  await truncate(join(index, 'lexical.bin'), 1_000);
  await expect(exported()).rejects.toThrow(UnusableIndexError);
  expect(await readSnapshotManifest(readAssetsIn(join(work, 'worker')))).toEqual(manifest);
});
