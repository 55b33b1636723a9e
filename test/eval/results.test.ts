import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compareOutcomes, type Outcome, readResults, writeResults } from '../../eval/results.ts';
import { replaceSections } from '../../eval/results-page.ts';

const outcome = (id: string, rightAndCited: boolean): Outcome => ({
  id,
  right: rightAndCited,
  rightAndCited,
  status: 'answered',
  faults: [],
});

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hoi-dap-test-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('questions won and lost are those in both runs whose outcome changed', () => {
  const before = [outcome('a', true), outcome('b', false), outcome('c', true)];
  const after = [outcome('a', false), outcome('b', true), outcome('c', true), outcome('d', true)];
  expect(compareOutcomes(before, after)).toEqual({ won: ['b'], lost: ['a'] });
});

test('results come back as they were written, and are none where there is no file', async () => {
  const path = join(folder, 'results.json');
  expect(await readResults(path, 'written')).toEqual({});
  await writeResults(path, { questions: [outcome('a', true)], other: [] });
  expect(await readResults(path, 'committed')).toEqual({ questions: [outcome('a', true)], other: [] });
});

test('a section of the results page is replaced, the others stay', async () => {
  await replaceSections(folder, [
    { name: 'one', text: '## one\n\nold' },
    { name: 'two', text: '## two\n\nkept' },
  ]);
  await replaceSections(folder, [{ name: 'one', text: '## one\n\nnew\n' }]);
  const page = await readFile(join(folder, 'results.md'), 'utf8');
  expect(page.slice(page.indexOf('## '))).toBe('## one\n\nnew\n\n## two\n\nkept\n');
});
