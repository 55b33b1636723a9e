import { describe, expect, test } from 'vitest';
import { readMetadata } from '../../../ingest/metadata/read-metadata.ts';
import { normalise } from '../../../ingest/normalise/normalise.ts';
import { placeBlocks } from '../../../ingest/outline/place-blocks.ts';
import type { PolicyDocument } from '../../../src/document/policy-document.ts';
import { linesOf } from '../../../src/document/source-text.ts';
import { SEEDS, seed, sourceOf } from '../source-of.ts';

function metadataOf(text: string): PolicyDocument {
  const source = sourceOf(text);
  return readMetadata(source, placeBlocks(source, normalise(source)));
}

function metadataOfSeed(file: string) {
  const source = seed(file);
  return { source, document: readMetadata(source, placeBlocks(source, normalise(source))) };
}

const paragraphs = (...texts: readonly string[]): string => `${texts.join('\n\n')}\n`;

describe('the five plans', () => {
  test.each([
    [
      SEEDS.quangNgai,
      '46-kh-ubnd-quang-ngai-2021',
      '46/KH-UBND',
      'Kế hoạch',
      'Ủy ban nhân dân tỉnh Quảng Ngãi',
      '2021-03-12',
    ],
    [
      SEEDS.dongNai2024,
      '230-kh-ubnd-dong-nai-2024',
      '230/KH-UBND',
      'Kế hoạch',
      'Ủy ban nhân dân tỉnh Đồng Nai',
      '2024-07-02',
    ],
    [
      SEEDS.bacGiang,
      '50-kh-ubnd-bac-giang-2024',
      '50/KH-UBND',
      'Kế hoạch',
      'Ủy ban nhân dân tỉnh Bắc Giang',
      '2024-08-16',
    ],
    [
      SEEDS.dongNai2021,
      '9491-kh-ubnd-dong-nai-2021',
      '9491/KH-UBND',
      'Kế hoạch',
      'Ủy ban nhân dân tỉnh Đồng Nai',
      '2021-08-10',
    ],
    [SEEDS.dakLak, '08-ct-tu-dak-lak-2021', '08-CT/TU', 'Chỉ thị', 'Ban Thường vụ Tỉnh ủy Đắk Lắk', '2021-02-19'],
  ])('%s: id, number, type, issuer and day', (file, id, number, type, issuer, issuedOn) => {
    expect(metadataOfSeed(file).document).toMatchObject({ id, number, type, issuer, issuedOn });
  });

  test.each([
    [SEEDS.quangNgai, { name: 'Đặng Văn Minh', position: 'Chủ tịch', onBehalf: false }],
    [SEEDS.dongNai2024, { name: 'Nguyễn Sơn Hùng', position: null, onBehalf: false }],
    [SEEDS.bacGiang, { name: 'Mai Sơn', position: 'Phó Chủ tịch', onBehalf: true }],
    [SEEDS.dongNai2021, { name: 'Võ Văn Phi', position: 'Phó Chủ tịch', onBehalf: true }],
    [SEEDS.dakLak, null],
  ])('%s: signer', (file, signer) => {
    expect(metadataOfSeed(file).document.signer).toEqual(signer);
  });

  test.each([
    [SEEDS.quangNgai, null, ['92-KL/TW', '219-CV/TU'], []],
    [SEEDS.dongNai2024, null, ['68/NQ-CP', '332-KH/TU', '42-NQ/TW', '19-KH/TW'], []],
    [SEEDS.bacGiang, '2030', ['42-NQ/TW', '19-KH/TW', '68/NQ-CP', '119-KH/TU'], ['30/KH-UBND']],
    [SEEDS.dongNai2021, '2021-2025', ['54-KH/TU', '92-KL/TW'], []],
    [SEEDS.dakLak, null, ['92-KL/TW'], []],
  ])('%s: own period, bases, and what it replaces', (file, period, basedOn, replaces) => {
    expect(metadataOfSeed(file).document).toMatchObject({ period, basedOn, replaces });
  });

  test.each([
    [SEEDS.quangNgai, []],
    [SEEDS.dongNai2024, ['truncated']],
    [SEEDS.bacGiang, []],
    [SEEDS.dongNai2021, ['ocr']],
    [SEEDS.dakLak, []],
  ])('%s: state of the copy', (file, flags) => {
    expect(metadataOfSeed(file).document.flags).toEqual(flags);
  });

  test('every field leads to the lines that print it', () => {
    const { source, document } = metadataOfSeed(SEEDS.bacGiang);
    const printed = (span: { startLine: number; endLine: number } | undefined) =>
      span === undefined ? '' : linesOf(source, span.startLine, span.endLine);
    expect(printed(document.evidence.number)).toBe('Số: 50/KH-UBND');
    expect(printed(document.evidence.issuer)).toBe('ỦY BAN NHÂN DÂN\nTỈNH BẮC GIANG');
    expect(printed(document.evidence.signer)).toBe('TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nMai Sơn');
    expect(printed(document.evidence.replaces)).toContain('Kế hoạch số 30/KH-UBND');
    expect(printed(document.evidence.recipients)).toMatch(/^Nơi nhận:[\s\S]*KGVXTrang\.$/);
  });

  test('slips of character recognition are warnings with their lines', () => {
    const lines = metadataOfSeed(SEEDS.dongNai2021).document.warnings.map(({ line }) => line);
    expect(lines).toEqual(expect.arrayContaining([79, 125, 145, 191, 297]));
  });
});

