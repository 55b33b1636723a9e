import { describe, expect, test } from 'vitest';
import { type Line, recordsOf } from './placed.ts';

function references(...lines: Line[]) {
  return recordsOf(lines).references.map(({ relation, to }) => [relation, to.type, to.number, to.issuer, to.issuedOn]);
}

describe('references', () => {
  test.each([
    [
      'Nghị quyết số 42- NQ/TW ngày 24/11/2023 của Ban Chấp hành Trung ương Đảng',
      ['mentions', 'Nghị quyết', '42-NQ/TW', 'Ban Chấp hành Trung ương Đảng', '2023-11-24'],
    ],
    [
      'Nghị quyết số 88/2019/QH14, ngày 18/11/2019 của Quốc hội',
      ['mentions', 'Nghị quyết', '88/2019/QH14', 'Quốc hội', '2019-11-18'],
    ],
    [
      'Chỉ thị số 37/CT-TW ngày 03 tháng 9 năm 2019 của Ban Bí thư',
      ['mentions', 'Chỉ thị', '37/CT-TW', 'Ban Bí thư', '2019-09-03'],
    ],
    ['Kế hoạch 119-KH/TU', ['mentions', 'Kế hoạch', '119-KH/TU', null, null]],
    [
      'Kế hoạch này thay thế Kế hoạch số 30/KH-UBND ngày 30/4/2024 của UBND tỉnh',
      ['replaces', 'Kế hoạch', '30/KH-UBND', 'Ủy ban nhân dân tỉnh Bắc Giang', '2024-04-30'],
    ],
    [
      'Sửa đổi, bổ sung một số điều của Quyết định số 12/2020/QĐ-UBND',
      ['amends', 'Quyết định', '12/2020/QĐ-UBND', null, null],
    ],
  ])('%s', (text, expected) => {
    expect(references({ text })).toEqual([expected]);
  });

  test('a basis is what the clause begins with; what that implements is mentioned', () => {
    const text =
      'Thực hiện Kế hoạch số 54-KH/TU ngày 31/5/2021 của Ban Thường vụ Tỉnh ủy về thực hiện Kết luận số 92-KL/TW ngày 05/11/2020 của Bộ Chính trị; Công văn số 219-CV/TU;';
    expect(references({ text, part: 'basis' }).map(([relation, , number]) => [relation, number])).toEqual([
      ['based_on', '54-KH/TU'],
      ['mentions', '92-KL/TW'],
      ['based_on', '219-CV/TU'],
    ]);
  });

  test('the same number on another day is another document', () => {
    const read = references({
      text: 'Nghị quyết số 42-NQ/TW ngày 24/11/2023 và Nghị quyết số 42-NQ/TW ngày 24/11/2024; Nghị quyết số 42-NQ/TW.',
    });
    expect(read.map(([, , , , issuedOn]) => issuedOn)).toEqual(['2023-11-24', '2024-11-24']);
  });

  test('the document does not refer to itself', () => {
    expect(references({ text: 'Kèm theo Kế hoạch số 50/KH-UBND' })).toEqual([]);
  });
});
