import { expect, test } from 'vitest';
import { concurrencyLimit } from '../../src/model/concurrency-limit.ts';

const { signal } = new AbortController();

test('whoever waits gets the place that is given back first', async () => {
  const limit = concurrencyLimit(1, 1_000);
  const leave = await limit.enter(signal);
  const waiting = limit.enter(signal);
  leave();
  expect(typeof (await waiting)).toBe('function');
});

test('who gets no place in time is turned away as busy', async () => {
  const limit = concurrencyLimit(1, 20);
  await limit.enter(signal);
  await expect(limit.enter(signal)).rejects.toMatchObject({ kind: 'busy' });
});

test('a place given back twice is one place', async () => {
  const limit = concurrencyLimit(1, 20);
  const leave = await limit.enter(signal);
  leave();
  leave();
  await limit.enter(signal);
  await expect(limit.enter(signal)).rejects.toMatchObject({ kind: 'busy' });
});

test('a place that was never given back is free again after the longest a call may last', async () => {
  let now = 0;
  const limit = concurrencyLimit(1, 20, () => now);
  await limit.enter(signal);
  now = 59_000;
  await expect(limit.enter(signal)).rejects.toMatchObject({ kind: 'busy' });
  now = 61_000;
  expect(typeof (await limit.enter(signal))).toBe('function');
});
