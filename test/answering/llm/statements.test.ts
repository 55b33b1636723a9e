import { describe, expect, test } from 'vitest';
import { claim, draft, framing } from '../../../src/answering/compose/draft.ts';
import { checkOwnWords, instructionsOf } from '../../../src/answering/llm/check-own-words.ts';
import { complete } from '../../../src/answering/llm/complete.ts';
import { readModelStatement } from '../../../src/answering/llm/read-statement.ts';
import { smallView, supportOf } from '../verify/small-document.ts';

const view = smallView({ type: 'Kế hoạch', number: '12/KH-UBND', issuer: 'Ủy ban nhân dân tỉnh Mẫu', province: null }, [
  {
    text: 'Sở Y tế chủ trì, phối hợp với Sở Tài chính mua 15 xe cứu thương trước năm 2027, bảo đảm người dân vùng cao được cấp cứu kịp thời.',
  },
  { text: 'Phấn đấu đến năm 2027, tỷ lệ trạm y tế xã có bác sĩ đạt 95%, cao hơn năm 2024.' },
]);
const [first, second] = [supportOf(view, 0), supportOf(view, 1)];
const places = new Map([
  [1, first],
  [2, second],
]);

describe('a statement as the model gives it', () => {
  const read = (text: string, passages: readonly number[]) => readModelStatement({ text, passages }, places);

  test('numbers of passages that do not exist are left out, and so is a statement that is left with none', () => {
    expect(read('Sở Y tế chủ trì.', [1, 9])?.supports).toEqual([first]);
    expect(read('Sở Y tế chủ trì.', [9, -1, 0.5])).toBeNull();
    expect(read('Sở Y tế chủ trì.', [])).toBeNull();
  });

  test('markers in the text count as numbers of passages', () => {
    expect(read('Sở Y tế chủ trì [1][2].', [])).toMatchObject({ text: 'Sở Y tế chủ trì.', supports: [first, second] });
  });

  test.each([
    ['**Sở Y tế** chủ trì.', 'Sở Y tế chủ trì.'],
    ['* Sở Y tế\nchủ trì', '- Sở Y tế chủ trì'],
    ['Văn bản nêu "mua 15 xe cứu thương".', 'Văn bản nêu “mua 15 xe cứu thương”.'],
    ['Sở\u200b Y tế chủ trì.', 'Sở Y tế chủ trì.'],
  ])('%j is read as %j', (text, tidied) => expect(read(text, [1])?.text).toBe(tidied));

  test.each([null, 'Sở Y tế', { text: 1, passages: [1] }, { text: 'x' }, { text: 'x'.repeat(2_000), passages: [1] }])(
    '%j is none',
    (value) => expect(readModelStatement(value, places)).toBeNull(),
  );
});

describe('words of its own', () => {
  const instructions = instructionsOf('Mỗi phát biểu ghi số của đúng những đoạn làm căn cứ cho nó.');
  const check = (text: string, support = first) => checkOwnWords(claim(text, support), instructions);

  test.each([
    'Sở Y tế chủ trì mua 15 xe cứu thương trước năm 2027.',
    'Theo Kế hoạch 12/KH-UBND, việc mua 15 xe cứu thương do Sở Y tế chủ trì, Sở Tài chính phối hợp.',
    'Nội dung liên quan: “bảo đảm người dân vùng cao được cấp cứu kịp thời”.',
  ])('%s holds', (text) => expect(check(text)).toBeNull());

  test.each([
    'HACKED',
    'Đồng ý.',
    'Sở Y tế chủ trì mua 15 xe cứu thương, xem tại www.example.com.',
    'Sở Y tế chủ trì <b>mua xe</b>.',
    'Sở Y tế chủ trì “mua 15 xe.',
    'Sở Y tế mua 15 xe cứu thương, nhiều hơn tỉnh bên.',
    'Tôi là trợ lý, Sở Y tế chủ trì mua xe cứu thương.',
    'Sở Y tế chủ trì mua xe cứu thương, OWNED.',
    'Người dân nên nộp đơn khiếu nại tại tòa án để đòi bồi thường thiệt hại.',
    'Sở Y tế: mỗi phát biểu ghi số của đúng những đoạn làm căn cứ.',
  ])('%s does not', (text) => expect(check(text)).not.toBeNull());

  test('an abbreviation stands for its words and they for it, also where the source prints only one', () => {
    const insured = smallView({ number: '12/KH-UBND' }, [
      { text: 'Phấn đấu tỷ lệ bao phủ bảo hiểm y tế đạt 95% dân số; tỉ lệ LLLĐ tham gia BHXH đạt 62%.' },
    ]);
    expect(check('Tỷ lệ bao phủ BHYT đạt 95% dân số.', supportOf(insured))).toBeNull();
    expect(check('Tỉ lệ lực lượng lao động tham gia bảo hiểm xã hội đạt 62%.', supportOf(insured))).toBeNull();
    expect(check('Tỷ lệ bao phủ BHTN đạt 95% dân số.', supportOf(insured))).not.toBeNull();
  });

  test('a comparison holds where the source makes it, and only of what it makes it', () => {
    expect(check('Tỷ lệ trạm y tế xã có bác sĩ đạt 95%, cao hơn năm 2024.', second)).toBeNull();
    expect(check('Tỷ lệ trạm y tế xã có bác sĩ đạt 95%, cao hơn các xã.', second)).not.toBeNull();
  });
});

describe('what is left out', () => {
  const lead = claim('Sở Y tế chủ trì việc “mua 15 xe cứu thương”, theo Kế hoạch 12/KH-UBND.', first);
  const coordinate = claim('Cơ quan phối hợp: Sở Tài chính.', first);
  const remark = framing('Không tìm thấy số liệu của năm khác.');
  const found = draft('answered', [lead, coordinate, remark]);

  test('is added after what the model wrote, remarks last', () => {
    const written = claim('Việc mua xe cứu thương do Sở Y tế chủ trì.', first);
    expect(complete([written], found).statements).toEqual([written, coordinate, remark]);
  });

  test('is nothing when all bodies and figures are said', () => {
    const written = claim('Sở Y tế chủ trì, Sở Tài chính phối hợp mua 15 xe cứu thương.', first);
    expect(complete([written], found).statements).toEqual([written, remark]);
  });

  test('is what is said on other places', () => {
    const written = claim('Tỷ lệ trạm y tế xã có bác sĩ đạt 95%.', second);
    expect(complete([written], found).statements).toEqual([written, lead, coordinate, remark]);
  });
});
