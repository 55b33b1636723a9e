import { expect, test } from 'vitest';
import { normalise } from '../../../ingest/normalise/normalise.ts';
import { splitRunInLabels } from '../../../ingest/outline/run-in-labels.ts';
import { sourceOf } from '../source-of.ts';

function texts(...paragraphs: readonly string[]): string[] {
  const source = sourceOf(`${paragraphs.join('\n\n')}\n`);
  return splitRunInLabels(normalise(source), source).map((block) => (block.kind === 'text' ? block.text : ''));
}

test.each([
  [
    'a point printed behind the one before it, without a stop',
    ['c) Số lượng hồ sơ: 01 bộ d) Thời hạn giải quyết: 20 ngày.', 'đ) Lệ phí: Không.'],
    ['c) Số lượng hồ sơ: 01 bộ', 'd) Thời hạn giải quyết: 20 ngày.', 'đ) Lệ phí: Không.'],
  ],
  [
    'the first point behind the clause that opens the list',
    ['2. Về chợ a) Lập danh mục chợ;', 'b) Kiểm tra giá chợ.'],
    ['2. Về chợ', 'a) Lập danh mục chợ;', 'b) Kiểm tra giá chợ.'],
  ],
  [
    'the last clause of an article behind a full stop',
    ['**Điều 7. Điểm bán**', '1. Điểm bán cố định.', '2. Điểm bán lưu động. 3. Điểm bán tạm thời.', '**Điều 8. Trạm**'],
    ['Điều 7. Điểm bán', '1. Điểm bán cố định.', '2. Điểm bán lưu động.', '3. Điểm bán tạm thời.', 'Điều 8. Trạm'],
  ],
])('%s is set apart', (_, paragraphs, expected) => {
  expect(texts(...paragraphs)).toEqual(expected);
});

test.each([
  ['a list told within a sentence', 'Hồ sơ gồm: a) Đơn đề nghị; b) Bản sao giấy phép; c) Ảnh chụp.'],
  ['a reference to a point', 'a) Theo quy định tại điểm b) Khoản 2 Điều 5.'],
  ['a number that ends a sentence before another', '1. Giai đoạn đầu đến năm 2030. 5. Không có mục nào trước.'],
])('%s stays whole', (_, paragraph) => {
  expect(texts(paragraph)).toEqual([paragraph]);
});
