import { describe, expect, test } from 'vitest';
import { readDates, readPeriods } from '../../src/vietnamese/periods.ts';

describe('periods', () => {
  test.each([
    ['đến năm 2025', ['2025']],
    ['đến cuối năm 2025 đạt trên 85%', ['2025']],
    ['giai đoạn 2021 - 2025', ['2021-2025']],
    ['từ năm 2021 đến năm 2025', ['2021-2025']],
    ['bình quân hàng năm giải quyết', ['hằng năm']],
    ['Mỗi năm tổ chức trên 25 lớp', ['hằng năm']],
    ['trợ cấp xã hội hàng tháng', ['hằng tháng']],
    ['từ 17,39% đầu năm 2012 xuống còn 6,01% cuối năm 2015', ['2012', '2015']],
    ['Nghị quyết số 88/2019/QH14', []],
  ])('%s', (text, expected) => {
    expect(readPeriods(text).map(({ period }) => period)).toEqual(expected);
  });
});

describe('dates', () => {
  test.each([
    ['ngày 02 tháng 7 năm 2024', ['2024-07-02']],
    ['ngày 5/11/2020 của Bộ Chính trị', ['2020-11-05']],
    ['01-10-1997', ['1997-10-01']],
    ['trước ngày 10/12 hằng năm', [null]],
    ['Định kỳ 06 tháng (trước 30/6)', [null]],
  ])('%s', (text, expected) => {
    expect(readDates(text).map(({ iso }) => iso)).toEqual(expected);
  });

  test('a day without a year keeps day and month', () => {
    expect(readDates('trước ngày 10/12 hằng năm')[0]).toMatchObject({ day: 10, month: 12, year: null });
  });
});
