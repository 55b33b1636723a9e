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

describe('a word typed with accents', () => {
  const words = ['truoc', 'tuoc', 'do', 'nao', 'noi', 'van', 'ban'];
  const read = (typed: string, accented: boolean) =>
    correctTerms(
      typed.split(' '),
      (term) => words.includes(term),
      words,
      { size: 100, documentFrequency: (term) => (words.includes(term) ? 10 : 0) },
      typed.split(' ').map(() => accented),
    ).join(' ');

  test('is whole: “nhắc tới” is no slip for “nhà tối”', () => {
    const pairs = (term: string) => (term === 'nha_toi' ? 9 : 10);
    const read = (accented: boolean) =>
      correctTerms(
        ['nhac', 'toi'],
        (term) => term !== 'nhac',
        ['nha', 'toi'],
        { size: 100, documentFrequency: pairs },
        [accented, true],
      );
    expect(read(true)).toEqual(['nhac', 'toi']);
    expect(read(false)).toEqual(['nha', 'toi']);
  });

  test('is taken for a slip: “tưrớc” is “trước”', () => expect(read('turoc do', true)).toBe('truoc do'));
  test('and without accents for Telex: “turoc” is “tước” with its tone', () =>
    expect(read('turoc do', false)).toBe('tuoc do'));
  test('is rather a word that asks than a commoner one: “văn bản noà”', () =>
    expect(read('van ban noa', true)).toBe('van ban nao'));
});

test.each([
  ['ngheo', 'nghoe', true],
  ['tinh', 'tin', true],
  ['trong', 'trang', true],
  ['ngheo', 'nghi', false],
])('%s and %s within one edit: %s', (a, b, near) => expect(withinOneEdit(a, b)).toBe(near));
