import { describe, expect, it } from 'vitest';
import { claim, type Draft, draft, framing } from '../../../src/answering/compose/draft.ts';
import type { DocumentView } from '../../../src/answering/evidence/document-view.ts';
import { checkClaim, verify } from '../../../src/answering/verify/verify.ts';
import { smallView, supportOf } from './small-document.ts';

const BAC_GIANG = {
  number: '50/KH-UBND',
  issuer: 'Ủy ban nhân dân tỉnh Bắc Giang',
  province: 'Bắc Giang',
  issuedOn: '2024-08-16',
  signer: { name: 'Mai Sơn', position: 'Phó Chủ tịch', onBehalf: true },
};

/** Does a statement hold in the cited passage of the document? */
function holds(text: string, view: DocumentView, ordinal = 0): boolean {
  return checkClaim(claim(text, supportOf(view, ordinal)), null) === null;
}

const COLUMNS = ['Chỉ tiêu', 'Đơn vị', 'Mục tiêu đến năm 2025', 'Mục tiêu đến năm 2030'];

function row(...cells: readonly string[]) {
  return { text: cells.join(' | '), table: { columns: COLUMNS, cells }, path: ['Phụ lục'], trail: ['Phụ lục'] };
}

describe('a table row', () => {
  const view = smallView(BAC_GIANG, [
    row('Tỉ lệ thất nghiệp chung', '%', '< 3', '< 2,0'),
    row('Tỉ lệ thất nghiệp khu vực thành thị', '%', '< 4', '< 2,35'),
    row('Tỉ lệ đồng bào dân tộc thiểu số tham gia BHYT', '%', '98', '-'),
    row('Số căn hộ nhà ở xã hội', 'Căn hộ', '33.200', '74.900'),
    row('Số người làm công tác xã hội/1000 dân', 'Người', '-', '>= 2'),
    row('Tỉ lệ lao động qua đào tạo có bằng cấp, chứng chỉ', '%', '35', '40-45'),
  ]);

  it.each<[string, number, boolean, string]>([
    ['Dưới 2,0% đến năm 2030: tỉ lệ thất nghiệp chung.', 0, true, 'as printed'],
    ['Dưới 2% đến năm 2030: tỷ lệ thất nghiệp chung.', 0, true, 'in another way of writing it'],
    ['Dưới 2,5% đến năm 2030: tỉ lệ thất nghiệp chung.', 0, false, 'another number'],
    ['Dưới 3% đến năm 2030: tỉ lệ thất nghiệp chung.', 0, false, 'the value of the other year'],
    ['Dưới 2,0% đến năm 2025: tỉ lệ thất nghiệp chung.', 0, false, 'the other year'],
    ['Trên 2,0% đến năm 2030: tỉ lệ thất nghiệp chung.', 0, false, 'another comparator'],
    ['2,0% đến năm 2030: tỉ lệ thất nghiệp chung.', 0, false, 'no comparator'],
    ['Dưới 2,0 người đến năm 2030: tỉ lệ thất nghiệp chung.', 0, false, 'another unit'],
    ['Dưới 2,0% đến năm 2030: tỉ lệ thất nghiệp khu vực thành thị.', 0, false, 'the sibling row'],
    ['Dưới 2,35% đến năm 2030: tỉ lệ thất nghiệp chung.', 1, false, 'said of the sibling row'],
    ['98% đến năm 2025; năm 2030 văn bản không đặt chỉ tiêu.', 2, true, 'an empty cell said to be empty'],
    [
      'Văn bản không đặt chỉ tiêu cho năm 2025: tỉ lệ đồng bào dân tộc thiểu số tham gia BHYT.',
      2,
      false,
      'a full cell said to be empty',
    ],
    ['98% đến năm 2030: tỉ lệ đồng bào dân tộc thiểu số tham gia BHYT.', 2, false, 'a value in an empty cell'],
    ['74.900 căn hộ đến năm 2030: nhà ở xã hội.', 3, true, 'a unit cell'],
    ['74900 căn đến năm 2030: nhà ở xã hội.', 3, true, 'a shortened unit'],
    ['Đến năm 2025: 33.200 căn hộ, đến năm 2030: 74.900 căn hộ.', 3, true, 'both years'],
    ['Đến năm 2025: 74.900 căn hộ, đến năm 2030: 33.200 căn hộ.', 3, false, 'both years swapped'],
    ['Tối thiểu 2 người đến năm 2030: số người làm công tác xã hội/1000 dân.', 4, true, '"tối thiểu" for ">="'],
    ['Tối đa 2 người đến năm 2030: số người làm công tác xã hội/1000 dân.', 4, false, '"tối đa" for ">="'],
    ['Tối thiểu 2 người làm công tác xã hội trên 1.000 dân đến năm 2030.', 4, true, '"trên" for "/"'],
    ['Tối thiểu 2 người làm công tác xã hội trên 10.000 dân đến năm 2030.', 4, false, 'per another number'],
    ['Trên 2 người làm công tác xã hội trên 1.000 dân đến năm 2030.', 4, false, '"trên" for ">="'],
    ['40-45% đến năm 2030: tỉ lệ lao động qua đào tạo có bằng cấp, chứng chỉ.', 5, true, 'a range'],
    ['40% đến năm 2030: tỉ lệ lao động qua đào tạo có bằng cấp, chứng chỉ.', 5, false, 'half a range'],
  ])('“%s” on row %i: %s (%s)', (text, ordinal, expected) => {
    expect(holds(text, view, ordinal)).toBe(expected);
  });
});

