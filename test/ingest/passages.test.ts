import { expect, test } from 'vitest';
import { normalise } from '../../ingest/normalise/normalise.ts';
import { placeBlocks } from '../../ingest/outline/place-blocks.ts';
import { readPassages } from '../../ingest/passages.ts';
import { quotable } from '../../src/document/quotable.ts';
import { linesOf, type SourceText } from '../../src/document/source-text.ts';
import { SEEDS, seed, sourceOf } from './source-of.ts';

const passagesOf = (source: SourceText) => readPassages(placeBlocks(source, normalise(source)).placed, source, 'd');
const paragraphs = (...texts: readonly string[]): string => `${texts.join('\n\n')}\n`;

test('all 111 rows of the appendix of 50/KH-UBND carry their group, and the ten groups their monitor', () => {
  const rows = passagesOf(seed(SEEDS.bacGiang)).filter((passage) => passage.kind === 'row');
  const groups = rows.filter((row) => row.headingTrail.length === 1);
  const values = rows.filter((row) => row.headingTrail.length > 1);
  expect([groups.length, values.length]).toEqual([10, 111]);
  expect(new Set(values.map((row) => row.headingTrail[1])).size).toBe(10);
  expect(groups.every((group) => group.table?.cells[5] !== '')).toBe(true);
  expect(rows.every((row) => row.table?.columns[2] === 'Đơn vị' && row.table.cells.length === 6)).toBe(true);
});

test('a row is quoted with its bars, on the lines it stands on', () => {
  const row = passagesOf(seed(SEEDS.bacGiang)).find((passage) => passage.span.startLine === 607);
  expect(row).toMatchObject({
    text: 'Tỉ lệ thất nghiệp khu vực thành thị | % | < 4 | < 2,35',
    headingTrail: [expect.stringMatching(/^PHỤ LỤC /), '2. Lao động, việc làm, phát triển thị trường lao động'],
    table: { cells: ['', 'Tỉ lệ thất nghiệp khu vực thành thị', '%', '< 4', '< 2,35', ''] },
  });
});

test('the group number one row above its group belongs to the group', () => {
  const rows = passagesOf(seed(SEEDS.bacGiang)).filter((passage) => passage.kind === 'row');
  const at = (line: number) => rows.find((row) => row.span.startLine === line)?.headingTrail.slice(1);
  expect(at(842)).toEqual(['4. Bảo hiểm xã hội, bảo hiểm thất nghiệp, bảo hiểm y tế']);
  expect(at(862)).toEqual(['5. Trợ giúp xã hội và giảm nghèo']);
  expect(at(973)).toEqual(['5. Trợ giúp xã hội và giảm nghèo', 'Mức giảm tỉ lệ hộ nghèo đa chiều hàng năm']);
  expect(at(1663)).toEqual(['9. Nhà ở', 'Diện tích nhà ở bình quân đầu người']);
});

test.each(Object.values(SEEDS))('every passage of %s is verbatim on its lines', (file) => {
  const source = seed(file);
  const passages = passagesOf(source);
  const untrue = passages.filter(
    ({ text, span }) => !quotable(linesOf(source, span.startLine, span.endLine)).includes(text),
  );
  expect(untrue).toEqual([]);
  expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length);
});

test('recipients are one passage, the signature another, type and title one', () => {
  const texts = passagesOf(seed(SEEDS.dongNai2021))
    .filter(({ kind }) => kind === 'signature' || kind === 'header')
    .map(({ text }) => text.slice(0, 40));
  expect(texts).toEqual([
    'Số: 9491 /KH-UBND',
    'Đồng Nai, ngày 10 tháng 8 năm 2021',
    'KẾ HOẠCH Thực hiện Kế hoạch số 54-KH/TU ',
    'Nơi nhận: - Bộ LĐTBXH; - Thường trực Tỉn',
    'TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ',
  ]);
});

test('items under a line that introduces them carry it in their trail', () => {
  const passages = passagesOf(
    sourceOf(
      paragraphs(
        'd) Bảo đảm dịch vụ xã hội cơ bản',
        '- Về giáo dục - đào tạo:',
        '+ Đổi mới phương pháp thi.',
        '- Về nước sạch:',
        '+ Hỗ trợ thiết bị lọc nước.',
      ),
    ),
  );
  expect(passages.filter(({ text }) => text.startsWith('+')).map(({ headingTrail }) => headingTrail)).toEqual([
    ['d) Bảo đảm dịch vụ xã hội cơ bản', 'Về giáo dục - đào tạo:'],
    ['d) Bảo đảm dịch vụ xã hội cơ bản', 'Về nước sạch:'],
  ]);
});

test('points below a clause that introduces them carry it in their trail', () => {
  const passages = passagesOf(
    sourceOf(
      paragraphs(
        '**Điều 4. Trợ cấp hằng tháng đối với người cao tuổi**',
        '1. Đối tượng hưởng trợ cấp là người cao tuổi thuộc diện hộ nghèo.',
        '2. Hệ số trợ cấp xã hội hằng tháng:',
        'a) Người cao tuổi từ đủ 60 tuổi đến dưới 80 tuổi: 1.5',
        'b) Người cao tuổi từ đủ 80 tuổi trở lên: 2.0',
        '3. Kinh phí do ngân sách xã bảo đảm.',
      ),
    ),
  );
  const article = 'Điều 4. Trợ cấp hằng tháng đối với người cao tuổi';
  const trailOf = (text: string) => passages.find((passage) => passage.text.includes(text))?.headingTrail;
  expect(trailOf('2.0')).toEqual([article, '2. Hệ số trợ cấp xã hội hằng tháng:']);
  expect(trailOf('ngân sách xã')).toEqual([article]);
});

test('a paragraph of several sentences stays one passage', () => {
  const [passage] = passagesOf(sourceOf('Tỉnh hỗ trợ nhà ở. Huyện lập danh sách. Xã xác nhận.\n'));
  expect(passage?.text).toBe('Tỉnh hỗ trợ nhà ở. Huyện lập danh sách. Xã xác nhận.');
});

test('the unit printed right above a table is in the trail of its rows', () => {
  const rows = passagesOf(
    sourceOf(
      paragraphs(
        'NGHỊ QUYẾT',
        'Về mức học phí',
        'Điều 1. Mức học phí',
        '(Đơn vị tính: 1.000 đồng/trẻ, học sinh/tháng)',
        '| Địa bàn | Mầm non | Tiểu học |\n|---|---|---|\n| Đô thị | 190 | 190 |\n| Nông thôn | 140 | 140 |',
      ),
    ),
  ).filter(({ kind }) => kind === 'row');
  expect(rows.map(({ headingTrail, table }) => [headingTrail.at(-1), table?.cells])).toEqual([
    ['Đơn vị tính: 1.000 đồng/trẻ, học sinh/tháng', ['Đô thị', '190', '190']],
    ['Đơn vị tính: 1.000 đồng/trẻ, học sinh/tháng', ['Nông thôn', '140', '140']],
  ]);
});
