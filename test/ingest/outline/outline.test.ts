import { describe, expect, test } from 'vitest';
import { normalise } from '../../../ingest/normalise/normalise.ts';
import { placeBlocks } from '../../../ingest/outline/place-blocks.ts';
import { walkProvisions } from '../../../src/document/provision.ts';
import { sourceOf } from '../source-of.ts';

const outlined = (text: string) => {
  const source = sourceOf(text);
  return { source, ...placeBlocks(source, normalise(source)) };
};

/** "I/1/a Mục đích": path and title of every provision, in order. */
function outlineOf(text: string): string[] {
  const { outline } = outlined(text);
  return [...walkProvisions(outline)].map(({ path, title }) => `${path.join('/')}${title === null ? '' : ` ${title}`}`);
}

const paragraphs = (...texts: readonly string[]): string => `${texts.join('\n\n')}\n`;

describe('levels', () => {
  test('numerals hold numbers, numbers hold decimals and points', () => {
    const text = paragraphs(
      'I. MỤC ĐÍCH, YÊU CẦU',
      '1. Mục đích',
      '1.1. Nâng cao nhận thức của các cấp, các ngành.',
      '1.2. Xác định rõ nhiệm vụ của các sở.',
      '2. Yêu cầu',
      'a) Triển khai kịp thời.',
      'b) Bảo đảm hiệu quả.',
      'II. NỘI DUNG',
      '1. Về việc làm',
      'Tiếp tục triển khai.',
    );
    expect(outlineOf(text)).toEqual([
      'I MỤC ĐÍCH, YÊU CẦU',
      'I/1 Mục đích',
      'I/1/1.1',
      'I/1/1.2',
      'I/2 Yêu cầu',
      'I/2/a',
      'I/2/b',
      'II NỘI DUNG',
      'II/1 Về việc làm',
    ]);
  });

  test('chapters take their title from the line below, articles hold clauses and points', () => {
    const text = paragraphs(
      '**Chương I**',
      '**QUY ĐỊNH CHUNG**',
      '**Điều 1. Phạm vi điều chỉnh**',
      '1. Quyết định này quy định mức chi.',
      '2. Đối tượng áp dụng gồm:',
      'a) Cơ quan nhà nước;',
      'b) Tổ chức, cá nhân có liên quan.',
      '**Điều 2. **Giao Sở Tài chính chủ trì thực hiện.',
    );
    expect(outlineOf(text)).toEqual([
      'Chương I QUY ĐỊNH CHUNG',
      'Chương I/Điều 1 Phạm vi điều chỉnh',
      'Chương I/Điều 1/1',
      'Chương I/Điều 1/2',
      'Chương I/Điều 1/2/a',
      'Chương I/Điều 1/2/b',
      'Chương I/Điều 2',
    ]);
  });

  test('a title whose bold closes and opens again at a link is one title', () => {
    const begin = `Thẩm quyền quyết định đối với tài sản ${'do chủ sở hữu tự nguyện chuyển giao '.repeat(8)}tại`;
    const text = paragraphs(`**Điều 5. ${begin}**** khoản 6 Điều 3 Nghị định này**`, '1. Sở Tài chính xử lý.');
    expect(outlineOf(text)).toEqual([`Điều 5 ${begin} khoản 6 Điều 3 Nghị định này`, 'Điều 5/1']);
  });

  test('an article set in bold is headed by its title however long it is', () => {
    const title = `Thẩm quyền quyết định đối với tài sản ${'do chủ sở hữu tự nguyện chuyển giao '.repeat(8)}(trừ nhà đất)`;
    const text = paragraphs(`**Điều 5. ${title}**`, '1. Sở Tài chính quyết định.', '2. Sở Xây dựng phối hợp.');
    expect(outlineOf(text)).toEqual([`Điều 5 ${title}`, 'Điều 5/1', 'Điều 5/2']);
  });

  test('a document may have numbers alone', () => {
    const text = paragraphs(
      '1. Các cấp ủy đảng, các cơ quan',
      '- Tổ chức quán triệt.',
      '2. Ban cán sự đảng',
      '- Chỉ đạo.',
    );
    expect(outlineOf(text)).toEqual(['1 Các cấp ủy đảng, các cơ quan', '2 Ban cán sự đảng']);
  });

  test('"I." after "H." is a letter, "I." at the start a numeral', () => {
    const letters = 'ABCDĐEGHI'.split('').flatMap((letter) => [`${letter}. PHẦN ${letter}`, 'Nội dung của phần này.']);
    expect(outlineOf(paragraphs(...letters)).at(-1)).toBe('I PHẦN I');
    expect(outlineOf(paragraphs('I. MỤC TIÊU', '1. Mục tiêu chung', 'Văn bản.'))).toEqual([
      'I MỤC TIÊU',
      'I/1 Mục tiêu chung',
    ]);
  });

  test('capital letters hold numerals, and open inside numerals too', () => {
    expect(outlineOf(paragraphs('A. ĐỊNH MỨC', 'I. NGÂN SÁCH', 'Văn bản.', 'B. CHI', 'I. TỈNH', 'Văn bản.'))).toEqual([
      'A ĐỊNH MỨC',
      'A/I NGÂN SÁCH',
      'B CHI',
      'B/I TỈNH',
    ]);
    expect(
      outlineOf(
        paragraphs(
          'I. MỤC TIÊU',
          'Văn bản.',
          'II. NHIỆM VỤ',
          'A. CHUNG',
          'Văn bản.',
          'B. RIÊNG',
          'Văn bản.',
          'III. KINH PHÍ',
        ),
      ),
    ).toEqual(['I MỤC TIÊU', 'II NHIỆM VỤ', 'II/A CHUNG', 'II/B RIÊNG', 'III KINH PHÍ']);
  });
});

