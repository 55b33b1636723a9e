import { describe, expect, it } from 'vitest';
import { groupsAsked, isOfOthers } from '../../../src/answering/evidence/people.ts';
import { termSetOf } from '../../../src/answering/evidence/term-set.ts';
import { termsOf } from '../../../src/vietnamese/phrase-book.ts';

const asked = (question: string) => groupsAsked({ folded: termsOf(question).join(' '), concepts: [] });

describe('what is said of one group of people', () => {
  it.each([
    ['Chăm sóc người có công thế nào?', 'chăm sóc người cao tuổi, trẻ mồ côi, người khuyết tật', true],
    ['Chăm sóc người cao tuổi thế nào?', 'chăm sóc người cao tuổi, trẻ mồ côi, người khuyết tật', false],
    ['Sinh viên nghèo có được ở nhà xã hội?', 'nhà ở cho người có công và hộ nghèo', true],
    ['Hộ nghèo người dân tộc được gì?', 'hỗ trợ hộ nghèo', false],
    ['Chăm sóc người có công thế nào?', 'chăm sóc mọi người dân', false],
    ['Dân được hỗ trợ gì?', 'hỗ trợ người khuyết tật', false],
  ])('%s – “%s” is about others: %s', (question, text, others) =>
    expect(isOfOthers(asked(question), termSetOf(text))).toBe(others),
  );

  it('may be named in what stands round it', () => {
    const around = [{ terms: termSetOf('Đối với người có công') }];
    expect(isOfOthers(asked('Người có công được gì?'), termSetOf('học bổng cho học sinh'), around)).toBe(false);
  });
});
