import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answering/answer.ts';
import { answerer, readTexts } from '../verify/drafts.ts';

/** A plan whose words fold to others than those it prints: "bàn, đảm" to "bán dâm", "trong năm" to "trồng nấm". */
const PLAN = `ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN

Số: 31/KH-UBND

Lạng Sơn, ngày 12 tháng 3 năm 2024

KẾ HOẠCH
Thực hiện chính sách xã hội trên địa bàn tỉnh Lạng Sơn giai đoạn 2024 - 2030

I. NHIỆM VỤ

1. Tiếp tục triển khai các văn bản chỉ đạo trên địa bàn, đảm bảo hoàn thành nhiệm vụ đã đề ra.

2. Hỗ trợ sửa chữa nhà ở cho hộ nghèo gặp khó khăn trong năm 2025.

3. Hỗ trợ hộ nghèo mua vật tư trồng keo.
`;

describe('words typed with accents', () => {
  let ask: (question: string) => Promise<Answer>;

  beforeAll(async () => {
    const answered = answerer(await readTexts({ 'ke-hoach.txt': PLAN }));
    ask = (question) => answered({ question, history: [] });
  });

  it('are not found in words that only fold alike', async () => {
    expect((await ask('Người bán dâm được hỗ trợ gì?')).citations).toEqual([]);
    expect((await ask('Có hỗ trợ trồng nấm không?')).text).not.toContain('sửa chữa nhà');
  });

  it('are found as they are, without accents, and with one for another', async () => {
    for (const question of ['Hộ nghèo được hỗ trợ gì?', 'ho ngheo duoc ho tro gi', 'Hộ nghéo được hổ trợ gì?']) {
      expect((await ask(question)).text).toContain('sửa chữa nhà ở cho hộ nghèo');
    }
  });
});
