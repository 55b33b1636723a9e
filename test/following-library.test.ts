import { expect, test } from 'vitest';
import { followingLibrary } from '../src/following-library.ts';
import type { Library } from '../src/http/library.ts';

/** A library that is told apart by its generation alone. */
function libraryOf(generation: string): Library {
  const unasked = () => {
    throw new Error('Nobody asks this library.');
  };
  return {
    manifest: { format: 1, generation, embedder: { model: 'test', dimensions: 1 }, entries: 0, builtAt: '' },
    store: {
      ...{ generation: unasked, documents: unasked, document: unasked, passages: unasked, targets: unasked },
      ...{ assignments: unasked, entitlements: unasked, listDocuments: unasked, listTargets: unasked },
      ...{ listAssignments: unasked, close: unasked },
    },
    ask: unasked,
    search: unasked,
  };
}

function following() {
  const state = { time: 0, published: 'g1' as string | null, looks: 0, faults: [] as unknown[], kept: [] as unknown[] };
  const openLibrary = followingLibrary({
    generation: async () => {
      state.looks += 1;
      if (state.published === 'down') throw new Error('down');
      return state.published;
    },
    open: async (generation) => libraryOf(generation),
    now: () => state.time,
    onFault: (error) => state.faults.push(error),
    keepAlive: (work) => state.kept.push(work),
  });
  const served = async () => (await openLibrary())?.manifest.generation ?? null;
  return { state, served };
}

test('looks for a newer generation with the first request after some seconds', async () => {
  const { state, served } = following();
  expect(await served()).toBe('g1');
  state.published = 'g2';
  expect(await served()).toBe('g1');
  expect(state.looks).toBe(1);
  state.time = 5_000;
  expect(await served()).toBe('g2');
});

test('serves on while the database is down, and says so', async () => {
  const { state, served } = following();
  await served();
  state.published = 'down';
  state.time = 5_000;
  expect(await served()).toBe('g1');
  expect(state.faults).toHaveLength(1);
});

test('without any generation, or any answer, there is no library', async () => {
  const { state, served } = following();
  state.published = null;
  expect(await served()).toBeNull();
  state.published = 'down';
  state.time = 5_000;
  await expect(served()).rejects.toThrow('down');
});

test('a failure stands for some seconds: a database that is down is not asked by every request', async () => {
  const { state, served } = following();
  state.published = 'down';
  for (let i = 0; i < 3; i++) await expect(served()).rejects.toThrow('down');
  expect(state.looks).toBe(1);
  state.published = 'g1';
  state.time = 5_000;
  expect(await served()).toBe('g1');
});

test('requests that come at once share one look, which outlives the first of them', async () => {
  const { state, served } = following();
  expect(await Promise.all([served(), served(), served()])).toEqual(['g1', 'g1', 'g1']);
  expect([state.looks, state.kept.length]).toEqual([1, 1]);
});
