import { expect, test } from 'vitest';
import type { TableBlock } from '../../../ingest/block.ts';
import { normalise } from '../../../ingest/normalise/normalise.ts';
import { sourceOf } from '../source-of.ts';

function tableIn(text: string): TableBlock {
  const table = normalise(sourceOf(text)).find((block) => block.kind === 'table');
  if (table?.kind !== 'table') throw new Error('a table was expected');
  return table;
}

const cellsOf = (table: TableBlock): string[][] => table.rows.map((row) => row.cells.map((cell) => cell.text));

/** Cells as the copy prints them: each closed by a `|` on a line of its own. */
const closed = (cells: readonly string[]): string => cells.map((cell) => (cell === '' ? '|' : `${cell}\n|`)).join('\n');
/** Rows as the other copy prints them: a `|` opens the row, and one closes each cell. */
const opened = (rows: readonly (readonly string[])[]): string => rows.map((row) => `|\n${closed(row)}`).join('\n');

test('cells closed by pipes become rows of the width the ordinals show', () => {
  const table = tableIn(
    closed([
      ...['Số TT', 'Chỉ tiêu', 'Đơn vị', 'Năm 2025', 'Năm 2030', 'Theo dõi'],
      ...['1', 'Lao động', '', '', '', 'Sở Nội vụ'],
      ...['', 'Tỉ lệ thất nghiệp khu vực\nthành thị', '%', '< 4', '< 2,35', ''],
    ]),
  );
  expect(table.columns).toEqual(['Số TT', 'Chỉ tiêu', 'Đơn vị', 'Năm 2025', 'Năm 2030', 'Theo dõi']);
  expect(cellsOf(table)).toEqual([
    ['1', 'Lao động', '', '', '', 'Sở Nội vụ'],
    ['', 'Tỉ lệ thất nghiệp khu vực thành thị', '%', '< 4', '< 2,35', ''],
  ]);
});

test('a group number merged from the row above still stands at its group', () => {
  const table = tableIn(
    closed([
      ...['TT', 'Chỉ tiêu', 'Đơn vị', 'Năm 2025', 'Năm 2030', 'Theo dõi'],
      ...['1', 'Bảo hiểm', '', '', '', 'Bảo hiểm xã hội tỉnh'],
      ...['2', 'Tỉ lệ người cao tuổi tham gia bảo hiểm y tế', '%', '98', '100', ''],
      ...['Trợ giúp xã hội', '', '', '', 'Sở Nội vụ'],
      ...['', 'Tỉ lệ dân số được hưởng trợ cấp', '%', '3,57', '4', ''],
    ]),
  );
  expect(cellsOf(table)[2]).toEqual(['2', 'Trợ giúp xã hội', '', '', '', 'Sở Nội vụ']);
  expect(table.rows[2]?.cells[0]?.span).toBeNull();
});

test('rows opened by a pipe keep their empty cells', () => {
  const table = tableIn(
    opened([
      ['**STT**', '**Địa điểm**', '**Tôm**', '**Ngao**'],
      ['1', 'Cửa sông Càn', '1', ''],
      ['2', 'xã Tân Tiến', '', '2'],
      ['3', 'xã Nga Sơn', '', ''],
    ]),
  );
  expect(cellsOf(table)).toEqual([
    ['1', 'Cửa sông Càn', '1', ''],
    ['2', 'xã Tân Tiến', '', '2'],
    ['3', 'xã Nga Sơn', '', ''],
  ]);
});

test('a header of two rows is joined, the divided name before its parts', () => {
  const table = tableIn(
    opened([
      ['TT', 'Chỉ tiêu', 'ĐVT', 'GIAI ĐOẠN 2026 - 2027'],
      ['Năm 2026', 'Năm 2027'],
      ['1', 'Diện tích', 'Ha', '27.000', '27.500'],
      ['2', 'Sản lượng', 'Tấn', '39.800', '40.602'],
    ]),
  );
  expect(table.columns).toEqual([
    'TT',
    'Chỉ tiêu',
    'ĐVT',
    'GIAI ĐOẠN 2026 - 2027 – Năm 2026',
    'GIAI ĐOẠN 2026 - 2027 – Năm 2027',
  ]);
});

