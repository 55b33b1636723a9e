import { describe, expect, test } from 'vitest';
import { expandChatForms } from '../../src/vietnamese/chat-forms.ts';

describe('short forms of chat', () => {
  test.each([
    ['bhyt đc bn % z', 'bhyt được bao nhiêu % vậy'],
    ['kh biết ai ký', 'không biết ai ký'],
    ['kh 50 của Bắc Giang', 'kh 50 của Bắc Giang'],
    ['kh nào thay kh 30', 'kh nào thay kh 30'],
    ['50/kh-ubnd', '50/kh-ubnd'],
    ['KH 46 ntn', 'KH 46 như thế nào'],
    ['cơ quan nào chủ trì KH?', 'cơ quan nào chủ trì Kế hoạch?'],
    ['theo NQ của Trung ương', 'theo Nghị quyết của Trung ương'],
    ['Sở KH&ĐT lập KH 50', 'Sở KH&ĐT lập KH 50'],
    ['89-KH/TU', '89-KH/TU'],
    ['chỉ tiêu về TE năm 2025', 'chỉ tiêu về trẻ em năm 2025'],
    ['kinh tế, TẾ', 'kinh tế, TẾ'],
    ['CÔNG TY TƯ NHÂN', 'CÔNG TY TƯ NHÂN'],
  ])('%s → %s', (typed, meant) => expect(expandChatForms(typed)).toBe(meant));
});
