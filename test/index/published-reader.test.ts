import { mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { indexFolder, publishCorpus } from '../../ingest/publish.ts';
import { openPublishedIndex } from '../../src/index/published.ts';
import { openPublishedReader } from '../../src/index/published-reader.ts';
import { openSqliteStore, type SqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { sampleDocument } from '../contracts/sample-corpus.ts';
import { testEmbedder } from '../doubles/test-embedder.ts';

let dataDir: string;
let store: SqliteStore;
let lines: string[];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'reader-'));
  store = openSqliteStore(join(dataDir, 'corpus.sqlite'));
  lines = [];
});
afterEach(async () => {
  await store.close();
  rmSync(dataDir, { recursive: true });
});

const publish = (text: string) =>
  publishCorpus(
    { add: [sampleDocument({ id: 'a', lines: [text] })], keep: [] },
    { dataDir, store, embedder: testEmbedder, hnswlib: null },
  );
const openReader = (interval = 60_000) =>
  openPublishedReader({
    store,
    open: async (generation) => {
      const options = { folder: indexFolder(dataDir), embedder: testEmbedder, hnswlib: null };
      return { generation, store: store.at(generation), index: await openPublishedIndex(generation, options) };
    },
    log: (line) => lines.push(line),
    interval,
  });

test('before the first publication there is nothing; after it, it is there without a restart', async () => {
  const reader = await openReader(10);
  expect(reader.current()).toBeNull();
  const { generation } = await publish('Một.');
  await expect.poll(() => reader.current()?.generation).toBe(generation);
  reader.close();
});

test('who began on the former generation still reads its documents after the next is published', async () => {
  await publish('Một.');
  const reader = await openReader();
  const before = reader.current();
  await publish('Hai.');
  await reader.refresh();
  expect(reader.current()?.generation).not.toBe(before?.generation);
  expect((await before?.store.passages(['a:p0']))?.[0]?.text).toBe('Một.');
  expect((await reader.current()?.store.passages(['a:p0']))?.[0]?.text).toBe('Hai.');
  reader.close();
});

test('a next generation that cannot be opened is reported once, and the present one serves on', async () => {
  await publish('Một.');
  const reader = await openReader();
  const present = reader.current();
  const { generation } = await publish('Hai.');
  truncateSync(join(indexFolder(dataDir), generation, 'entries.bin'), 3);
  await reader.refresh();
  await reader.refresh();
  expect(reader.current()).toBe(present);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/entries\.bin .*npm run ingest/);
  reader.close();
});

test('a first generation that cannot be opened stops the start', async () => {
  const { generation } = await publish('Một.');
  rmSync(join(indexFolder(dataDir), generation), { recursive: true });
  await expect(openReader()).rejects.toThrow(/npm run ingest/);
});
