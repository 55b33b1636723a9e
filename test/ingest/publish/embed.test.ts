import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { embedEntries } from '../../../ingest/embed.ts';
import { openEmbeddingCache } from '../../../ingest/embedding-cache.ts';
import { testEmbedder } from '../../doubles/test-embedder.ts';

const folder = mkdtempSync(join(tmpdir(), 'embed-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const newCache = () => openEmbeddingCache(join(folder, `cache-${files++}.sqlite`));

const entriesOf = (...bodies: readonly string[]) =>
  bodies.map((body, i) => ({ id: `a:p${i}`, kind: 'passage' as const, documentId: 'a', heading: '', body }));

/** The test embedder, which notes what it is asked. */
function notingEmbedder(model = 'noting') {
  const batches: string[][] = [];
  const embedDocuments = (texts: string[]) => {
    batches.push(texts);
    return testEmbedder.embedDocuments(texts);
  };
  const embedQuery = (text: string) => testEmbedder.embedQuery(text);
  return { batches, embedder: { model, dimensions: testEmbedder.dimensions, embedDocuments, embedQuery } };
}

test('texts are embedded in batches, each once, and the vectors come in the order of the entries', async () => {
  const { batches, embedder } = notingEmbedder();
  const vectors = await embedEntries(entriesOf('một', 'hai', 'một', 'ba'), {
    embedder,
    cache: newCache(),
    batch: 2,
  });
  expect(batches).toEqual([['một', 'hai'], ['ba']]);
  expect(vectors).toEqual(['một', 'hai', 'một', 'ba'].map((text) => testEmbedder.embed(text)));
});

test('what a broken run embedded is not embedded again', async () => {
  const cache = newCache();
  const { embedder } = notingEmbedder();
  const breaking = {
    ...embedder,
    embedDocuments: async (texts: string[]) => {
      if (texts.includes('ba')) throw new Error('connection lost');
      return embedder.embedDocuments(texts);
    },
  };
  const entries = entriesOf('một', 'hai', 'ba');
  await expect(embedEntries(entries, { embedder: breaking, cache, batch: 2 })).rejects.toThrow('connection lost');
  const { batches, embedder: again } = notingEmbedder();
  await embedEntries(entries, { embedder: again, cache, batch: 2 });
  expect(batches).toEqual([['ba']]);
});

test('another model embeds anew', async () => {
  const cache = newCache();
  await embedEntries(entriesOf('một'), { embedder: notingEmbedder('first').embedder, cache });
  const { batches, embedder } = notingEmbedder('second');
  await embedEntries(entriesOf('một'), { embedder, cache });
  expect(batches).toEqual([['một']]);
});

test('the heading is embedded with the body', async () => {
  const { batches, embedder } = notingEmbedder();
  const entries = entriesOf('một').map((entry) => ({ ...entry, heading: 'I. Mục tiêu' }));
  await embedEntries(entries, { embedder, cache: newCache() });
  expect(batches).toEqual([['I. Mục tiêu . một']]);
});

test('a damaged cache is thrown away', () => {
  const path = join(folder, 'damaged.sqlite');
  writeFileSync(path, 'rubbish '.repeat(500));
  const cache = openEmbeddingCache(path);
  cache.keep('m', [['một', Float32Array.of(1, 2)]]);
  expect(cache.find('m', 'một')).toEqual(Float32Array.of(1, 2));
  cache.close();
});