describe('running text', () => {
  const view = smallView({ ...BAC_GIANG, province: 'Đồng Nai' }, [
    { text: 'Đến năm 2025, tỷ lệ lao động qua đào tạo đạt trên 65%, trong đó có bằng cấp, chứng chỉ đạt 25%.' },
    { text: 'Đến năm 2025 tỷ lệ bao phủ bảo hiểm y tế đạt 95%; đến năm 2030 đạt 98%.' },
    { text: 'Phấn đấu đến năm 2025 có ít nhất 90% dân số đô thị, 75% dân số nông thôn được sử dụng nước sạch.' },
    { text: 'Hộ nghèo không có khả năng thoát nghèo được hỗ trợ.' },
  ]);

  it.each<[string, number, boolean, string]>([
    ['Trên 65% đến năm 2025: tỷ lệ lao động qua đào tạo.', 0, true, 'a value with its subject'],
    ['Lao động qua đào tạo đạt trên 65%, có bằng cấp, chứng chỉ đạt 25%.', 0, true, 'two values'],
    ['Lao động qua đào tạo đạt 25%, có bằng cấp, chứng chỉ đạt trên 65%.', 0, false, 'two values swapped'],
    ['25% đến năm 2025: lao động qua đào tạo.', 0, false, 'the value of the part said of the whole'],
    ['95% đến năm 2025: tỷ lệ bao phủ bảo hiểm y tế.', 1, true, 'the first year'],
    ['98% đến năm 2030: tỷ lệ bao phủ bảo hiểm y tế.', 1, true, 'the second year'],
    ['98% đến năm 2025: tỷ lệ bao phủ bảo hiểm y tế.', 1, false, 'years swapped'],
    ['Tối thiểu 75% đến năm 2025: dân số nông thôn được sử dụng nước sạch.', 2, true, '"ít nhất" before a list'],
    ['Tối thiểu 90% đến năm 2025: dân số nông thôn được sử dụng nước sạch.', 2, false, 'town and country swapped'],
    ['“hộ nghèo không có khả năng thoát nghèo được hỗ trợ”.', 3, true, 'a quotation in another case'],
    ['“hộ nghèo có khả năng thoát nghèo được hỗ trợ”.', 3, false, 'a quotation with a word left out'],
    ['“Hộ nghèo không có khả năng…”.', 3, true, 'a shortened quotation'],
    ['“Hộ nghèo không có khả nă”.', 3, false, 'a quotation that cuts a word'],
    ['Hộ nghèo không được hỗ trợ.', 3, false, 'a negation the text has not'],
    ['Hộ nghèo được cấp sổ tiết kiệm kèm quà Tết.', 3, false, 'words the text has not'],
  ])('“%s” on sentence %i: %s (%s)', (text, ordinal, expected) => {
    expect(holds(text, view, ordinal)).toBe(expected);
  });
});

