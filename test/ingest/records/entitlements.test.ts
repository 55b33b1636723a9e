import { describe, expect, test } from 'vitest';
import { recordsOf } from './placed.ts';

const read = (text: string, number = '50/KH-UBND') =>
  recordsOf([{ text, role: 'bullet' }], { number }).entitlements.map(({ who, what, strength }) => [
    who,
    what,
    strength,
  ]);

describe('entitlements', () => {
  test.each([
    [
      '- Người cao tuổi thuộc hộ nghèo được hưởng trợ cấp xã hội hàng tháng.',
      [['Người cao tuổi thuộc hộ nghèo', 'được hưởng trợ cấp xã hội hàng tháng', 'entitlement']],
    ],
    [
      '- Hỗ trợ lắp đặt thiết bị lọc nước cho các hộ nghèo, hộ cận nghèo.',
      [['các hộ nghèo, hộ cận nghèo', 'Hỗ trợ lắp đặt thiết bị lọc nước', 'planned']],
    ],
    [
      '- Nghiên cứu xây dựng chính sách hỗ trợ tham gia bảo hiểm xã hội tự nguyện cho nông dân.',
      [['nông dân', 'chính sách hỗ trợ tham gia bảo hiểm xã hội tự nguyện', 'orientation']],
    ],
    [
      '+ Đối với các hộ đặc biệt khó khăn: Huy động nguồn lực xây dựng nhà tình nghĩa, tình thương.',
      [['các hộ đặc biệt khó khăn', 'Huy động nguồn lực xây dựng nhà tình nghĩa, tình thương', 'planned']],
    ],
    [
      '- Đảm bảo thực hiện tốt các chính sách trợ giúp xã hội kịp thời, đúng đối tượng.',
      [['đối tượng', 'chính sách trợ giúp xã hội', 'planned']],
    ],
    ['- Đối tượng áp dụng: Người đang hưởng trợ cấp hưu trí xã hội.', []],
    ['- Tăng cường tuyên truyền chính sách hỗ trợ cho người dân.', []],
    ['- Sở Tài chính cân đối kinh phí.', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('a rule that names an amount keeps it as the level', () => {
    const { entitlements } = recordsOf([{ text: 'Hỗ trợ 500.000 đồng/người/tháng cho người khuyết tật nặng.' }], {
      number: '63/2025/NQ-HĐND',
    });
    expect(entitlements[0]).toMatchObject({ level: '500.000 đồng/người/tháng', strength: 'entitlement' });
  });
});
