import { expect, test } from 'vitest';
import { normalise } from '../../../ingest/normalise/normalise.ts';
import { rowsInContext } from '../../../ingest/tables/row-context.ts';
import { sourceOf } from '../source-of.ts';

/** Name, kind and titles of every row of a Markdown table. */
function contextOf(markdown: string) {
  const table = normalise(sourceOf(markdown)).find((block) => block.kind === 'table');
  if (table?.kind !== 'table') throw new Error('a table was expected');
  return rowsInContext(table).map(({ row, kind, titles }) => [row.cells[1]?.text, kind, titles.join(' > ')]);
}

const HEADER = '| TT | Chỉ tiêu | Đơn vị | Năm 2025 | Năm 2030 | Đơn vị theo dõi |\n|---|---|---|---|---|---|\n';

test('a group row gives its name to the rows below it, until the next one', () => {
  const table = `${HEADER}| 1 | Người có công | | | | Sở Nội vụ |
| | Tỉ lệ có mức sống khá | % | 100 | 100 | |
| 2 | Việc làm | | | | Sở Nội vụ |
| | Tỉ lệ thất nghiệp chung | % | < 3 | < 2 | |
`;
  expect(contextOf(table)).toEqual([
    ['Người có công', 'title', ''],
    ['Tỉ lệ có mức sống khá', 'value', '1. Người có công'],
    ['Việc làm', 'title', ''],
    ['Tỉ lệ thất nghiệp chung', 'value', '2. Việc làm'],
  ]);
});

test('rows by place belong to the row above them', () => {
  const table = `${HEADER}| 9 | Nhà ở | | | | Sở Xây dựng |
| | Diện tích nhà ở bình quân | m2 | 29,2 | 32,5 | |
| | Thành thị | m2 | 29,6 | 32,7 | |
| | Nông thôn | m2 | 29,0 | 32,3 | |
| | Tỉ lệ nhà ở kiên cố | % | 98,5 | 99 | |
`;
  expect(contextOf(table).slice(2)).toEqual([
    ['Thành thị', 'value', '9. Nhà ở > Diện tích nhà ở bình quân'],
    ['Nông thôn', 'value', '9. Nhà ở > Diện tích nhà ở bình quân'],
    ['Tỉ lệ nhà ở kiên cố', 'value', '9. Nhà ở'],
  ]);
});

test('a row without values opens details, which end where a row takes up none of its words', () => {
  const table = `${HEADER}| 7 | Y tế | | | | Sở Y tế |
| | Tỉ lệ phụ nữ có thai được khám thai định kỳ, sinh con ở cơ sở y tế | | | | |
| | Tỉ lệ phụ nữ có thai được khám thai | % | > 90 | > 90 | |
| | Tỉ lệ phụ nữ sinh con ở cơ sở y tế | % | > 99 | > 99 | |
| | Tỉ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thấp còi | % | < 18 | < 16 | |
`;
  const title = 'Tỉ lệ phụ nữ có thai được khám thai định kỳ, sinh con ở cơ sở y tế';
  expect(contextOf(table).slice(1)).toEqual([
    [title, 'title', '7. Y tế'],
    ['Tỉ lệ phụ nữ có thai được khám thai', 'value', `7. Y tế > ${title}`],
    ['Tỉ lệ phụ nữ sinh con ở cơ sở y tế', 'value', `7. Y tế > ${title}`],
    ['Tỉ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thấp còi', 'value', '7. Y tế'],
  ]);
});

test('numbers under a numeral title the rows marked with a dash', () => {
  const table = `| TT | Chỉ tiêu | ĐVT | Năm 2026 |
|---|---|---|---|
| I | CÂY CÔNG NGHIỆP | | |
| 1 | Cà phê | | |
| - | Diện tích | Ha | 27.000 |
| - | Sản lượng | Tấn | 39.800 |
| 2 | Chè | | |
| - | Diện tích | Ha | 6.500 |
`;
  expect(contextOf(table)).toEqual([
    ['CÂY CÔNG NGHIỆP', 'title', ''],
    ['Cà phê', 'title', 'I. CÂY CÔNG NGHIỆP'],
    ['Diện tích', 'value', 'I. CÂY CÔNG NGHIỆP > 1. Cà phê'],
    ['Sản lượng', 'value', 'I. CÂY CÔNG NGHIỆP > 1. Cà phê'],
    ['Chè', 'title', 'I. CÂY CÔNG NGHIỆP'],
    ['Diện tích', 'value', 'I. CÂY CÔNG NGHIỆP > 2. Chè'],
  ]);
});

test('places that detail no row stand side by side', () => {
  const table = `${HEADER}| | Đô thị | đồng | 190 | 200 | |
| | Nông thôn | đồng | 140 | 150 | |
| | Miền núi | đồng | 105 | 110 | |
`;
  expect(contextOf(table)).toEqual([
    ['Đô thị', 'value', ''],
    ['Nông thôn', 'value', ''],
    ['Miền núi', 'value', ''],
  ]);
});

test('rows without a number stand under every numbered title above them', () => {
  const table = `| TT | Nội dung | Đơn vị tính | Định mức |
|---|---|---|---|
| I | Cơ quan hành chính | | |
| 1 | Cấp sở | | |
| | Dưới 10 người | đồng | 95 |
| 2 | Đơn vị thuộc sở | | |
| | Dưới 10 người | đồng | 91 |
| II | Cơ quan khác | | |
| | Dưới 10 người | đồng | 80 |
| | Tổng cộng | đồng | 266 |
`;
  expect(contextOf(table).filter(([, kind]) => kind === 'value')).toEqual([
    ['Dưới 10 người', 'value', 'I. Cơ quan hành chính > 1. Cấp sở'],
    ['Dưới 10 người', 'value', 'I. Cơ quan hành chính > 2. Đơn vị thuộc sở'],
    ['Dưới 10 người', 'value', 'II. Cơ quan khác'],
    ['Tổng cộng', 'value', ''],
  ]);
});

test('a numbered row that says something closes the title of its own rank', () => {
  const table = `| TT | Địa điểm | X | Y |
|---|---|---|---|
| 1 | Cửa sông Cung | | |
| 1.1 | Khu vực A | 10 | 20 |
| 2 | Cửa sông Mã | 30 | 40 |
`;
  expect(contextOf(table)).toEqual([
    ['Cửa sông Cung', 'title', ''],
    ['Khu vực A', 'value', '1. Cửa sông Cung'],
    ['Cửa sông Mã', 'value', ''],
  ]);
});

test('a numbered list of places under a numeral says of each which group it is of', () => {
  const table = `| STT | Địa bàn, tên xã |
|---|---|
| I | Đô thị (2 phường) |
| 1 | Phường An |
| 2 | Phường Bình |
| II | Nông thôn (1 xã) |
| 1 | Xã Cam |
`;
  expect(contextOf(table).map(([name, , titles]) => [name, titles])).toEqual([
    ['Đô thị (2 phường)', ''],
    ['Phường An', 'I. Đô thị (2 phường)'],
    ['Phường Bình', 'I. Đô thị (2 phường)'],
    ['Nông thôn (1 xã)', ''],
    ['Xã Cam', 'II. Nông thôn (1 xã)'],
  ]);
});
