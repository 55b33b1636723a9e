import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answering/answer.ts';
import { answerer, readTexts } from '../verify/drafts.ts';

/** A plan that gives one fund to a body, and says of another subject nothing about a fund. */
const PLAN = `ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN

Số: 32/KH-UBND

Lạng Sơn, ngày 12 tháng 3 năm 2024

KẾ HOẠCH
Thực hiện chính sách xã hội trên địa bàn tỉnh Lạng Sơn giai đoạn 2024 - 2030

I. TỔ CHỨC THỰC HIỆN

1. Bảo hiểm xã hội tỉnh chủ trì quản lý Quỹ bảo hiểm xã hội, bảo đảm an toàn.

2. Sở Xây dựng chủ trì phát triển nhà ở xã hội cho công nhân.
`;

describe('who leads', () => {
  let ask: (question: string) => Promise<Answer>;

  beforeAll(async () => {
    const answered = answerer(await readTexts({ 'ke-hoach.txt': PLAN }));
    ask = (question) => answered({ question, history: [] });
  });

  it('is said of the subject asked for', async () => {
    expect((await ask('Ai quản lý Quỹ bảo hiểm xã hội?')).text).toContain('Bảo hiểm xã hội tỉnh');
    expect((await ask('Cơ quan nào phát triển nhà ở xã hội?')).text).toContain('Sở Xây dựng');
  });

  it('is not the body that has a like part for another subject', async () => {
    expect((await ask('Ai quản lý quỹ nhà ở xã hội?')).text).not.toContain('Bảo hiểm xã hội tỉnh chủ trì');
  });
});
