import { describe, expect, test } from 'vitest';
import { recordsOf } from './placed.ts';

const columns = [
  'Số TT',
  'Chỉ tiêu',
  'Đơn vị',
  'Mục tiêu đến năm 2025',
  'Mục tiêu đến năm 2030',
  'Đơn vị phụ trách theo dõi, đánh giá thực hiện',
];

function targets(rows: readonly (readonly string[])[], header: readonly string[] = columns) {
  return recordsOf([{ columns: header, rows }]).targets;
}

describe('a table of targets', () => {
  const read = targets([
    ['2', 'Lao động, việc làm', '', '', '', 'Sở Lao động - TB&XH; Sở Nông nghiệp và PTNT; đơn vị liên quan'],
    ['', 'Tỉ lệ thất nghiệp khu vực thành thị', '%', '< 4', '< 2,35', ''],
    ['', 'Mức giảm tỉ lệ hộ nghèo đa chiều hàng năm', '%/ năm', '0,9', '-', ''],
    ['', 'Trong đó, các huyện nghèo', '%/ năm', '4', '-', ''],
    ['', 'Hỗ trợ bảo hiểm y tế cho trẻ em', 'Bậc học', 'Tiểu học', 'THCS', ''],
    ['7', 'Y tế', '', '', '', 'Sở Y tế'],
    ['', 'Chỉ tiêu số lượng trên 10.000 dân', '', '', '', ''],
    ['', 'Số bác sĩ', 'Người', '12,5', '19', ''],
    ['', 'Tỉ lệ người dân được quản lý sức khỏe', '%', '> 95', '> 95', ''],
    ['', 'Diện tích nhà ở bình quân đầu người', 'm2 sàn/ người', '29,2', '32,5', ''],
    ['', 'Thành thị', 'm2 sàn/ người', '29,6', '32,7', ''],
    ['', 'Tỉ lệ huy động trẻ em nhà trẻ', '%', '30-35', '35-40', ''],
  ]);
  const row = (indicator: string) => read.find((target) => target.indicator === indicator);

  test('a row carries both years, comparator, unit, group and monitor', () => {
    expect(row('Tỉ lệ thất nghiệp khu vực thành thị')).toMatchObject({
      kind: 'target',
      unit: '%',
      group: 'Lao động, việc làm',
      parent: null,
      monitor: ['Sở Lao động - TB&XH', 'Sở Nông nghiệp và PTNT', 'đơn vị liên quan'],
      values: [
        { period: '2025', comparator: '<', value: '< 4', number: 4 },
        { period: '2030', comparator: '<', value: '< 2,35', number: 2.35 },
      ],
      quote: 'Tỉ lệ thất nghiệp khu vực thành thị | % | < 4 | < 2,35',
    });
  });

  test('a dash sets no value and the row stays', () => {
    expect(row('Mức giảm tỉ lệ hộ nghèo đa chiều hàng năm')?.values[1]).toEqual({
      period: '2030',
      comparator: null,
      value: null,
      number: null,
    });
  });

  test('"Trong đó" and "Thành thị" detail the row above', () => {
    expect(row('Trong đó, các huyện nghèo')).toMatchObject({
      parent: 'Mức giảm tỉ lệ hộ nghèo đa chiều hàng năm',
      scope: 'các huyện nghèo',
    });
    expect(row('Thành thị')).toMatchObject({ parent: 'Diện tích nhà ở bình quân đầu người', scope: 'thành thị' });
  });

  test('a row without values opens details until another kind of row', () => {
    expect(row('Số bác sĩ')?.parent).toBe('Chỉ tiêu số lượng trên 10.000 dân');
    expect(row('Tỉ lệ người dân được quản lý sức khỏe')?.parent).toBeNull();
  });

  test('words stay as the value, ranges become two numbers', () => {
    expect(row('Hỗ trợ bảo hiểm y tế cho trẻ em')?.values[0]).toMatchObject({ value: 'Tiểu học', number: null });
    expect(row('Tỉ lệ huy động trẻ em nhà trẻ')?.values[0]).toMatchObject({ comparator: 'range', number: [30, 35] });
  });
});

test('what a year brought is a result, what the next aim at are targets', () => {
  const read = targets(
    [['1', 'Diện tích', 'Ha', '26.120', '27.000', '30.000']],
    ['TT', 'Chỉ tiêu', 'ĐVT', 'ƯTH Năm 2025', 'GIAI ĐOẠN 2026 - 2030 – Năm 2026', 'GIAI ĐOẠN 2026 - 2030 – Năm 2030'],
  );
  expect(read.map(({ kind, values }) => [kind, values.map(({ period, number }) => [period, number])])).toEqual([
    ['result', [['2025', 26120]]],
    [
      'target',
      [
        ['2026', 27000],
        ['2030', 30000],
      ],
    ],
  ]);
});

test('two measures of a year are two records', () => {
  const read = targets(
    [['1', 'Xoài', '13.500', '7.000']],
    ['TT', 'Sản phẩm', 'Kế hoạch 2026 – Lượng (Tấn)', 'Kế hoạch 2026 – Giá trị xuất khẩu (Nghìn USD)'],
  );
  expect(read.map(({ indicator, unit, values }) => [indicator, unit, values[0]?.number])).toEqual([
    ['Xoài – Lượng', 'Tấn', 13500],
    ['Xoài – Giá trị xuất khẩu', 'Nghìn USD', 7000],
  ]);
});

test('a figure inside the indicator cell is read, with the body of the row as its monitor', () => {
  const read = targets([['1', 'Tỷ lệ hồ sơ trực tuyến đạt 80%', 'Sở Y tế']], ['TT', 'Chỉ tiêu', 'Chủ trì']);
  expect(read[0]).toMatchObject({
    indicator: 'Tỷ lệ hồ sơ trực tuyến',
    monitor: ['Sở Y tế'],
    values: [{ number: 80 }],
  });
});

test('a numbered title inside a group is the parent of the rows with dashes below it', () => {
  const read = targets(
    [
      ['I', 'CÂY CÔNG NGHIỆP', '', '', ''],
      ['1', 'Cà phê', '', '', ''],
      ['-', 'Diện tích', 'Ha', '26.120', '27.000'],
      ['-', 'Sản lượng', 'Tấn', '37.724', '39.800'],
      ['2', 'Chè', '', '', ''],
      ['-', 'Diện tích', 'Ha', '6.132', '6.500'],
      ['3', 'Số hợp tác xã', 'HTX', '10', '12'],
      ['II', 'CÂY ĂN QUẢ', '', '', ''],
      ['1', 'Nhãn', '', '', ''],
      ['1.1', 'Diện tích', 'Ha', '19.800', '19.900'],
    ],
    ['TT', 'Chỉ tiêu', 'ĐVT', 'Năm 2026', 'Năm 2027'],
  );
  expect(read.map(({ indicator, parent, group }) => [indicator, parent, group])).toEqual([
    ['Diện tích', 'Cà phê', 'CÂY CÔNG NGHIỆP'],
    ['Sản lượng', 'Cà phê', 'CÂY CÔNG NGHIỆP'],
    ['Diện tích', 'Chè', 'CÂY CÔNG NGHIỆP'],
    ['Số hợp tác xã', null, 'CÂY CÔNG NGHIỆP'],
    ['Diện tích', 'Nhãn', 'CÂY ĂN QUẢ'],
  ]);
});