describe('headings', () => {
  test.each([
    ['g) Về y tế: Đẩy nhanh tiến độ hiện đại hóa.', 'Về y tế', 'Đẩy nhanh tiến độ hiện đại hóa.'],
    ['**1. Thời gian thực hiện:** Giai đoạn 2021 - 2025.', 'Thời gian thực hiện', 'Giai đoạn 2021 - 2025.'],
    [
      '1. Sở Lao động - Thương binh và Xã hội: Là cơ quan chủ trì.',
      'Sở Lao động - Thương binh và Xã hội',
      'Là cơ quan chủ trì.',
    ],
    [
      '1. Nghị quyết này quy định như sau: mức chi là 10 triệu đồng.',
      null,
      'Nghị quyết này quy định như sau: mức chi là 10 triệu đồng.',
    ],
    [
      '3. Các Sở, ngành: Lao động, Y tế, Xây dựng xây dựng kế hoạch.',
      null,
      'Các Sở, ngành: Lao động, Y tế, Xây dựng xây dựng kế hoạch.',
    ],
    ['1. Sở Tài chính phối hợp thẩm định kinh phí.', null, 'Sở Tài chính phối hợp thẩm định kinh phí.'],
  ])('%s', (printed, title, body) => {
    const { outline, placed } = outlined(paragraphs(printed));
    const [first] = placed;
    if (first?.block.kind !== 'text') throw new Error('a paragraph was expected');
    expect([outline[0]?.title, first.block.text.slice(first.bodyStart)]).toEqual([title, body]);
  });

  test('short items without a stop are a list, not headings', () => {
    expect(outlineOf(paragraphs('1. Phường Phong Điền', '2. Phường Phong Thái', '3. Phường Hương Trà'))).toEqual([
      '1',
      '2',
      '3',
    ]);
  });

  test('the heading span is label and title alone', () => {
    const { source, outline } = outlined(paragraphs('g) Về y tế: Đẩy nhanh tiến độ.'));
    const span = outline[0]?.headingSpan;
    expect(source.text.slice(span?.start, span?.end)).toBe('g) Về y tế');
  });
});

