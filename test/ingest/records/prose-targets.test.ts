import { describe, expect, test } from 'vitest';
import { recordsOf } from './placed.ts';

type Expected = readonly [
  indicator: string,
  comparator: string,
  value: string,
  number: unknown,
  unit: string,
  period: string | null,
];

function targetsIn(text: string, kind: 'target' | 'result' = 'target'): Expected[] {
  return recordsOf([{ text, role: 'bullet' }])
    .targets.filter((target) => target.kind === kind)
    .map(({ indicator, unit, values: [value] }) => [
      indicator,
      value?.comparator ?? '',
      value?.value ?? '',
      value?.number,
      unit ?? '',
      value?.period ?? null,
    ]);
}

const rows: readonly (readonly [text: string, targets: readonly Expected[]])[] = [
  [
    '- Phấn đấu đến cuối năm 2025, tỷ lệ lao động qua đào tạo đạt trên 65%.',
    [['tỷ lệ lao động qua đào tạo', '>', 'trên 65%', 65, '%', '2025']],
  ],
  [
    '- Phấn đấu đến năm 2025, tỷ lệ bao phủ bảo hiểm y tế toàn dân đạt 95% dân số, 08 bác sĩ và 32 giường bệnh/01 vạn dân.',
    [
      ['tỷ lệ bao phủ bảo hiểm y tế toàn dân', '=', '95%', 95, '%', '2025'],
      ['bác sĩ', '=', '08', 8, 'bác sĩ/01 vạn dân', '2025'],
      ['giường bệnh', '=', '32', 32, 'giường bệnh/01 vạn dân', '2025'],
    ],
  ],
  [
    '- Phấn đấu đến năm 2025 có ít nhất 90% dân số đô thị, 75% dân số nông thôn được sử dụng nước sạch; 100% dân số nông thôn được sử dụng nước hợp vệ sinh.',
    [
      ['dân số đô thị được sử dụng nước sạch', '>=', 'ít nhất 90%', 90, '%', '2025'],
      ['dân số nông thôn được sử dụng nước sạch', '>=', '75%', 75, '%', '2025'],
      ['dân số nông thôn được sử dụng nước hợp vệ sinh', '=', '100%', 100, '%', '2025'],
    ],
  ],
  [
    '- Phấn đấu hằng năm tỷ lệ hộ nghèo giảm bình quân từ 1 - 1,5%; trong đó: miền núi giảm từ 4 - 4,5%/năm.',
    [
      ['tỷ lệ hộ nghèo giảm bình quân', 'range', 'từ 1 - 1,5%', [1, 1.5], '%', 'hằng năm'],
      ['tỷ lệ hộ nghèo giảm bình quân', 'range', 'từ 4 - 4,5%', [4, 4.5], '%/năm', 'hằng năm'],
    ],
  ],
  [
    '- Dự kiến giải quyết việc làm cho 400.000 lao động (bình quân hàng năm giải quyết 80.000 lượt người) và tiếp tục giữ vững tỷ lệ lao động không có việc làm ở khu vực thành thị ở mức 2,4%.',
    [
      ['giải quyết việc làm', '=', '400.000', 400000, 'lao động', null],
      ['giải quyết việc làm', '=', '80.000', 80000, 'lượt người', 'hằng năm'],
      ['tỷ lệ lao động không có việc làm ở khu vực thành thị', '=', '2,4%', 2.4, '%', null],
    ],
  ],
  [
    '- Quy hoạch, bố trí quỹ đất dành để xây dựng nhà ở xã hội giai đoạn 2021 - 2030 là 639 ha; trong đó giai đoạn 2021 - 2025 là 291 ha.',
    [
      ['quỹ đất dành để xây dựng nhà ở xã hội', '=', '639', 639, 'ha', '2021-2030'],
      ['quỹ đất dành để xây dựng nhà ở xã hội', '=', '291', 291, 'ha', '2021-2025'],
    ],
  ],
  [
    '- Giữ tỷ lệ 100% trẻ em từ 03 đến 05 tuổi vào học mẫu giáo.',
    [['trẻ em từ 03 đến 05 tuổi vào học mẫu giáo', '=', '100%', 100, '%', null]],
  ],
  [
    '- Mỗi năm phát triển từ 05 bộ dữ liệu mở chất lượng cao.',
    [['bộ dữ liệu mở chất lượng cao', '>=', 'từ 05', 5, 'bộ dữ liệu', 'hằng năm']],
  ],
  ['- Quan tâm giải quyết việc làm cho thanh niên, lao động trên 45 tuổi.', []],
  ['- Xã miền núi là xã đáp ứng ít nhất 01 trong 02 tiêu chí.', []],
  ['- Thực hiện Chỉ thị số 14-CT/TW ngày 19/7/2017 và Quyết định số 2348/QĐ-TTg.', []],
];

