import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answering/answer.ts';
import { answerer, readTexts } from '../verify/drafts.ts';

const plan = (number: number) => `ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN

Số: ${number}/KH-UBND

Lạng Sơn, ngày 12 tháng 3 năm 2024

KẾ HOẠCH
Thực hiện chương trình số ${number} trên địa bàn tỉnh

I. TỔ CHỨC THỰC HIỆN

1. Ủy ban nhân dân các huyện tổ chức thực hiện Kế hoạch; bảo đảm đúng đối tượng.
`;

describe('documents', () => {
  let ask: (question: string) => Promise<Answer>;

  beforeAll(async () => {
    const texts = Array.from({ length: 14 }, (_, i) => [`${i}.txt`, plan(101 + i)] as const);
    const answered = answerer(await readTexts(Object.fromEntries(texts)));
    ask = (question) => answered({ question, history: [] });
  });

  it('are counted, though only the first are listed', async () => {
    const { text } = await ask('Hiện có những văn bản nào?');
    expect(text).toMatch(/^Hiện có 14 văn bản, \d+ văn bản đầu là:\n- Kế hoạch/u);
  });

  it('are carried out by whom they give that to in so many words', async () => {
    const { text } = await ask('Cơ quan nào tổ chức thực hiện Kế hoạch 105?');
    expect(text).toContain('Ủy ban nhân dân các huyện');
  });
});
