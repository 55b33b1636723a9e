import { describe, expect, it } from 'vitest';
import { namedCases, rulesOn } from '../../../src/answering/evidence/brackets.ts';

/** What the text says of the one case that the question names. */
function ruled(question: string, text: string): boolean | null {
  const [named] = namedCases(question);
  if (named === undefined) throw new Error(`no case in: ${question}`);
  return rulesOn(text, named);
}

describe('brackets that sort cases by a figure', () => {
  it.each([
    ['ông tôi 70 tuổi', 'Người cao tuổi từ đủ 60 tuổi đến dưới 80 tuổi: 1,5', true],
    ['ông tôi 80 tuổi', 'Người cao tuổi từ đủ 60 tuổi đến dưới 80 tuổi: 1,5', false],
    ['ông tôi 80 tuổi', 'Người cao tuổi từ đủ 80 tuổi trở lên: 2,0', true],
    ['be 3 tuoi', 'Trẻ em dưới 4 tuổi: 2,5', true],
    ['bé 4 tuổi', 'Trẻ em dưới 4 tuổi: 2,5', false],
    ['đơn vị đạt 92%', 'Từ 88 - 90% cộng 02 điểm; từ 90-95% cộng 03 điểm', true],
    ['phòng có 7 người', 'Phòng có từ 10 người trở lên được bố trí 02 cấp phó', false],
    ['ông tôi 70 tuổi', 'Người khuyết tật nặng: 2,0', null],
    ['ông tôi 70 tuổi', 'Đạt trên 80% số người cao tuổi', null],
  ])('of “%s”, “%s” rules: %s', (question, text, rules) => {
    expect(ruled(question, text)).toBe(rules);
  });

  it('a bound in the question names no case', () => {
    expect(namedCases('người trên 80 tuổi được hưởng gì')).toEqual([]);
  });
});
