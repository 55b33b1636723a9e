import { expect, test } from 'vitest';
import { askedTogether } from '../../../src/store/postgres/asked-together.ts';

function counting() {
  const reads: (readonly string[])[] = [];
  const ask = askedTogether(async (ids) => {
    reads.push([...ids]);
    if (ids.includes('broken')) throw new Error('down');
    return new Map(ids.filter((id) => id !== 'unknown').map((id) => [id, id.toUpperCase()]));
  });
  return { reads, ask };
}

test('what is asked for side by side is read at once', async () => {
  const { reads, ask } = counting();
  expect(await Promise.all([ask('a'), ask('unknown'), ask('b')])).toEqual(['A', null, 'B']);
  expect(reads).toEqual([['a', 'unknown', 'b']]);
});

test('what is asked for later is read anew', async () => {
  const { reads, ask } = counting();
  await ask('a');
  await ask('a');
  expect(reads).toEqual([['a'], ['a']]);
});

test('a failure reaches all that waited for it, and nobody after them', async () => {
  const { ask } = counting();
  const asked = await Promise.allSettled([ask('a'), ask('broken')]);
  expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await ask('a')).toBe('A');
});
