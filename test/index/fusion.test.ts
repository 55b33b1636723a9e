import { expect, test } from 'vitest';
import { entryTableOf } from '../../src/index/entry-table.ts';
import { exactVectorIndex, unitVectors } from '../../src/index/exact-vectors.ts';
import { fuse } from '../../src/index/fusion.ts';
import { inProcessIndex } from '../../src/index/in-process.ts';
import { buildLexicalIndex } from '../../src/index/lexical.ts';
import { retriever } from '../../src/index/retriever.ts';
import { testEmbedder } from '../doubles/test-embedder.ts';

const WEIGHTS = { lexical: 0.75, vector: 0.25 };

test('BM25 is brought to 1, the cosine is not, and each is weighted', () => {
  const lexical = [
    { ordinal: 3, score: 20 },
    { ordinal: 1, score: 20 },
  ];
  const vector = [
    { ordinal: 1, score: 0.8 },
    { ordinal: 7, score: 0.4 },
  ];
  expect(fuse({ lexical, vector }, WEIGHTS)).toEqual([
    { ordinal: 1, score: 0.95, parts: { lexical: 1, vector: 0.8 } },
    { ordinal: 3, score: 0.75, parts: { lexical: 1, vector: 0 } },
    { ordinal: 7, score: 0.1, parts: { lexical: 0, vector: 0.4 } },
  ]);
});

test('where BM25 has one clear find, the vectors count less', () => {
  const lexicalWith = (tenth: number) =>
    Array.from({ length: 12 }, (_, i) => ({ ordinal: i, score: i === 0 ? 10 : tenth }));
  const vector = [{ ordinal: 1, score: 1 }];
  const first = (tenth: number) => fuse({ lexical: lexicalWith(tenth), vector }, WEIGHTS)[0]?.ordinal;
  expect(first(2)).toBe(0);
  expect(first(9)).toBe(1);
});

test('without any lexical hit the vectors decide; a negative similarity counts as none, ties come by ordinal', () => {
  const vector = [
    { ordinal: 5, score: 0.3 },
    { ordinal: 2, score: -0.2 },
    { ordinal: 0, score: -0.1 },
  ];
  expect(fuse({ lexical: [], vector }, WEIGHTS).map(({ ordinal, score }) => [ordinal, score])).toEqual([
    [5, 0.075],
    [0, 0],
    [2, 0],
  ]);
  expect(fuse({ lexical: [], vector: [] }, WEIGHTS)).toEqual([]);
});

test('retrieval keeps to the filter and to k, and gives both parts of every candidate', async () => {
  const bodies = ['Hỗ trợ hộ nghèo.', 'Hỗ trợ hộ nghèo về nhà ở.', 'Khen thưởng.', 'Nhà ở xã hội.'];
  const index = inProcessIndex({
    manifest: {
      format: 1,
      generation: 'g',
      embedder: { model: testEmbedder.model, dimensions: testEmbedder.dimensions },
      entries: bodies.length,
      builtAt: '',
    },
    entries: entryTableOf(bodies.map((_, i) => ({ id: `a:p${i}`, kind: 'passage', documentId: 'a' }))),
    lexical: buildLexicalIndex(bodies.map((body) => ({ heading: '', body }))),
    vectors: exactVectorIndex(
      unitVectors(
        bodies.map((body) => testEmbedder.embed(body)),
        testEmbedder.dimensions,
      ),
    ),
  });
  const terms = ['ho', 'ngheo', 'nha', 'o'].map((term) => ({ term, weight: 1 }));
  const query = { terms, text: 'nhà ở hộ nghèo', only: { ordinals: new Set([0, 1, 3]) }, k: 2 };
  const candidates = await retriever(testEmbedder, WEIGHTS)(index, query);
  expect(candidates.map(({ entry }) => entry.id)).toEqual(['a:p1', 'a:p0']);
  expect(candidates.every(({ parts }) => parts.lexical > 0 && parts.vector > 0)).toBe(true);
});
