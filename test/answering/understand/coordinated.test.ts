import { describe, expect, it } from 'vitest';
import { questionsForEither } from '../../../src/answering/understand/coordinated.ts';

/** Neighbours that some invented documents hold as words; any other pair is none. */
const WORDS = new Set(['giao_vien', 'hoc_sinh']);
const statistics = {
  size: 100,
  documentFrequency: (term: string) => (term.includes('_') && !WORDS.has(term) ? 0 : 10),
};

const sides = (text: string, compares = true) =>
  questionsForEither(text, { compares, statistics }).map(({ question }) => question);

describe('two things put beside each other in a question', () => {
  it.each([
    [
      'Mức chi cho Trưởng ban Lễ hội và Trưởng ban Hậu cần khác nhau thế nào?',
      ['Mức chi cho Trưởng ban Lễ hội là bao nhiêu?', 'Mức chi cho Trưởng ban Hậu cần là bao nhiêu?'],
    ],
    [
      'Phụ cấp của tổ trưởng dân phố và phó tổ trưởng dân phố chênh nhau bao nhiêu?',
      ['Phụ cấp của tổ trưởng dân phố là bao nhiêu?', 'Phụ cấp của phó tổ trưởng dân phố là bao nhiêu?'],
    ],
    ['Sản lượng cam so với quýt ra sao?', ['Sản lượng cam ra sao?', 'Sản lượng quýt ra sao?']],
    [
      'Mức hỗ trợ giáo viên và học sinh khác nhau thế nào?',
      ['Mức hỗ trợ giáo viên là bao nhiêu?', 'Mức hỗ trợ học sinh là bao nhiêu?'],
    ],
  ])('are asked for one by one: %s', (text, expected) => expect(sides(text)).toEqual(expected));

  it('are taken apart without a comparison only where they repeat a word', () => {
    expect(sides('Nghệ nhân nhân dân và nghệ nhân ưu tú được thưởng bao nhiêu?', false)).toEqual([
      'Nghệ nhân nhân dân được thưởng bao nhiêu?',
      'nghệ nhân ưu tú được thưởng bao nhiêu?',
    ]);
    expect(sides('Điện và nước được hỗ trợ bao nhiêu?', false)).toEqual([]);
  });

  it('are none where nothing is joined', () => expect(sides('Mức chi cho Trưởng ban thay đổi thế nào?')).toEqual([]));
});
