import { expect, test } from 'vitest';
import { readNumberedThings } from '../../../src/answering/understand/numbered-things.ts';
import { tokenise } from '../../../src/vietnamese/tokens.ts';

const wordsOf = (question: string) =>
  tokenise(question).map(({ text, term }) => ({ printed: text, term, used: false }));

test.each([
  ['Đợt 02 của phong trào diễn ra khi nào?', ['dot 2']],
  ['Khi dự báo cháy rừng cấp VI thì trực mấy giờ?', ['cap vi']],
  ['Mức 1 tối đa bao nhiêu tiền?', ['muc 1']],
  ['Mục 1 quy định gì?', []],
  ['muc 1 quy dinh gi', []],
  ['Mỗi nhóm 3 người được hỗ trợ gì?', []],
  ['Giai đoạn 2026 - 2030 đặt chỉ tiêu gì?', []],
])('“%s” names %o', (question, labels) => {
  expect(readNumberedThings(wordsOf(question)).map(({ label }) => label)).toEqual(labels);
});
