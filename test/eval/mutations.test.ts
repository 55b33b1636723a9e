import { describe, expect, test } from 'vitest';
import { MUTATIONS, mutateQuestion } from '../../eval/mutations/mutations.ts';
import { typedAsTelex } from '../../eval/mutations/telex.ts';
import { readQuestions } from '../../eval/question.ts';

const [FIRST] = await readQuestions(new URL('../../eval/questions.jsonl', import.meta.url).pathname);

describe('Telex as typed with the input method off', () => {
  test.each([
    ['trường', 'truwowngf'],
    ['được', 'dduwowcj'],
    ['lệ', 'leej'],
    ['năm', 'nawm'],
    ['Đồng', 'Ddoongf'],
  ])('%s → %s', (word, expected) => {
    expect(typedAsTelex(word)).toBe(expected);
  });
});

describe('mutations', () => {
  test.each(Object.keys(MUTATIONS))('%s gives the same text every time', (mutation) => {
    if (FIRST === undefined) throw new Error('no questions');
    expect(mutateQuestion(FIRST, mutation)).toEqual(mutateQuestion(FIRST, mutation));
  });

  test.each([
    ['no diacritics', 'Tỷ lệ BHYT ở Đắk Lắk năm 2025?', 'ty le bhyt o dak lak nam 2025?'],
    ['abbreviated', 'Kế hoạch 50/KH-UBND đặt tỷ lệ bảo hiểm y tế?', 'KH 50/KH-UBND đặt tỷ lệ BHYT?'],
  ])('%s: %s → %s', (mutation, question, expected) => {
    if (FIRST === undefined) throw new Error('no questions');
    expect(mutateQuestion({ ...FIRST, question }, mutation).question).toBe(expected);
  });

  test('numbers and document numbers are never misspelt', () => {
    if (FIRST === undefined) throw new Error('no questions');
    for (let id = 0; id < 200; id++) {
      const question = { ...FIRST, id: String(id), question: 'Kế hoạch 9491/KH-UBND năm 2025 là 2,35%' };
      expect(mutateQuestion(question, 'misspelt').question).toMatch(/9491\/KH-UBND .* 2025 .* 2,35%/);
    }
  });
});