describe('issuers', () => {
  const under = (...head: readonly string[]) =>
    metadataOf(paragraphs(...head, 'QUYẾT ĐỊNH', 'VỀ MỨC CHI', 'Điều 1. Mức chi.'));

  test.each([
    [
      ['HỘI ĐỒNG NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI', 'Số: 48/2025/NQ-HĐND', 'Hà Nội, ngày 26 tháng 11 năm 2025'],
      'Hội đồng nhân dân thành phố Hà Nội',
      'Hà Nội',
    ],
    [
      ['CHỦ TỊCH ỦY BAN NHÂN DÂN\nTỈNH NINH BÌNH', 'Số: 163/2025/QĐ-CTUBND', 'Ninh Bình, ngày 25 tháng 11 năm 2025'],
      'Chủ tịch Ủy ban nhân dân tỉnh Ninh Bình',
      'Ninh Bình',
    ],
    [
      ['UỶ BAN NHÂN DÂN\nTỈNH THỪA THIÊN HUẾ', 'Số: 5/QĐ-UBND', 'Huế, ngày 2 tháng 3 năm 2020'],
      'Ủy ban nhân dân tỉnh Thừa Thiên Huế',
      'Huế',
    ],
    [['TỈNH ỦY ĐẮK LẮK', 'Số 08 -CT/TU', 'Đăk Lăk, ngày 19 tháng 02 năm 2021'], 'Tỉnh ủy Đắk Lắk', 'Đắk Lắk'],
    [['THỦ TƯỚNG CHÍNH PHỦ', 'Số: 1676/QĐ-TTg', 'Hà Nội, ngày 21 tháng 11 năm 2019'], 'Thủ tướng Chính phủ', null],
    [['CHÍNH PHỦ', 'Số: 68/NQ-CP', 'Hà Nội, ngày 09 tháng 5 năm 2024'], 'Chính phủ', null],
    [['Số: 9491 /KH-UBND', 'Đồng Nai, ngày 10 tháng 8 năm 2021'], 'Ủy ban nhân dân tỉnh Đồng Nai', 'Đồng Nai'],
  ])('%j', (head, issuer, province) => {
    expect(under(...head)).toMatchObject({ issuer, province });
  });
});

describe('what is not its own', () => {
  test('numbers and days of the title are those of other documents', () => {
    const document = metadataOf(
      paragraphs('KẾ HOẠCH', 'Thực hiện Nghị quyết số 42-NQ/TW ngày 24 tháng 11 năm 2023', 'I. MỤC ĐÍCH', 'Văn bản.'),
    );
    expect(document).toMatchObject({ number: null, issuedOn: null, basedOn: ['42-NQ/TW'] });
    expect(document.warnings[0]?.message).toBe('Không tìm thấy số hiệu, cơ quan ban hành, ngày ban hành.');
  });

  test.each([
    ['Phát triển kinh tế số tỉnh Bắc Ninh giai đoạn 2026 - 2030', '2026-2030'],
    ['Truyền thông về giảm nghèo năm 2025', '2025'],
    ['Thực hiện Kết luận số 92-KL/TW về chính sách xã hội giai đoạn 2012 - 2020', null],
    ['Thực hiện Kết luận số 92-KL/TW về chính sách xã hội giai đoạn 2012 - 2020 (giai đoạn 2021 - 2025)', '2021-2025'],
    ['Đổi mới chính sách xã hội trong giai đoạn mới', null],
  ])('period of "%s"', (title, period) => {
    const text = paragraphs('Số: 1/KH-UBND', 'KẾ HOẠCH', title, 'I. MỤC ĐÍCH', 'Văn bản.');
    expect(metadataOf(text).period).toBe(period);
  });

  test('a replaced document is not one of those it was issued for', () => {
    const text = paragraphs(
      'Số: 50/KH-UBND',
      'KẾ HOẠCH',
      'Về nhà ở',
      '6. Kế hoạch này thay thế Kế hoạch số 30/KH-UBND ngày 30/4/2024 của UBND tỉnh thực hiện Nghị quyết số 42 -NQ/TW ngày 24/11/2023.',
    );
    expect(metadataOf(text).replaces).toEqual(['30/KH-UBND']);
  });

  test('the type of several replaced decisions may be said once', () => {
    const text = paragraphs(
      'Số: 44/2025/QĐ-UBND',
      'QUYẾT ĐỊNH',
      'VỀ THOÁT NƯỚC',
      '1. Quyết định này có hiệu lực kể từ ngày 12 tháng 12 năm 2025 và thay thế các Quyết định: số 23/2016/QĐ-UBND ngày 05/8/2016 về thoát nước; số 21/2023/QĐ-UBND ngày 23/6/2023 sửa đổi quy định ban hành kèm theo Quyết định số 23/2016/QĐ-UBND; số 48/2023/QĐ-UBND về bùn thải.',
    );
    expect(metadataOf(text).replaces).toEqual(['23/2016/QĐ-UBND', '21/2023/QĐ-UBND', '48/2023/QĐ-UBND']);
  });

  test('a list of replaced decisions is read item by item', () => {
    const text = paragraphs(
      'Số: 44/2025/QĐ-UBND',
      'QUYẾT ĐỊNH',
      'VỀ PHÂN CẤP',
      'Điều 2. Quyết định này thay thế các Quyết định sau:',
      'a) Quyết định số 09/2019/QĐ-UBND ngày 21/3/2019;',
      'b) Quyết định số 06/2020/QĐ-UBND ngày 20/3/2020 sửa đổi Quyết định số 09/2019/QĐ-UBND.',
    );
    expect(metadataOf(text).replaces).toEqual(['09/2019/QĐ-UBND', '06/2020/QĐ-UBND']);
  });
});

