import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { UnusableIndexError } from '../../src/index/unusable-index-error.ts';
import { MANIFEST_PATH, type SnapshotManifest } from '../../src/snapshot/format.ts';
import { openSnapshotIndex, readSnapshotManifest } from '../../src/snapshot/open-snapshot.ts';
import { openSnapshotStore } from '../../src/snapshot/snapshot-store.ts';
import { sampleDocument } from '../contracts/sample-corpus.ts';
import { sampleStore } from '../doubles/sample-store.ts';
import { type SnapshotFolder, snapshotFolder } from '../doubles/snapshot-folder.ts';
import { testEmbedder } from '../doubles/test-embedder.ts';

const DOCUMENT = sampleDocument({
  id: '50-kh-ubnd-bac-giang-2024',
  number: '50/KH-UBND',
  lines: ['Hỗ trợ hộ nghèo về nhà ở.', 'Sở Nội vụ chủ trì khen thưởng.', 'Tỉ lệ bao phủ bảo hiểm y tế.'],
  targets: [{ indicator: 'Tỉ lệ bao phủ bảo hiểm y tế' }],
});

let published: Awaited<ReturnType<typeof sampleStore>>;
let assets: SnapshotFolder;
let manifest: SnapshotManifest;
beforeAll(async () => {
  published = await sampleStore([DOCUMENT]);
  assets = await snapshotFolder();
});
afterAll(async () => {
  await published.remove();
  await assets.remove();
});
beforeEach(async () => {
  manifest = await assets.write(published.store);
});

const at = (path: string) => join(assets.path, 'worker', path);
const pathOf = (name: 'lexical' | 'vectors' | 'entries') => at(manifest.files[name][0]?.path ?? '');

describe('a snapshot', () => {
  test('opens as it was written and is searched by words and by meaning', async () => {
    const index = await openSnapshotIndex(assets.read, manifest, { embedder: testEmbedder });
    const terms = [{ term: 'khen_thuong', weight: 1 }];
    expect(await index.lexical.search(terms, { k: 1, only: null })).toMatchObject([{ ordinal: 1 }]);
    const [nearest] = await index.vectors.search(testEmbedder.embed('bao phủ bảo hiểm y tế'), { k: 1, only: null });
    const [found] = await index.entriesAt([nearest?.ordinal ?? 0]);
    expect(found?.entry.id).toMatch(/:(?:p2|t0)$/);
  });

  test('lies in as many files as the limit asks for and is read back whole', async () => {
    const split = await assets.write(published.store, { mostBytes: 700 });
    expect(split.files.lexical.length).toBeGreaterThan(2);
    expect(split.files.lexical.every(({ bytes }) => bytes <= 700)).toBe(true);
    const index = await openSnapshotIndex(assets.read, split, { embedder: testEmbedder });
    expect(index.lexical.size).toBe(4);
    const store = await openSnapshotStore(assets.read, split);
    expect(await store.document(DOCUMENT.document.id)).toEqual(DOCUMENT);
  });

  test('leaves nothing of the one before it', async () => {
    const [folder] = await readdir(at('snapshot'));
    await assets.write(published.store);
    const names = await readdir(at('snapshot'));
    expect(names).toHaveLength(2);
    expect(names).not.toContain(folder);
  });

  test('that was never exported is none', async () => {
    await rm(at(MANIFEST_PATH));
    expect(await readSnapshotManifest(assets.read)).toBeNull();
  });

  test.each([
    ['not JSON', 'not json', /manifest\.json bị hỏng/],
    ['of another shape', '{"version": 3}', /manifest\.json bị hỏng/],
    ['of another format', null, /định dạng 99/],
  ])('whose manifest is %s is refused with the remedy', async (_, text, reason) => {
    const changed = text ?? JSON.stringify({ ...manifest, format: 99 });
    await writeFile(at(MANIFEST_PATH), changed);
    await expect(readSnapshotManifest(assets.read)).rejects.toThrow(reason);
    await expect(readSnapshotManifest(assets.read)).rejects.toThrow(/npm run export:snapshot/);
  });

  test.each([
    ['is missing', 'vectors', (path: string) => rm(path), /thiếu tệp/],
    ['is cut', 'lexical', (path: string) => truncate(path, 100), /bị cắt \(100 byte/],
    ['was altered in one byte', 'entries', flipLastByte, /bị thay đổi/],
  ] as const)('of which a file %s is refused with the remedy', async (_, name, damage, reason) => {
    await damage(pathOf(name));
    const opening = openSnapshotIndex(assets.read, manifest, { embedder: testEmbedder });
    await expect(opening).rejects.toThrow(UnusableIndexError);
    await expect(opening).rejects.toThrow(reason);
    await expect(opening).rejects.toThrow(/npm run export:snapshot/);
  });

  test('embedded by another model than questions would be is refused', async () => {
    const opening = openSnapshotIndex(assets.read, manifest, {
      embedder: { model: 'another-model', dimensions: 1536 },
    });
    await expect(opening).rejects.toThrow(/another-model \(1536 chiều\)/);
  });

  test('of another index format is refused', async () => {
    const other = { ...manifest, index: { ...manifest.index, format: 99 } };
    await expect(openSnapshotIndex(assets.read, other, { embedder: testEmbedder })).rejects.toThrow(/định dạng 99/);
  });

  test('says so for as long as a document of it cannot be read', async () => {
    const store = await openSnapshotStore(assets.read, manifest);
    expect(await store.generation()).toBe(manifest.index.generation);
    const path = at(
      join(
        'snapshot',
        (await readdir(at('snapshot'))).find((name) => name !== 'manifest.json') ?? '',
        'documents/0-0.json',
      ),
    );
    const whole = await readFile(path);
    await truncate(path, 50);
    await expect(store.passages([`${DOCUMENT.document.id}:p0`])).rejects.toThrow(UnusableIndexError);
    await expect(store.generation()).rejects.toThrow(/documents\/0-0\.json bị thay đổi hoặc bị cắt/);
    await writeFile(path, whole);
    expect(await store.document(DOCUMENT.document.id)).toEqual(DOCUMENT);
    expect(await store.generation()).toBe(manifest.index.generation);
  });
});

async function flipLastByte(path: string): Promise<void> {
  const bytes = await readFile(path);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 0xff;
  await writeFile(path, bytes);
}
