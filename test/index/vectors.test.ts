import { describe, expect, test } from 'vitest';
import {
  CLUSTERED,
  type ClusteredVectors,
  clusteredVectorIndex,
  clusterRows,
} from '../../src/index/clustered-vectors.ts';
import { entryTableOf } from '../../src/index/entry-table.ts';
import { exactVectorIndex, type UnitVectors, unitVectors } from '../../src/index/exact-vectors.ts';
import { buildHnsw, HNSW, hnswVectorIndex, loadHnswlib } from '../../src/index/hnsw-vectors.ts';
import { inProcessIndex, type OrdinalVectorIndex } from '../../src/index/in-process.ts';
import { codeVectors, int8VectorIndex } from '../../src/index/int8-vectors.ts';
import { buildLexicalIndex } from '../../src/index/lexical.ts';
import { ordinalRanges } from '../../src/index/ordinals.ts';
import type { VectorIndex } from '../../src/index/ports.ts';
import { vectorCollector } from '../../src/index/vector-collector.ts';
import { clusteredVectors, documentOf, type NumberedIndex, vectorIndexContract } from '../contracts/vector-index.ts';

const hnswlib = await loadHnswlib(() => {});

/** The engine as the port of a published index. */
function published(vectors: OrdinalVectorIndex): NumberedIndex<VectorIndex> {
  const { size, dimensions } = vectors;
  const entries = Array.from({ length: size }, (_, ordinal) => ({
    id: `p${ordinal}`,
    kind: 'passage' as const,
    documentId: documentOf(ordinal),
  }));
  const manifest = { format: 1, generation: 'g', embedder: { model: 'test', dimensions }, entries: size, builtAt: '' };
  const index = inProcessIndex({ manifest, entries: entryTableOf(entries), lexical: buildLexicalIndex([]), vectors });
  return { index: index.vectors, ordinals: [...entries.keys()] };
}

describe('the exact vector index', () => {
  vectorIndexContract(async (vectors) => published(exactVectorIndex(vectors)));
});

describe('the int8 vector index', () => {
  vectorIndexContract(async (vectors) => published(int8VectorIndex(codeVectors(vectors))));

  test('finds 99 % of what the exact index finds, with its scores', async () => {
    const vectors = unitVectors(clusteredVectors(2_000, 64), 64);
    const [exact, coded] = [exactVectorIndex(vectors), int8VectorIndex(codeVectors(vectors))];
    let shared = 0;
    const queries = clusteredVectors(50, 64, 3);
    for (const query of queries) {
      const truth = await exact.search(query, { k: 20, only: null });
      const scores = new Map(truth.map(({ ordinal, score }) => [ordinal, score]));
      for (const { ordinal, score } of await coded.search(query, { k: 20, only: null })) {
        const expected = scores.get(ordinal);
        if (expected === undefined) continue;
        shared += 1;
        expect(Math.abs(score - expected)).toBeLessThan(0.005);
      }
    }
    expect(shared / (20 * queries.length)).toBeGreaterThanOrEqual(0.99);
  });
});

describe.skipIf(hnswlib === null)('the hnsw vector index', () => {
  const open = async (vectors: UnitVectors) => {
    if (hnswlib === null) throw new Error('hnswlib-node is not installed');
    return hnswVectorIndex(buildHnsw(hnswlib, vectors), codeVectors(vectors), { ...HNSW, scanBelow: 0 });
  };
  vectorIndexContract(async (vectors) => published(await open(vectors)));

  test('finds 99 % of what the exact index finds', async () => {
    const vectors = unitVectors(clusteredVectors(2_000, 64), 64);
    const [exact, approximate] = [exactVectorIndex(vectors), await open(vectors)];
    let shared = 0;
    const queries = clusteredVectors(50, 64, 3);
    for (const query of queries) {
      const truth = new Set((await exact.search(query, { k: 20, only: null })).map(({ ordinal }) => ordinal));
      const hits = await approximate.search(query, { k: 20, only: null });
      shared += hits.filter(({ ordinal }) => truth.has(ordinal)).length;
    }
    expect(shared / (20 * queries.length)).toBeGreaterThanOrEqual(0.99);
  });

  test('gives the scores of the scan', async () => {
    const vectors = unitVectors(clusteredVectors(300, 16), 16);
    const [query] = clusteredVectors(1, 16, 5);
    if (query === undefined) throw new Error('no query');
    const options = { k: 5, only: null };
    expect(await (await open(vectors)).search(query, options)).toEqual(
      await int8VectorIndex(codeVectors(vectors)).search(query, options),
    );
  });
});

describe('the clustered vector index', () => {
  const open = async (vectors: UnitVectors, settings = CLUSTERED) =>
    clusteredVectorIndex(await clustered(vectors), settings);
  vectorIndexContract(async (vectors) => published(await open(vectors)));

  test('finds 95 % of what the exact index finds when it looks at half of the vectors, with its scores', async () => {
    const vectors = unitVectors(clusteredVectors(3_000, 64), 64);
    const [exact, approximate] = [exactVectorIndex(vectors), await open(vectors, { factor: 27 })];
    let shared = 0;
    const queries = clusteredVectors(50, 64, 3);
    for (const query of queries) {
      const truth = await exact.search(query, { k: 20, only: null });
      const scores = new Map(truth.map(({ ordinal, score }) => [ordinal, score]));
      for (const { ordinal, score } of await approximate.search(query, { k: 20, only: null })) {
        const expected = scores.get(ordinal);
        if (expected === undefined) continue;
        shared += 1;
        expect(Math.abs(score - expected)).toBeLessThan(0.005);
      }
    }
    expect(shared / (20 * queries.length)).toBeGreaterThanOrEqual(0.95);
  });

  test('looks on when a filter leaves little of the nearest clusters', async () => {
    const vectors = unitVectors(clusteredVectors(3_000, 64), 64);
    const ordinals = ordinalRanges([{ start: 100, end: 1_900 }]);
    const [query = new Float32Array(64)] = clusteredVectors(1, 64, 3);
    const approximate = await open(vectors, { factor: 5 });
    const hits = await approximate.search(query, { k: 200, only: ordinals });
    expect(hits).toHaveLength(200);
    expect(hits.every(({ ordinal }) => ordinals.has(ordinal))).toBe(true);
  });
});

/** The vectors quantised and put in the order of their clusters, as they are stored. */
function clustered({ values, dimensions }: UnitVectors): Promise<ClusteredVectors> {
  const collector = vectorCollector(dimensions, 0);
  for (let start = 0; start < values.length; start += dimensions) {
    collector.add(values.subarray(start, start + dimensions));
  }
  const collected = collector.collected();
  if (collected.kind !== 'many') throw new Error('The vectors were not quantised.');
  return clusterRows(collected.rows, collected.count);
}

test('where hnswlib-node cannot be loaded one line says so', async () => {
  const lines: string[] = [];
  const missing = async () => {
    throw new Error("Cannot find package 'hnswlib-node'\nRequire stack: …");
  };
  expect(await loadHnswlib((line) => lines.push(line), missing)).toBeNull();
  expect(lines).toEqual([
    "Không nạp được hnswlib-node (Cannot find package 'hnswlib-node'); dùng chỉ mục vectơ quét toàn bộ.",
  ]);
});