test.each([
  ['KẾ HOẠCH\n\nTruyền thông về giảm nghèo thuộc Chương trình mục tiêu\nquốc gia năm 2025', '2025', 'năm 2025'],
  ['KẾ HOẠCH\n\nVề chính sách xã hội\n\nII. MỤC TIÊU CHỦ YẾU ĐẾN NĂM 2030', '2030', 'ĐẾN NĂM 2030'],
])('the lines of a period print its years: %j', (text, period, printed) => {
  const source = sourceOf(paragraphs(text, 'III. NHIỆM VỤ', 'Văn bản.'));
  const document = metadataOf(source.text);
  const { period: span } = document.evidence;
  expect(document.period).toBe(period);
  expect(span === undefined ? null : linesOf(source, span.startLine, span.endLine)).toContain(printed);
});

test('the horizon of a programme named in a heading is not that of the plan', () => {
  const text = paragraphs(
    'QUYẾT ĐỊNH',
    'Về mẫu hồ sơ',
    'I. CHƯƠNG TRÌNH MỤC TIÊU QUỐC GIA TỪ NĂM 2021 ĐẾN NĂM 2025',
    'Mẫu.',
  );
  expect(metadataOf(text).period).toBeNull();
});

test('a site knows what its copy does not print', () => {
  const text = paragraphs(
    'Số hiệu 230/KH-UBND\nNgày ban hành 02/07/2024\nLoại văn bản Kế hoạch\nCơ quan ban hành Tỉnh Đồng Nai\nNgười ký Nguyễn Sơn Hùng',
    'KẾ HOẠCH',
    'Thực hiện chính sách xã hội',
    'I. MỤC ĐÍCH',
    'Văn bản.',
  );
  expect(metadataOf(text)).toMatchObject({
    number: '230/KH-UBND',
    issuedOn: '2024-07-02',
    province: 'Đồng Nai',
    signer: { name: 'Nguyễn Sơn Hùng', position: null },
  });
});

test('abbreviations are those the text defines for itself', () => {
  const text = paragraphs(
    'Luật Bảo hiểm xã hội (sau đây gọi tắt là BHXH) và giáo dục nghề nghiệp (GDNN).',
    'Nghị quyết số 15-NQ/TW, ngày 01/6/2012 của Trung ương (viết tắt là Nghị quyết số 15-NQ/TW).',
  );
  expect(metadataOf(text).abbreviations).toEqual([
    { short: 'BHXH', full: 'Bảo hiểm xã hội' },
    { short: 'GDNN', full: 'giáo dục nghề nghiệp' },
    { short: 'Nghị quyết số 15-NQ/TW', full: 'Nghị quyết số 15-NQ/TW, ngày 01/6/2012 của Trung ương' },
  ]);
});

test('a text that is no policy document has no metadata and says so', () => {
  const document = metadataOf('Hôm nay trời đẹp.\n');
  expect(document).toMatchObject({
    number: null,
    type: null,
    issuer: null,
    province: null,
    issuedOn: null,
    title: null,
  });
  expect(document.warnings).toEqual([
    { line: 1, message: 'Không nhận ra phần đầu của văn bản (quốc hiệu, số hiệu, ngày, tên loại).' },
  ]);
});

describe('a plan whose title names no period', () => {
  const plan = (...times: readonly string[]) =>
    metadataOf(
      paragraphs(
        'ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN',
        'Số: 15/KH-UBND',
        'KẾ HOẠCH',
        'PHÁT ĐỘNG THI ĐUA THU GOM RÁC Ở CHỢ',
        'I. THỜI GIAN THI ĐUA',
        ...times,
        'II. CHỈ TIÊU',
        '1. Ít nhất 80% chợ không còn rác đến cuối đợt.',
      ),
    ).period;

  test('is for the one year that stands below the time of its carrying out', () => {
    expect(plan('1. Đợt một từ ngày 05 tháng 9 năm 2025.', '2. Đợt hai đến hết ngày 30/11/2025.')).toBe('2025');
  });

  test('is for none where several years do', () => {
    expect(plan('1. Đợt một từ tháng 9 năm 2025.', '2. Đợt hai trong quý I năm 2026.')).toBeNull();
  });
});
