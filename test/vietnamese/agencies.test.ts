import { describe, expect, test } from 'vitest';
import { agencyNamed, findAgencies, sameAgency } from '../../src/vietnamese/agencies.ts';

type Row = readonly [text: string, agencies: readonly (readonly [printed: string, name: string])[]];

const same = (...names: string[]): readonly (readonly [string, string])[] => names.map((name) => [name, name]);

const rows: readonly Row[] = [
  [
    'Sở Lao động - TB&XH; Sở Nông nghiệp và PTNT; đơn vị liên quan',
    [
      ['Sở Lao động - TB&XH', 'Sở Lao động - Thương binh và Xã hội'],
      ['Sở Nông nghiệp và PTNT', 'Sở Nông nghiệp và Phát triển nông thôn'],
      ['đơn vị liên quan', 'đơn vị liên quan'],
    ],
  ],
  [
    'Các Sở, ngành: Lao động - Thương binh và Xã hội, Giáo dục Đào tạo, Y tế, Bảo hiểm Xã hội tỉnh căn cứ chức năng',
    [
      ['Lao động - Thương binh và Xã hội', 'Sở Lao động - Thương binh và Xã hội'],
      ['Giáo dục Đào tạo', 'Sở Giáo dục và Đào tạo'],
      ['Y tế', 'Sở Y tế'],
      ['Bảo hiểm Xã hội tỉnh', 'Bảo hiểm xã hội tỉnh'],
    ],
  ],
  [
    'Sở Tài chính, Nội vụ và Y tế phối hợp thực hiện',
    [
      ['Sở Tài chính', 'Sở Tài chính'],
      ['Nội vụ', 'Sở Nội vụ'],
      ['Y tế', 'Sở Y tế'],
    ],
  ],
  [
    'các sở, ban, ngành có liên quan, UBND các huyện, thị xã, thành phố.',
    [
      ['các sở, ban, ngành có liên quan', 'các sở, ban, ngành có liên quan'],
      ['UBND các huyện, thị xã, thành phố', 'Ủy ban nhân dân các huyện, thị xã, thành phố'],
    ],
  ],
  ['Sở Văn hóa, thể thao và du lịch chủ trì', [['Sở Văn hóa, thể thao và du lịch', 'Sở Văn hóa, Thể thao và Du lịch']]],
  ['Uỷ ban nhân dân tỉnh giao', [['Uỷ ban nhân dân tỉnh', 'Ủy ban nhân dân tỉnh']]],
  ['Chi cục Kiểm lâm chủ trì', same('Chi cục Kiểm lâm')],
  ['Đài Truyền thanh - Truyền hình các huyện, thị xã', same('Đài Truyền thanh - Truyền hình các huyện, thị xã')],
  ['các Ban của Hội đồng nhân dân tỉnh giám sát', same('các Ban của Hội đồng nhân dân tỉnh')],
  ['phối hợp với Công an, Sở Tài chính', same('Công an', 'Sở Tài chính')],
  ['các Tổ đại biểu và đại biểu Hội đồng nhân dân tỉnh', same('các Tổ đại biểu và đại biểu Hội đồng nhân dân tỉnh')],
  ['các Ban HĐND tỉnh giám sát', same('các Ban HĐND tỉnh')],
  ['Cơ quan, đơn vị tổ chức lập quy hoạch', same('Cơ quan, đơn vị')],
  ['các cơ quan, đơn vị cấp tài khoản', same('các cơ quan, đơn vị')],
  ['các sở, ban ngành liên quan', same('các sở, ban ngành liên quan')],
  ['Các chủ rừng kiểm tra, các ngân hàng cho vay', same('Các chủ rừng', 'các ngân hàng')],
  ['Lãnh đạo Sở Tư pháp', [['Sở Tư pháp', 'Sở Tư pháp']]],
  ['Trung tâm Dịch vụ việc làm thực hiện', same('Trung tâm Dịch vụ việc làm')],
  ['Phòng Người có công tham mưu', same('Phòng Người có công')],
  ['Trung tâm Trợ giúp pháp lý Nhà nước tổ chức', same('Trung tâm Trợ giúp pháp lý Nhà nước')],
  ['Trường Mầm non đạt chuẩn quốc gia tối thiểu 50%', same('Trường Mầm non')],
  ['Chi cục Kiểm lâm tỉnh hết hiệu lực kể từ ngày', same('Chi cục Kiểm lâm tỉnh')],
  ['Trưởng Bộ môn: 1.000.000 đồng', []],
  ['hoạt động của hội – nông dân', []],
  ['tham gia bảo hiểm xã hội, bảo hiểm y tế', []],
  ['sổ tài chính của hộ', []],
];

describe('agencies in a document', () => {
  test.each(rows)('%s', (text, expected) => {
    expect(findAgencies(text).map(({ printed, name }) => [printed, name])).toEqual(expected);
  });

  test('a mention is the text between start and end', () => {
    const text = 'Giao Sở LĐ-TB&XH chủ trì, phối hợp với UBND các xã, phường, đặc khu Lý Sơn';
    for (const { start, end, printed } of findAgencies(text)) expect(text.slice(start, end)).toBe(printed);
  });
});

describe('agencies as users type them', () => {
  test.each([
    ['so ldtbxh', 'Sở Lao động - Thương binh và Xã hội'],
    ['SLĐTBXH chủ trì việc gì', 'Sở Lao động - Thương binh và Xã hội'],
    ['sở gd&đt', 'Sở Giáo dục và Đào tạo'],
    ['so nong nghiep', 'Sở Nông nghiệp và Phát triển nông thôn'],
    ['bhxh tỉnh', 'Bảo hiểm xã hội tỉnh'],
    ['ubnd tinh', 'Ủy ban nhân dân tỉnh'],
    ['mttq', 'Ủy ban Mặt trận Tổ quốc Việt Nam'],
    ['mặt trận', 'Ủy ban Mặt trận Tổ quốc Việt Nam'],
    ['thời tiết hôm nay', null],
    ['sơ xây dựng', 'Sở Xây dựng'],
    ['chuyển đổi số xây dựng', null],
  ])('%s', (wording, expected) => {
    expect(agencyNamed(wording)).toBe(expected);
  });

  test('a level at the end may be missing on one side', () => {
    expect(sameAgency('Ban Dân tộc tỉnh', 'Ban Dân tộc')).toBe(true);
    expect(
      sameAgency('Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', 'Ủy ban Mặt trận Tổ quốc Việt Nam'),
    ).toBe(true);
    expect(sameAgency('Ủy ban nhân dân các xã, phường', 'Ủy ban nhân dân cấp xã')).toBe(true);
    expect(sameAgency('Chủ tịch Ủy ban nhân dân phường', 'Chủ tịch Ủy ban nhân dân xã, phường')).toBe(true);
    expect(sameAgency('Chủ tịch Ủy ban nhân dân phường', 'Ủy ban nhân dân cấp xã')).toBe(false);
    expect(sameAgency('Sở Y tế', 'Sở Tài chính')).toBe(false);
  });
});
