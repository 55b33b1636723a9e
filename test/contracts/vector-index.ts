import { expect, test } from 'vitest';
import { type UnitVectors, unitVectors } from '../../src/index/exact-vectors.ts';
import type { VectorIndex } from '../../src/index/ports.ts';

/** Random vectors around random centres, as embeddings of passages lie; the same ones for the same seed. */
export function clusteredVectors(count: number, dimensions: number, seed = 1): Float32Array[] {
  const random = randomNumbers(seed);
  const centres = Array.from({ length: Math.ceil(count / 20) }, () =>
    Float32Array.from({ length: dimensions }, () => random() - 0.5),
  );
  return Array.from({ length: count }, () => {
    const centre = centres[Math.floor(random() * centres.length)];
    return Float32Array.from({ length: dimensions }, (_, i) => (centre?.[i] ?? 0) + (random() - 0.5));
  });
}

/** mulberry32: a small generator with a seed, so that a failing run can be repeated. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The document of an entry in these tests, in the order of their entries: first two entries each, then a hundred. */
export function documentOf(entry: number): string {
  return `d${String(Math.floor(entry < 10 ? entry / 2 : 5 + entry / 100)).padStart(4, '0')}`;
}

/** An index of a test, and the number it knows each entry by; they ascend. */
export interface NumberedIndex<T> {
  readonly index: T;
  readonly ordinals: readonly number[];
}

/** What every vector index must do, over entries of the documents `documentOf` names. */
export function vectorIndexContract(openIndex: (vectors: UnitVectors) => Promise<NumberedIndex<VectorIndex>>): void {
  /** The index with entries by their place in the list of vectors. */
  const open = async (vectors: UnitVectors): Promise<VectorIndex> => {
    const { index, ordinals } = await openIndex(vectors);
    return {
      ...index,
      search: async (vector, options) => {
        const { only } = options;
        const filter =
          only !== null && 'ordinals' in only
            ? { ordinals: new Set([...only.ordinals].map((entry) => ordinals[entry] ?? -1)) }
            : only;
        const hits = await index.search(vector, { ...options, only: filter });
        return hits.map((hit) => ({ ...hit, ordinal: ordinals.indexOf(hit.ordinal) }));
      },
    };
  };
  const [east, north, northEast, zero] = [
    Float32Array.of(2, 0, 0, 0),
    Float32Array.of(0, 0.5, 0, 0),
    Float32Array.of(1, 1, 0, 0),
    new Float32Array(4),
  ];
  const directions = unitVectors([east, north, northEast, east, zero], 4);

  test('finds the most similar first, whatever the lengths, ties by ordinal', async () => {
    const hits = await (await open(directions)).search(Float32Array.of(5, 0, 0, 0), { k: 3, only: null });
    expect(hits.map(({ ordinal }) => ordinal)).toEqual([0, 3, 2]);
    expect(hits.map(({ score }) => score.toFixed(3))).toEqual(['1.000', '1.000', '0.707']);
  });

  test('knows its size and dimensions', async () => {
    const index = await open(directions);
    expect([index.size, index.dimensions]).toEqual([5, 4]);
  });

  test('returns only what the filter allows', async () => {
    const hits = await (await open(directions)).search(east, { k: 5, only: { ordinals: new Set([1, 2]) } });
    expect(hits.map(({ ordinal }) => ordinal)).toEqual([2, 1]);
  });

  test('returns only entries of the documents asked for', async () => {
    const index = await open(directions);
    const inDocuments = async (documents: readonly string[]) =>
      (await index.search(east, { k: 5, only: { documents } })).map(({ ordinal }) => ordinal);
    expect(await inDocuments(['d0001'])).toEqual([3, 2]);
    expect(await inDocuments(['d0002', 'd0000', 'unknown'])).toEqual([0, 1, 4]);
    expect(await inDocuments([])).toEqual([]);
  });

  test('returns what there is when k is larger than the index', async () => {
    expect(await (await open(directions)).search(east, { k: 100, only: null })).toHaveLength(5);
  });

  test('returns nothing for a filter that allows nothing, and nothing of an empty index', async () => {
    expect(await (await open(directions)).search(east, { k: 3, only: { ordinals: new Set() } })).toEqual([]);
    expect(await (await open(unitVectors([], 4))).search(east, { k: 3, only: null })).toEqual([]);
  });

  test('refuses a vector of another model', async () => {
    await expect((await open(directions)).search(new Float32Array(3), { k: 1, only: null })).rejects.toThrow(/3 chiều/);
  });

  test.each([0.5, 0.02])('agrees with scoring every vector when a filter keeps %f of them', async (share) => {
    const random = randomNumbers(7);
    const vectors = unitVectors(clusteredVectors(1_000, 32), 32);
    const only = new Set(Array.from({ length: 1_000 }, (_, i) => i).filter(() => random() < share));
    const index = await open(vectors);
    for (const query of clusteredVectors(10, 32, 2)) {
      const hits = await index.search(query, { k: 10, only: { ordinals: only } });
      expect(hits.every(({ ordinal }) => only.has(ordinal))).toBe(true);
      const found = new Set(hits.map(({ ordinal }) => ordinal));
      const missed = bruteForce(vectors, query, only, 10).filter((ordinal) => !found.has(ordinal));
      expect(missed.length).toBeLessThanOrEqual(1);
    }
  });
}

function bruteForce(
  { values, dimensions }: UnitVectors,
  query: Float32Array,
  only: ReadonlySet<number>,
  k: number,
): number[] {
  return [...only]
    .map((ordinal) => ({
      ordinal,
      score: query.reduce((sum, value, i) => sum + value * (values[ordinal * dimensions + i] ?? 0), 0),
    }))
    .sort((a, b) => b.score - a.score || a.ordinal - b.ordinal)
    .slice(0, k)
    .map(({ ordinal }) => ordinal);
}
