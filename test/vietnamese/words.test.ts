import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenise } from '../../src/vietnamese/tokens.ts';
import { holdsWord } from '../../src/vietnamese/words.ts';

/** What the scanner stands for; it is too slow for every text of a question. */
const WORD = /\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}]*/gu;

const placesOf = (text: string) => tokenise(text).map(({ text: word, start, end }) => [word, start, end]);
const placesMatched = (text: string) =>
  [...text.matchAll(WORD)].map((match) => [match[0], match.index, match.index + match[0].length]);

describe('the words of a text', () => {
  test.each([
    ['số 50/KH-UBND ngày 16/8/2024', ['số', '50', 'KH', 'UBND', 'ngày', '16', '8', '2024']],
    ['2.539.000 người, 2,35% (3.)', ['2.539.000', 'người', '2,35', '3']],
    ['hỗ trợ 𝐀𝐁 và 中文', ['hỗ', 'trợ', '𝐀𝐁', 'và', '中文']],
    ['', []],
  ])('of “%s” are syllables, numbers and letters of any script', (text, words) => {
    expect(tokenise(text).map(({ text: word }) => word)).toEqual(words);
  });

  test.each([
    ['hỗ trợ nhà ở', 'hỗ', true],
    ['nhà ở, nhà', 'nhà', true],
    ['bánh và bán', 'bán', true],
    ['bánh', 'bán', false],
    ['thành', 'hành', false],
    ['5kg', 'kg', true],
    ['', 'kg', false],
  ])('of “%s” have “%s” as one of its own: %s', (text, word, holds) => {
    expect(holdsWord(text, word)).toBe(holds);
  });

  test('are those the pattern finds, whatever the text', () => {
    const pieces = fc.constantFrom(
      '1',
      '.',
      ',',
      'ê',
      'ê',
      '̂',
      'đ',
      ' ',
      '-',
      '𝐀',
      '😀',
      '٣',
      '\ud835',
      '\udc00',
      '\n',
    );
    const mixed = fc.array(fc.oneof(pieces, fc.string({ unit: 'binary' }))).map((parts) => parts.join(''));
    fc.assert(
      fc.property(mixed, (text) => {
        expect(placesOf(text)).toEqual(placesMatched(text));
      }),
      { numRuns: 500 },
    );
  });
});
