import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withAccents } from '../../../eval/retrieval/accents.ts';
import { type RetrievalSet, readBeirSet, writeBeirSet } from '../../../eval/retrieval/beir.ts';
import { measure } from '../../../eval/retrieval/measure.ts';
import { projectMethods } from '../../../eval/retrieval/methods.ts';
import { writeResults } from '../../../eval/retrieval/results-page.ts';
import { openShippedModel } from '../../../src/model/shipped-model.ts';
import { StaticEmbeddings } from '../../../src/model/static-embeddings.ts';

const set: RetrievalSet = {
  name: 'tiny',
  corpus: [
    { id: 'd1', title: 'Nhà ở', text: 'Hỗ trợ hộ nghèo xóa nhà tạm, nhà dột nát.' },
    { id: 'd2', title: '', text: 'Chế độ trợ cấp thất nghiệp của người lao động.' },
  ],
  queries: [
    { id: 'q1', text: 'Nhà dột nát được hỗ trợ gì?' },
    { id: 'q2', text: 'trợ cấp thất nghiệp' },
  ],
  relevant: new Map([
    ['q1', new Map([['d1', 1]])],
    ['q2', new Map([['d2', 1]])],
  ]),
};

test('a set is read as it was written', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'beir-')), 'tiny');
  writeBeirSet(folder, set);
  expect(readBeirSet(folder)).toEqual(set);
  rmSync(folder, { recursive: true });
});

test.each([
  ['accented', 'Nhà dột nát được hỗ trợ gì?'],
  ['half', 'Nhà dot nát duoc hỗ tro gì?'],
  ['none', 'nha dot nat duoc ho tro gi?'],
] as const)('a question with %s accents', (accents, question) => {
  expect(withAccents('Nhà dột nát được hỗ trợ gì?', accents)).toBe(question);
});

test('every way of the project finds the texts, with and without accents', async () => {
  const embedder = new StaticEmbeddings(await openShippedModel());
  for (const method of projectMethods(embedder)) {
    for (const row of await measure(set, method, ['accented', 'none'])) {
      expect(row).toMatchObject({ set: 'tiny', method: method.name, n: 2, mrr10: 1, ndcg10: 1 });
      expect(row.recall).toEqual({ '1': 1, '5': 1, '10': 1, '20': 1 });
    }
  }
});

test('the results of a set replace its own section and leave those of others', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'results-'));
  const embedder = new StaticEmbeddings(await openShippedModel());
  const own = (await Promise.all(projectMethods(embedder).map((method) => measure(set, method, ['accented'])))).flat();
  await writeResults(folder, [
    { set, own, peers: [] },
    { set: { ...set, name: 'other' }, own: [], peers: own },
  ]);
  await writeResults(folder, [{ set, own: own.slice(0, 1), peers: [] }]);
  const page = readFileSync(join(folder, 'results.md'), 'utf8');
  expect(page.match(/^## .*$/gm)).toEqual(['## other', '## tiny']);
  expect(page.slice(page.indexOf('## tiny'))).toContain('2 questions on 2 texts.');
  expect(page.slice(page.indexOf('## tiny')).match(/^\| tiny /gm)).toHaveLength(1);
  expect(page).toContain('What one would pick otherwise:');
  rmSync(folder, { recursive: true });
});