describe('bodies and their parts', () => {
  const view = smallView(BAC_GIANG, [
    { text: '- Cơ quan chủ trì: Sở Nội vụ.' },
    { text: '- Cơ quan phối hợp: Sở Tài chính, UBND các huyện, thị xã, thành phố.' },
    { text: 'Giao Sở LĐ-TB&XH chủ trì, phối hợp với Sở Y tế triển khai thực hiện.' },
    { text: '4. Sở Xây dựng: Hướng dẫn lập quy hoạch nhà ở.' },
    { text: 'Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh phối hợp giám sát.' },
  ]);

  it.each<[string, number, boolean]>([
    ['Sở Nội vụ chủ trì.', 0, true],
    ['Sở Nội vụ là cơ quan chủ trì.', 0, true],
    ['Sở Nội vụ phối hợp thực hiện.', 0, false],
    ['Sở Tư pháp chủ trì.', 0, false],
    ['Cơ quan phối hợp: Sở Tài chính; UBND các huyện, thị xã, thành phố.', 1, true],
    ['Cơ quan chủ trì: Sở Tài chính.', 1, false],
    ['Cơ quan phối hợp: UBND các xã, phường.', 1, false],
    ['Sở Lao động - Thương binh và Xã hội chủ trì, phối hợp với Sở Y tế.', 2, true],
    ['Sở Y tế chủ trì, phối hợp với Sở LĐTBXH.', 2, false],
    ['Sở Y tế phối hợp.', 2, true],
    ['Sở Xây dựng được giao hướng dẫn lập quy hoạch nhà ở.', 3, true],
    ['Sở Xây dựng chủ trì hướng dẫn lập quy hoạch nhà ở.', 3, true],
    ['Ủy ban MTTQ Việt Nam tỉnh phối hợp giám sát.', 4, true],
  ])('“%s” on line %i: %s', (text, ordinal, expected) => {
    expect(holds(text, view, ordinal)).toBe(expected);
  });
});

describe('days, numbers, names and places', () => {
  const view = smallView(BAC_GIANG, [
    { text: 'Căn cứ Nghị quyết số 42-NQ/TW ngày 24 tháng 11 năm 2023 và Kế hoạch số 119-KH/TU ngày 04/3/2024.' },
    { text: 'Gửi báo cáo trước ngày 10/12 hằng năm.', path: ['IV', '1'], trail: ['IV. TỔ CHỨC THỰC HIỆN'] },
    { text: 'KT. CHỦ TỊCH PHÓ CHỦ TỊCH Mai Sơn' },
    { text: 'Thực hiện theo QC02.', path: ['III', '2', '2.1'] },
    { text: 'Tiếp nhận hồ sơ, trả lời bằng văn bản.', path: ['Điều 8', '5', 'a'] },
  ]);

  it.each<[string, number, boolean]>([
    ['Nghị quyết 42-NQ/TW ngày 24/11/2023 là căn cứ của Kế hoạch 50/KH-UBND của UBND tỉnh Bắc Giang.', 0, true],
    ['Nghị quyết 42-NQ/TW ngày 4/3/2024.', 0, false],
    ['Nghị quyết 43-NQ/TW ngày 24/11/2023.', 0, false],
    ['Kết luận 42-NQ/TW ngày 24/11/2023.', 0, false],
    ['Nghị quyết 42-NQ/TW là căn cứ của Quyết định 50/KH-UBND.', 0, false],
    ['Nghị quyết 42-NQ/TW là căn cứ của Kế hoạch 50/KH-UBND của UBND tỉnh Hà Tĩnh.', 0, false],
    ['Ngày 16/8/2024: ngày ban hành Kế hoạch 50/KH-UBND.', 0, true],
    ['Ngày 17/8/2024: ngày ban hành Kế hoạch 50/KH-UBND.', 0, false],
    ['Báo cáo trước ngày 10/12 hằng năm.', 1, true],
    ['Báo cáo trước ngày 12/10 hằng năm.', 1, false],
    ['Báo cáo trước ngày 10/42 hằng năm.', 1, false],
    ['Báo cáo trước ngày 10/12 hằng tháng.', 1, false],
    ['Báo cáo trước ngày 10/12 hằng năm, theo mục IV.1 Kế hoạch 50/KH-UBND.', 1, true],
    ['Báo cáo trước ngày 10/12 hằng năm, theo mục IV.2 Kế hoạch 50/KH-UBND.', 1, false],
    ['Mai Sơn, Phó Chủ tịch (ký thay cấp trưởng) ký Kế hoạch 50/KH-UBND.', 2, true],
    ['Mai Sơn, Chủ tịch, ký Kế hoạch 50/KH-UBND.', 2, false],
    ['Mai Sen, Phó Chủ tịch, ký Kế hoạch 50/KH-UBND.', 2, false],
    ['Thực hiện theo QC02, mục III.2.1 Kế hoạch 50/KH-UBND.', 3, true],
    ['Thực hiện theo QC05.', 3, false],
    ['Theo điểm a khoản 5 Điều 8 Kế hoạch 50/KH-UBND: “Tiếp nhận hồ sơ, trả lời bằng văn bản”.', 4, true],
    ['Theo điểm a khoản 6 Điều 8 Kế hoạch 50/KH-UBND: “Tiếp nhận hồ sơ, trả lời bằng văn bản”.', 4, false],
    ['Thực hiện theo QC02 của Hà Tĩnh.', 3, false],
  ])('“%s” on line %i: %s', (text, ordinal, expected) => {
    expect(holds(text, view, ordinal)).toBe(expected);
  });
});

