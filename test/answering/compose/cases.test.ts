import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answering/answer.ts';
import { answerer, readTexts } from '../verify/drafts.ts';

/** A rule whose figure depends on the case, and a ban that gives none. */
const DECISION = `ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN

Số: 41/2025/QĐ-UBND

Lạng Sơn, ngày 12 tháng 3 năm 2025

QUYẾT ĐỊNH
Quy định về bãi đỗ xe và bến thuyền trên địa bàn tỉnh

Điều 1. Bãi đỗ xe
1. Diện tích của bãi đỗ xe tùy theo loại đô thị, cụ thể:
a) Đô thị loại I thì diện tích bãi đỗ xe tối thiểu là 900 m2;
b) Đô thị loại II thì diện tích bãi đỗ xe tối thiểu là 600 m2;
c) Đô thị loại III thì diện tích bãi đỗ xe tối thiểu là 300 m2.
2. Chủ thuyền chỉ được neo đậu tại bến thuyền sau khi có văn bản chấp thuận của đơn vị quản lý bến thuyền.
3. Mỗi bến có 02 lối lên xuống dành cho khách.
`;

describe('a figure that depends on the case', () => {
  let ask: (question: string) => Promise<Answer>;

  beforeAll(async () => {
    const answered = answerer(await readTexts({ 'quyet-dinh.txt': DECISION }));
    ask = (question) => answered({ question, history: [] });
  });

  it('is given for all cases where the question names none', async () => {
    const { text } = await ask('Diện tích bãi đỗ xe ở Lạng Sơn tối thiểu là bao nhiêu?');
    expect(text).toMatch(/900 m2.*\n.*600 m2.*\n.*300 m2/u);
  });

  it('is given for the case the question names', async () => {
    const { text } = await ask('Bãi đỗ xe ở đô thị loại II của Lạng Sơn phải có diện tích tối thiểu bao nhiêu?');
    expect(text).toContain('600 m2');
    expect(text).not.toContain('300 m2');
  });

  it('is not looked for where a rule is asked for', async () => {
    const { text } = await ask('Lạng Sơn quy định thế nào về việc chủ thuyền neo đậu tại bến thuyền?');
    expect(text).toContain('sau khi có văn bản chấp thuận');
  });
});
