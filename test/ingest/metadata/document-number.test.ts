import { expect, test } from 'vitest';
import { canonicalNumber, findNumbers } from '../../../ingest/metadata/document-number.ts';

const numbersIn = (text: string): string[] => findNumbers(text).map((mention) => mention.number);

test.each([
  ['Thực hiện Kết luận số 92-KL/TW ngày 05/11/2020 của Bộ Chính trị', ['92-KL/TW']],
  ['Nghị quyết số 42- NQ/TW, Nghị quyết số 68/NQ-CP , Kế hoạch 119 -KH/TU', ['42-NQ/TW', '68/NQ-CP', '119-KH/TU']],
  ['Nghị định số 28/2012/NĐ-CP và Quyết định số 45/2016/QĐ-TTg', ['28/2012/NĐ-CP', '45/2016/QĐ-TTg']],
  ['Luật số 72/2025/QH15; Nghị quyết số 88/2019/QH14', ['72/2025/QH15', '88/2019/QH14']],
  ['Chương trình số 06-CTr/TU; Công văn 555/LĐTBXH-BTXH', ['06-CTr/TU', '555/LĐTBXH-BTXH']],
  ['NGHỊ QUYẾT SỐ 42-NQ/TƯ CỦA TRUNG ƯƠNG', ['42-NQ/TW']],
  ['ngày 24/11/2023, mức 0,9 %/ năm, 2 buổi/ngày, 1000/KM', []],
  ['Số người làm công tác xã hội/1000 dân; 2.539 tỷ đồng', []],
])('numbers in: %s', (text, numbers) => {
  expect(numbersIn(text)).toEqual(numbers);
});

test.each([
  ['9491 /KH-UBND', '9491/KH-UBND'],
  ['08 -CT/TU', '08-CT/TU'],
  ['42-NQ/TƯ', '42-NQ/TW'],
  ['416/QĐ-TTG', '416/QĐ-TTg'],
])('%s is written %s', (printed, canonical) => {
  expect(canonicalNumber(printed)).toBe(canonical);
});

test('a mention says where it stands', () => {
  const text = 'theo Nghị quyết số 42- NQ/TW.';
  const [mention] = findNumbers(text);
  expect(text.slice(mention?.start, mention?.end)).toBe('42- NQ/TW');
});
