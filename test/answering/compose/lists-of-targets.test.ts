import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answering/answer.ts';
import { answerer, readTexts } from '../verify/drafts.ts';

/** Two plans of two provinces: one sets several figures for old people, the other one figure and says something of markets. */
const PLAN = (province: string, number: string, body: string) => `ỦY BAN NHÂN DÂN
TỈNH ${province.toUpperCase()}

Số: ${number}/KH-UBND

${province}, ngày 10 tháng 3 năm 2024

KẾ HOẠCH

CHĂM SÓC NGƯỜI DÂN GIAI ĐOẠN 2024 - 2030

${body}
`;

const FIRST = PLAN(
  'Lạng Sơn',
  '88',
  `**I. MỤC TIÊU**

**1. Mục tiêu chung**

Người dân sống khỏe, sống lâu và sống vui.

**2. Mục tiêu cụ thể**

- Đến năm 2030, 90% người cao tuổi có thẻ bảo hiểm y tế.

- Đến năm 2030, 40% người cao tuổi tham gia câu lạc bộ.

- Đến năm 2030, dành 15 ha đất để xây nhà dưỡng lão.

**II. NHIỆM VỤ**

1. Chi nhánh Ngân hàng Chính sách xã hội tỉnh: Cho vay vốn mở nhà dưỡng lão theo quy định.`,
);

const SECOND = PLAN(
  'Cao Bằng',
  '99',
  `**I. MỤC TIÊU**

- Đến năm 2030, 95% người cao tuổi có thẻ bảo hiểm y tế.

**II. NHIỆM VỤ**

1. Sửa chữa mái che của các chợ phiên vùng cao.`,
);

describe('questions for more than one thing', () => {
  let ask: (question: string) => Promise<Answer>;

  beforeAll(async () => {
    const answered = answerer(await readTexts({ 'lang-son.md': FIRST, 'cao-bang.md': SECOND }));
    ask = (question) => answered({ question, history: [] });
  });

  it('lists and counts all targets that are asked for', async () => {
    const { text } = await ask('Lạng Sơn có những chỉ tiêu nào về người cao tuổi?');
    expect(text).toMatch(/^2 chỉ tiêu/u);
    expect(text).toContain('90%');
    expect(text).toContain('40%');
  });

  it('gives the part that is asked for by its title', async () => {
    const { text } = await ask('Mục tiêu chung của kế hoạch 88 là gì?');
    expect(text).toContain('sống khỏe, sống lâu và sống vui');
  });

  it('does not answer a count of houses in hectares', async () => {
    const { status } = await ask('Lạng Sơn dành bao nhiêu căn nhà dưỡng lão đến năm 2030?');
    expect(status).toBe('not_found');
  });

  it('knows the branch of a bank by the name of the bank', async () => {
    const { text } = await ask('Ngân hàng Chính sách xã hội có nhiệm vụ gì ở Lạng Sơn?');
    expect(text).toContain('Cho vay vốn mở nhà dưỡng lão');
  });

  it('names the documents that speak of something', async () => {
    const { text } = await ask('Kế hoạch nào nói về chợ phiên?');
    expect(text).toContain('99/KH-UBND');
    expect(text).not.toContain('88/KH-UBND');
  });

  it('leaves what is highest to the lines of a comparison', async () => {
    const { text } = await ask('Tỉnh nào đặt tỷ lệ người cao tuổi có thẻ bảo hiểm y tế cao nhất?');
    expect(text).toContain('Cao Bằng: 95%');
    expect(text).toContain('Lạng Sơn: 90%');
  });
});
