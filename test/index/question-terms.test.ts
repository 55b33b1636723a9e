import { expect, test } from 'vitest';
import { questionTerms, questionTermsWithMeanings } from '../../src/index/question-terms.ts';

test('every syllable and bigram of a question counts once', () => {
  expect(questionTerms('Hộ nghèo, hộ nghèo')).toEqual(
    ['ho', 'ngheo', 'ho_ngheo', 'ngheo_ho'].map((term) => ({ term, weight: 1 })),
  );
});

test('an everyday word also looks for the documents’ word, at a low weight', () => {
  const weights = new Map(questionTermsWithMeanings('làm sổ đỏ ở đâu').map(({ term, weight }) => [term, weight]));
  expect(weights.get('so_do')).toBe(1);
  expect(weights.get('quyen_su')).toBe(0.2);
});

test('words of the law add nothing', () => {
  expect(questionTermsWithMeanings('Phạm vi điều chỉnh')).toEqual(questionTerms('Phạm vi điều chỉnh'));
});
