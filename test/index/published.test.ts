import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPublishedIndex } from '../../src/index/published.ts';
import { retriever } from '../../src/index/retriever.ts';
import { countPart, entryTerms } from '../../src/index/term-counts.ts';
import { UnusableIndexError } from '../../src/index/unusable-index-error.ts';
import { writePublishedIndex } from '../../src/index/write-published.ts';
import { testEmbedder } from '../doubles/test-embedder.ts';

const folder = mkdtempSync(join(tmpdir(), 'published-'));
afterAll(() => rmSync(folder, { recursive: true }));

const BODIES = ['Hỗ trợ hộ nghèo về nhà ở.', 'Sở Nội vụ chủ trì khen thưởng.', 'Tỉ lệ bao phủ bảo hiểm y tế.'];
const entries = BODIES.map((body, i) => ({
  id: `a:p${i}`,
  kind: 'passage' as const,
  documentId: 'a',
  heading: 'I. Mục tiêu',
  body,
}));
const options = { folder, embedder: testEmbedder, hnswlib: null };

beforeAll(async () => {
  const vectors = Float32Array.from(entries.flatMap(({ body }) => [...testEmbedder.embed(body)]));
  const part = { entries, counts: countPart(entryTerms(entries)), vectors };
  await writePublishedIndex({ ...options, generation: 'g1', parts: [part], builtAt: new Date(0) });
});

/** A copy of the generation with one file changed. */
function altered(name: string, file: string, change: (content: Buffer) => Buffer | string): string {
  cpSync(join(folder, 'g1'), join(folder, name), { recursive: true });
  const path = join(folder, name, file);
  writeFileSync(path, change(readFileSync(path)));
  if (file !== 'manifest.json') {
    const manifest = join(folder, name, 'manifest.json');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('"g1"', `"${name}"`));
  }
  return name;
}

describe('a published index', () => {
  test('opens as it was written and is searched', async () => {
    const index = await openPublishedIndex('g1', options);
    expect(index.manifest).toMatchObject({ generation: 'g1', entries: 3, builtAt: '1970-01-01T00:00:00.000Z' });
    expect(await index.entriesAt([1, 9])).toEqual([
      { ordinal: 1, entry: { id: 'a:p1', kind: 'passage', documentId: 'a' } },
    ]);
    const terms = ['khen', 'thuong', 'khen_thuong'].map((term) => ({ term, weight: 1 }));
    const [best] = await retriever(testEmbedder)(index, { terms, text: 'khen thưởng', only: null, k: 2 });
    expect(best).toMatchObject({ entry: { id: 'a:p1' }, ordinal: 1, parts: { lexical: 1 } });
    expect(best?.parts.vector).toBeGreaterThan(0.5);
  });

  test.each([
    ['missing', () => 'g0', /thiếu tệp/],
    ['cut', () => altered('g-cut', 'lexical.bin', (bytes) => bytes.subarray(0, 100)), /lexical\.bin bị thay đổi/],
    ['altered in one byte', () => altered('g-byte', 'vectors.bin', flipLastByte), /vectors\.bin bị thay đổi/],
    ['without a readable manifest', () => altered('g-text', 'manifest.json', () => 'not json'), /tệp mô tả bị hỏng/],
    ['with a foreign manifest', () => altered('g-json', 'manifest.json', () => '{"version": 3}'), /tệp mô tả bị hỏng/],
    [
      'of another generation',
      () => altered('g-other', 'manifest.json', (bytes) => bytes),
      /thế hệ dữ liệu khác \(g1\)/,
    ],
    [
      'of another format',
      () => altered('g-format', 'manifest.json', (bytes) => bytes.toString().replace('"format": 2', '"format": 99')),
      /định dạng 99/,
    ],
  ])('that is %s is refused in one sentence with the command that rebuilds it', async (_, make, reason) => {
    const opening = openPublishedIndex(make(), options);
    await expect(opening).rejects.toThrow(UnusableIndexError);
    await expect(opening).rejects.toThrow(reason);
    await expect(opening).rejects.toThrow(/npm run ingest/);
  });

  test('built with another embedder is refused', async () => {
    const embedder = { model: 'another-model', dimensions: 1536 };
    await expect(openPublishedIndex('g1', { ...options, embedder })).rejects.toThrow(/another-model \(1536 chiều\)/);
  });
});

function flipLastByte(bytes: Buffer): Buffer {
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 0xff;
  return bytes;
}
