import { describe, expect, test } from 'vitest';
import { correctTerms, withinOneEdit } from '../../../src/answering/understand/spelling.ts';

/** What stands in the documents: words, and pairs with how often they do. */
const PAIRS = new Map([
  ['ho_ngheo', 40],
  ['nguoi_cong', 5],
  ['co_cong', 30],
  ['mang_luoi', 12],
  ['cap_nuoc', 9],
]);
const WORDS = [
  'ho',
  'ngheo',
  'nguoi',
  'co',
  'cong',
  'mang',
  'luoi',
  'cap',
  'nuoc',
  'chu',
  'tri',
  'nao',
  'bao',
  'nhieu',
];
const statistics = {
  size: 100,
  documentFrequency: (term: string) => PAIRS.get(term) ?? (WORDS.includes(term) ? 10 : 0),
};
const correct = (typed: string) =>
  correctTerms(typed.split(' '), (term) => WORDS.includes(term), WORDS, statistics).join(' ');

describe('typing errors are read as the words of the documents', () => {
  test.each([
    ['ho nghoe', 'ho ngheo'],
    ['mangj luwowis', 'mang luoi'],
    ['chu chi', 'chu tri'],
    ['so noa', 'so nao'],
    ['bao nhieu', 'bao nhieu'],
    ['iphone', 'iphone'],
  ])('%s → %s', (typed, meant) => expect(correct(typed)).toBe(meant));
});

test.each([
  ['ngheo', 'nghoe', true],
  ['tinh', 'tin', true],
  ['trong', 'trang', true],
  ['ngheo', 'nghi', false],
])('%s and %s within one edit: %s', (a, b, near) => expect(withinOneEdit(a, b)).toBe(near));