describe('a draft', () => {
  const view = smallView(BAC_GIANG, [{ text: '1. Việc làm' }, { text: '2. Nhà ở' }, { text: 'Đạt 62% năm 2030.' }]);
  const line = (text: string, ordinal: number) => claim(text, supportOf(view, ordinal));
  const textsOf = (given: Draft) => verify(given).draft.statements.map(({ text }) => text);

  it('is returned as it is when everything holds', () => {
    const given = draft('answered', [line('Hai nhóm:', 0), line('1. Việc làm', 0), line('2. Nhà ở', 1)]);
    expect(verify(given)).toEqual({ draft: given, dropped: [] });
  });

  it.each(['Ba nhóm:', '3 nhóm:', 'Một nhóm:'])('loses a count that is not that of its lines: “%s”', (head) => {
    const given = draft('answered', [line(head, 0), line('1. Việc làm', 0), line('2. Nhà ở', 1)]);
    expect(textsOf(given)).toEqual(['1. Việc làm', '2. Nhà ở']);
  });

  it('loses the count together with a line that does not hold', () => {
    const given = draft('answered', [line('Hai nhóm:', 0), line('1. Việc làm', 0), line('2. Nhà máy thủy điện', 1)]);
    expect(textsOf(given)).toEqual(['1. Việc làm']);
  });

  it('declines when no claim is left', () => {
    const { draft: left, dropped } = verify(
      draft('answered', [line('Đạt 63% năm 2030.', 2), framing('Theo văn bản:')]),
    );
    expect(left.status).toBe('not_found');
    expect(left.statements).toHaveLength(1);
    expect(dropped.map(({ reason }) => reason)).toEqual(['Con số 63 không có trong đoạn được dẫn.']);
  });

  it('loses a claim that cites nothing', () => {
    expect(textsOf(draft('answered', [line('Đạt 62% năm 2030.', 2), claim('Có hỗ trợ.')]))).toEqual([
      'Đạt 62% năm 2030.',
    ]);
  });

  it.each([
    ['Đoạn này không nêu số tiền cụ thể.', true],
    ['Không tìm thấy số liệu được hỏi trong Kế hoạch 50/KH-UBND của UBND tỉnh Bắc Giang.', true],
    ['Không có Kế hoạch 99 trong các văn bản hiện có.', true],
    ['Mức hỗ trợ là 500.000 đồng.', false],
    ['Sở Tư pháp phụ trách việc này.', false],
    ['Xem thêm Nghị định 20/2021/NĐ-CP.', false],
  ])('keeps of framing what states nothing: “%s” %s', (text, kept) => {
    const given = draft('answered', [line('Đạt 62% năm 2030.', 2), framing(text)]);
    expect(textsOf(given).includes(text)).toBe(kept);
  });

  it.each([
    ['Con số của Đồng Nai cao hơn của Bắc Giang.', true],
    ['Con số của Bắc Giang cao hơn của Đồng Nai.', false],
  ])('keeps a comparison its lines bear out: “%s” %s', (text, kept) => {
    const other = smallView({ number: '9/KH-UBND', province: 'Đồng Nai', issuedOn: '2021-01-01' }, [
      { text: 'Đạt 70% năm 2030.' },
    ]);
    const given = draft('answered', [
      framing(text),
      line('- Bắc Giang: 62% năm 2030', 2),
      claim('- Đồng Nai: 70% năm 2030', supportOf(other)),
    ]);
    expect(textsOf(given).includes(text)).toBe(kept);
  });
});

