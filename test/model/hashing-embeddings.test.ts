import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { HashingEmbeddings } from '../../src/model/hashing-embeddings.ts';

const rarity = JSON.parse(readFileSync(new URL('../../seeds/lexicon/syllable-rarity.json', import.meta.url), 'utf8'));
const embeddings = new HashingEmbeddings(rarity);

function cosine(a: string, b: string): number {
  const [first, second] = [embeddings.embed(a), embeddings.embed(b)];
  return first.reduce((sum, value, i) => sum + value * (second[i] ?? 0), 0);
}

test('a text without diacritics has the vector of the text with them', () => {
  expect(embeddings.embed('ty le ho ngheo')).toEqual(embeddings.embed('Tỉ lệ hộ nghèo'));
});

test('a text is nearer to one on its subject than to one that shares only common words', () => {
  const question = 'Tỉnh hỗ trợ nhà ở cho hộ nghèo thế nào?';
  const onSubject = cosine(question, 'Hỗ trợ hộ nghèo, hộ cận nghèo về nhà ở.');
  const offSubject = cosine(question, 'Nâng cao chất lượng giáo dục nghề nghiệp của tỉnh.');
  expect(onSubject).toBeGreaterThan(offSubject + 0.2);
});

test('vectors have unit length, and a text without words is all zeros', () => {
  expect(Math.hypot(...embeddings.embed('Sở Nội vụ chủ trì'))).toBeCloseTo(1);
  expect(embeddings.embed(' … ').every((value) => value === 0)).toBe(true);
});

test('questions and documents are embedded alike', async () => {
  expect([await embeddings.embedQuery('hộ nghèo')]).toEqual(await embeddings.embedDocuments(['hộ nghèo']));
});
