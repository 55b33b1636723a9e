import { describe, expect, test } from 'vitest';
import { readQuantities } from '../../src/vietnamese/numbers.ts';

type Row = readonly [
  text: string,
  quantities: readonly (readonly [value: string, number: unknown, comparator: string, unit: string | null])[],
];

const rows: readonly Row[] = [
  ['tỷ lệ lao động qua đào tạo đạt trên 65%', [['trên 65%', 65, '>', '%']]],
  [
    'tăng thêm cho khoảng từ 7.000 - 10.000 lao động',
    [['khoảng từ 7.000 - 10.000', [7000, 10000], 'range', 'lao động']],
  ],
  ['giảm từ 4 - 4,5%/năm', [['từ 4 - 4,5%', [4, 4.5], 'range', '%/năm']]],
  ['là 95 - 100%', [['95 - 100%', [95, 100], 'range', '%']]],
  ['40-45', [['40-45', [40, 45], 'range', null]]],
  ['99-99,98', [['99-99,98', [99, 99.98], 'range', null]]],
  ['ít nhất 50% Trường Mầm non', [['ít nhất 50%', 50, '>=', '%']]],
  ['ít nhất là 80%', [['ít nhất là 80%', 80, '>=', '%']]],
  ['từ 95% trở lên', [['từ 95% trở lên', 95, '>=', '%']]],
  ['không quá 300 triệu đồng/hộ', [['không quá 300', 300, '<=', 'triệu đồng/hộ']]],
  ['< 2,35', [['< 2,35', 2.35, '<', null]]],
  ['≥ 97', [['≥ 97', 97, '>=', null]]],
  ['nguồn vốn là 2.539 tỷ đồng', [['2.539', 2539, '=', 'tỷ đồng']]],
  ['khoảng 1,2 nghìn tỷ đồng', [['khoảng 1,2', 1.2, '~', 'nghìn tỷ đồng']]],
  ['2,5k người', [['2,5k', 2500, '=', 'người']]],
  ['15/20 xã đạt chuẩn', [['15/20', 15, '=', 'xã']]],
  ['tổ chức 20 - 22 sàn giao dịch việc làm', [['20 - 22', [20, 22], 'range', 'sàn giao dịch việc làm']]],
  [
    'đạt 95% dân số, 08 bác sĩ và 32 giường bệnh/01 vạn dân',
    [
      ['95%', 95, '=', '%'],
      ['08', 8, '=', 'bác sĩ/01 vạn dân'],
      ['32', 32, '=', 'giường bệnh/01 vạn dân'],
    ],
  ],
];

describe('quantities', () => {
  test.each(rows)('%s', (text, expected) => {
    const read = readQuantities(text).map(({ value, number, comparator, unit }) => [value, number, comparator, unit]);
    expect(read).toEqual(expected);
  });

  test.each([
    'Nghị quyết số 42- NQ/TW ngày 24/11/2023',
    'Kế hoạch 68/NQ-CP và Nghị quyết số 88/2019/QH14',
    'giai đoạn 2021 - 2025, tầm nhìn đến năm 2045',
    'Điều 3, khoản 2, Phụ lục 1, khóa 12',
    '(ngày 10 và 25 hàng tháng)',
    'theo QC02, mức độ 4, Cách mạng công nghiệp 4.0',
    'trước ngày 10/12 hằng năm',
    'lớp học ca 3',
    'tổng đài quốc gia 111',
  ])('names and dates are no quantities: %s', (text) => {
    expect(readQuantities(text)).toEqual([]);
  });

  test('the value is the text between start and end', () => {
    const text = 'phấn đấu đạt trên 85%, khoảng từ 7.000 - 10.000 lao động';
    for (const quantity of readQuantities(text)) expect(text.slice(quantity.start, quantity.end)).toBe(quantity.value);
  });
});