describe('what a statement says in other words than its source', () => {
  const dakLak = {
    ...{ type: 'Chỉ thị', number: '08-CT/TU', province: 'Đắk Lắk', issuedOn: '2021-02-19' },
    issuer: 'Ban Thường vụ Tỉnh ủy Đắk Lắk',
  };
  const plan = smallView(BAC_GIANG, [
    row('Tỉ lệ LLLĐ trong độ tuổi tham gia BHXH', '%', '47', '62'),
    row('Tỉ lệ LLLĐ trong độ tuổi tham gia BHTN', '%', '41', '50'),
    {
      ...row('10', 'Nước sạch, vệ sinh môi trường', '', ''),
      target: { group: 'Nước sạch, vệ sinh môi trường', indicator: 'Tỉ lệ hộ dùng nước sạch' },
    },
    { text: '+ Hỗ trợ lắp đặt thiết bị lọc nước cho các hộ nghèo, hộ cận nghèo.' },
    { text: 'Hỗ trợ mỗi hộ nghèo 5 triệu đồng lắp đặt thiết bị lọc nước.' },
  ]);

  it.each<[string, number, boolean, string]>([
    ['62% đến năm 2030: tỷ lệ lực lượng lao động trong độ tuổi tham gia bảo hiểm xã hội.', 0, true, 'written out'],
    [
      '62% đến năm 2030: tỷ lệ lực lượng lao động trong độ tuổi tham gia bảo hiểm thất nghiệp.',
      0,
      false,
      'the sibling',
    ],
    ['Nước sạch, vệ sinh môi trường, theo Phụ lục (nhóm 10) Kế hoạch 50/KH-UBND.', 2, true, 'the number of its group'],
    ['Nước sạch, vệ sinh môi trường, theo Phụ lục (nhóm 9) Kế hoạch 50/KH-UBND.', 2, false, 'another group'],
    ['Hỗ trợ lắp đặt thiết bị lọc nước cho các hộ nghèo; Kế hoạch không nêu số tiền.', 3, true, 'silent on money'],
    ['Hỗ trợ lắp đặt thiết bị lọc nước cho hộ nghèo; Kế hoạch không nêu số tiền.', 4, false, 'money is stated'],
  ])('“%s” on passage %i: %s (%s)', (text, ordinal, expected) => {
    expect(holds(text, plan, ordinal)).toBe(expected);
  });

  it.each<[string, boolean]>([
    ['Theo Chỉ thị 08-CT/TU của Tỉnh ủy Đắk Lắk: “các cấp ủy đảng tổ chức quán triệt”.', true],
    ['Theo Chỉ thị 08-CT/TU của Ban Thường vụ Tỉnh ủy Đắk Lắk: “các cấp ủy đảng tổ chức quán triệt”.', true],
    ['Theo Chỉ thị 08-CT/TU của Tỉnh ủy Đồng Nai: “các cấp ủy đảng tổ chức quán triệt”.', false],
  ])('a party committee stands for its standing committee: “%s” %s', (text, expected) => {
    expect(
      holds(text, smallView(dakLak, [{ text: 'Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy đảng tổ chức quán triệt.' }])),
    ).toBe(expected);
  });
});

describe('a task quoted as a body\u2019s', () => {
  const view = smallView(BAC_GIANG, [
    { text: '2. Sở Y tế chủ trì, phối hợp với Sở Tài chính tổ chức khám bệnh cho người dân.' },
    {
      text: 'a) Chủ trì lập dự toán kinh phí hằng năm, gửi Sở Tài chính.',
      trail: ['IV. TỔ CHỨC', '3. Giao Sở Xây dựng'],
    },
    { text: 'Khen thưởng các tập thể, cá nhân. Cơ quan chủ trì: Sở Nội vụ.' },
  ]);

  it.each<[string, number, boolean, string]>([
    ['Sở Y tế: “chủ trì, phối hợp với Sở Tài chính tổ chức khám bệnh”.', 0, true, 'the body that opens the item'],
    ['Sở Tài chính: “chủ trì, phối hợp với Sở Tài chính tổ chức khám bệnh”.', 0, false, 'the body it works with'],
    ['Sở Tài chính chủ trì việc “tổ chức khám bệnh cho người dân”.', 0, false, 'the body it works with, said to lead'],
    ['Sở Xây dựng: “Chủ trì lập dự toán kinh phí hằng năm”.', 1, true, 'the body of the heading'],
    ['Sở Tài chính: “Chủ trì lập dự toán kinh phí hằng năm”.', 1, false, 'the body it is sent to'],
    ['Sở Nội vụ chủ trì việc “Khen thưởng các tập thể, cá nhân”.', 2, true, 'a body named after the task'],
  ])('“%s” on passage %i: %s (%s)', (text, ordinal, expected) => {
    expect(holds(text, view, ordinal)).toBe(expected);
  });
});