describe('slips of the copy', () => {
  test('"d)" printed twice is "đ)" the second time', () => {
    const text = paragraphs(
      '1. Nhiệm vụ',
      'c) Về trẻ em: Tiếp tục triển khai.',
      'd) Về việc làm: Tổ chức sàn giao dịch.',
      'd) Về bảo hiểm: Tuyên truyền.',
      'e) Về giáo dục: Đổi mới.',
    );
    expect(outlineOf(text).slice(1)).toEqual([
      '1/c Về trẻ em',
      '1/d Về việc làm',
      '1/đ Về bảo hiểm',
      '1/e Về giáo dục',
    ]);
  });

  test('points written as list items are points', () => {
    const long =
      'Tăng cường công tác tuyên truyền các chủ trương, chính sách của Đảng và pháp luật của Nhà nước '.repeat(2);
    expect(outlineOf(`4. Nâng cao hiệu quả quản lý\n\n- a) ${long}.\n- b) ${long}.\n`)).toEqual([
      '4 Nâng cao hiệu quả quản lý',
      '4/a',
      '4/b',
    ]);
  });

  test('two provisions of one label are told apart, with a warning', () => {
    const { outline, warnings } = outlined(paragraphs('1. Mức chi.', '2. Nguồn chi.', '1. Hiệu lực.'));
    expect(outline.map(({ path }) => path)).toEqual([['1'], ['2'], ['1 (2)']]);
    expect(warnings).toEqual([{ line: 5, message: 'Nhãn "1." lặp lại trong cùng một mục.' }]);
  });
});

describe('parts of a document', () => {
  const CLOSING = ['Nơi nhận:\n- Như trên;\n- Lưu: VT.', 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH', 'Nguyễn Văn An'];
  const HEAD = [
    'Số: 12/KH-UBND',
    'Bắc Giang, ngày 5 tháng 3 năm 2024',
    'KẾ HOẠCH',
    'Phát triển nhà ở xã hội',
    'Căn cứ Luật Nhà ở;',
  ];

  test('front, bases, body and closing follow each other', () => {
    const { placed } = outlined(paragraphs(...HEAD, 'I. MỤC TIÊU', 'Xây dựng 500 căn.', ...CLOSING));
    const parts = placed.map(({ part }) => part);
    expect(parts).toEqual([...Array(4).fill('front'), 'basis', 'body', 'body', ...Array(6).fill('closing')]);
  });

  test('every appendix is a root of its own, with the title below it', () => {
    const text = paragraphs(
      ...HEAD,
      'I. MỤC TIÊU',
      'Xây dựng 500 căn.',
      ...CLOSING,
      'PHỤ LỤC I',
      'DANH MỤC DỰ ÁN',
      '(Kèm theo Kế hoạch số 12/KH-UBND)',
      '1. Dự án An Phú.',
      'PHỤ LỤC II',
      'KINH PHÍ',
      '1. Ngân sách tỉnh.',
    );
    expect(outlineOf(text)).toEqual([
      'I MỤC TIÊU',
      'Phụ lục I DANH MỤC DỰ ÁN',
      'Phụ lục I/1',
      'Phụ lục II KINH PHÍ',
      'Phụ lục II/1',
    ]);
  });

  test('an instrument issued with a decision is a root beside the articles', () => {
    const text = paragraphs(
      ...HEAD.slice(0, 2),
      'QUYẾT ĐỊNH',
      'BAN HÀNH QUY CHẾ TIẾP DÂN',
      'Điều 1. Ban hành kèm theo Quyết định này Quy chế tiếp dân.',
      ...CLOSING,
      'QUY CHẾ',
      'TIẾP DÂN',
      '(Ban hành kèm theo Quyết định số 12/QĐ-UBND)',
      'Điều 1. Phạm vi điều chỉnh',
      'Quy chế này quy định việc tiếp dân.',
    );
    expect(outlineOf(text)).toEqual(['Điều 1', 'Quy chế TIẾP DÂN', 'Quy chế/Điều 1 Phạm vi điều chỉnh']);
  });

  test('the formula that ends a plan is no part of the last list item', () => {
    const { placed } = outlined(
      paragraphs('III. TỔ CHỨC THỰC HIỆN', '1. Sở Y tế: Tham mưu triển khai.', 'Trên đây là Kế hoạch của tỉnh.'),
    );
    expect(placed.at(-1)?.provisionPath).toEqual(['III']);
  });

  test('a text without any head is all body', () => {
    const { placed } = outlined(paragraphs('Hôm nay trời đẹp.', '1. Đi chợ.'));
    expect(placed.map(({ part, provisionPath }) => [part, provisionPath])).toEqual([
      ['body', []],
      ['body', ['1']],
    ]);
  });
});