describe('targets in prose', () => {
  test.each(rows)('%s', (text, expected) => {
    expect(targetsIn(text)).toEqual(expected);
  });

  test('"trong đó" makes the part a child with its scope', () => {
    const { targets } = recordsOf([
      { text: 'Phấn đấu hằng năm tỷ lệ hộ nghèo giảm bình quân từ 1 - 1,5%; trong đó: miền núi giảm từ 4 - 4,5%/năm.' },
    ]);
    expect(targets[1]).toMatchObject({ parent: 'tỷ lệ hộ nghèo giảm bình quân', scope: 'miền núi' });
  });

  test('a line that opens a list gives its period to the items below', () => {
    const { targets } = recordsOf([
      { text: 'Phấn đấu đến năm 2030:', path: ['II'] },
      { text: '- Tỷ lệ người dân có Sổ sức khỏe điện tử đạt 95%.', role: 'bullet', path: ['II'] },
    ]);
    expect(targets[0]?.values[0]?.period).toBe('2030');
  });

  test('a heading outweighs what was said before the first provision', () => {
    const { targets } = recordsOf([
      { text: 'Ban hành Kế hoạch giai đoạn 2026 - 2030 với các nội dung sau:', path: [] },
      {
        text: '- Kinh tế số chiếm 45% GRDP tỉnh.',
        role: 'bullet',
        path: ['II', '1'],
        trail: ['II. MỤC TIÊU', '1. Phát triển kinh tế số đến năm 2030'],
      },
    ]);
    expect(targets[0]?.values[0]?.period).toBe('2030');
  });

  test('the years of a named programme are not the period of a figure', () => {
    const { targets } = recordsOf([
      {
        text: 'Thực hiện Chiến lược phát triển nhà ở quốc gia giai đoạn 2021-2030 để bảo đảm xóa 100% nhà tạm, nhà dột nát.',
      },
    ]);
    expect(targets[0]?.values[0]?.period).toBeNull();
  });
});

describe('results of the past', () => {
  test('the start, the end and the pace of a decrease', () => {
    const text =
      '- Giai đoạn 2012-2015, tỷ lệ hộ nghèo giảm 11,38%, từ 17,39% đầu năm 2012 xuống còn 6,01% cuối năm 2015, bình quân giảm 2,85%/năm.';
    expect(targetsIn(text)).toEqual([]);
    expect(targetsIn(text, 'result')).toEqual([
      ['tỷ lệ hộ nghèo giảm', '=', '11,38%', 11.38, '%', '2012-2015'],
      ['tỷ lệ hộ nghèo', '=', 'từ 17,39%', 17.39, '%', '2012'],
      ['tỷ lệ hộ nghèo', '=', '6,01%', 6.01, '%', '2015'],
      ['tỷ lệ hộ nghèo giảm', '=', '2,85%', 2.85, '%/năm', '2012-2015'],
    ]);
  });

  test('what another body had set is no target of this document', () => {
    const text =
      '- Giai đoạn 2016-2020 tỷ lệ hộ nghèo giảm 14,4%, vượt chỉ tiêu (Thủ tướng Chính phủ giao: 2,67%/năm).';
    expect(targetsIn(text)).toEqual([]);
    expect(targetsIn(text, 'result').map(([, , value]) => value)).toEqual(['14,4%', '2,67%']);
  });
});

test('a decision that makes rules sets no targets by its rates', () => {
  const { targets } = recordsOf([{ text: 'Hỗ trợ 50% kinh phí nhưng không quá 300 triệu đồng/hộ.' }], {
    number: '63/2025/QĐ-UBND',
    type: 'Quyết định',
  });
  expect(targets).toEqual([]);
});