test('a cell merged downwards is carried into the rows it covers', () => {
  const table = tableIn(
    opened([
      ['TT', 'Đối tượng', 'Thông số', 'Tần suất'],
      ['1', 'Nguồn nước', 'pH, DO', '02 lần/tháng'],
      ['Kim loại nặng', '02 lần/năm'],
      ['2', 'Ao nuôi', 'pH', '02 lần/tháng'],
    ]),
  );
  expect(cellsOf(table)[1]).toEqual(['1', 'Nguồn nước', 'Kim loại nặng', '02 lần/năm']);
});

test('a figure merged across the parts of a column holds for each, and is never that of the row above', () => {
  const table = tableIn(
    opened([
      ['TT', 'Nội dung', 'Đơn vị', 'Định mức'],
      ['Đô thị', 'Còn lại'],
      ['1', 'Mầm non', 'đồng', '16.500.000', '18.000.000'],
      ['2', 'Học sinh khuyết tật', 'đồng', '28.800.000'],
      ['3', 'Tiểu học', 'đồng', '9.500.000', '10.500.000'],
    ]),
  );
  expect(cellsOf(table)[1]).toEqual(['2', 'Học sinh khuyết tật', 'đồng', '28.800.000', '28.800.000']);
});

test('a letterhead of two columns is no table', () => {
  const text = opened([
    ['**ỦY BAN NHÂN DÂN\n**\nTỈNH SƠN LA', '**CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM**\nĐộc lập - Tự do - Hạnh phúc'],
    ['Số: 2954/QĐ-UBND', '*Sơn La, ngày 20\ntháng 11 năm 2025*'],
  ]);
  const blocks = normalise(sourceOf(text)).map((block) => (block.kind === 'text' ? block.text : 'bảng'));
  expect(blocks).toEqual([
    'ỦY BAN NHÂN DÂN',
    'TỈNH SƠN LA',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Số: 2954/QĐ-UBND',
    'Sơn La, ngày 20 tháng 11 năm 2025',
  ]);
});

test('a Markdown table keeps empty cells and reads rows wrapped over lines', () => {
  const table = tableIn(`| TT | Nhiệm vụ | Cơ quan chủ trì |
|----|:--------|---|
| 1 | Triển khai nền tảng đào tạo
trực tuyến | Sở KH&CN |
| 2 | Biểu dương, khen thưởng | |
`);
  expect(table.columns).toEqual(['TT', 'Nhiệm vụ', 'Cơ quan chủ trì']);
  expect(cellsOf(table)).toEqual([
    ['1', 'Triển khai nền tảng đào tạo trực tuyến', 'Sở KH&CN'],
    ['2', 'Biểu dương, khen thưởng', ''],
  ]);
});

test('a Markdown table that goes on over a page is one table, its header said once', () => {
  const page = (rows: string) => `| TT | Chỉ tiêu | Năm 2030 |\n|---|---|---|\n${rows}\n`;
  const table = tableIn(`${page('| 1 | Hộ nghèo | 0,5% |')}\n${page('| 2 | Nước sạch | 100% |')}`);
  expect(cellsOf(table)).toEqual([
    ['1', 'Hộ nghèo', '0,5%'],
    ['2', 'Nước sạch', '100%'],
  ]);
});

test('a header of two marked rows is joined where the names differ', () => {
  const table = tableIn(`| TT | Chỉ tiêu | Mục tiêu | Mục tiêu |
| TT | Chỉ tiêu | Năm 2025 | Năm 2030 |
| --- | --- | --- | --- |
| 1 | Nhà ở xã hội | 100 | 500 |
`);
  expect(table.columns).toEqual(['TT', 'Chỉ tiêu', 'Mục tiêu – Năm 2025', 'Mục tiêu – Năm 2030']);
});
