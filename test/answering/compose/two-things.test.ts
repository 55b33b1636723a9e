import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answering/answer.ts';
import { answerer, readTexts } from '../verify/drafts.ts';

/** What the offices of a contest are paid, and what elderly people receive by their age. */
const RATES = `HỘI ĐỒNG NHÂN DÂN
TỈNH CAO BẰNG

Số: 31/2025/NQ-HĐND

Cao Bằng, ngày 10 tháng 10 năm 2025

NGHỊ QUYẾT

QUY ĐỊNH MỨC CHI HỘI THI HÁT THEN VÀ TRỢ CẤP NGƯỜI CAO TUỔI TRÊN ĐỊA BÀN TỈNH CAO BẰNG

**Điều 1. Mức chi hội thi hát then**

1. Ban Tổ chức

a) Mức 310.000 đồng/người/buổi áp dụng đối với Trưởng ban.

b) Mức 270.000 đồng/người/buổi áp dụng đối với Phó Trưởng ban.

2. Ban Giám khảo

a) Mức 820.000 đồng/người/buổi áp dụng đối với Trưởng ban.

b) Mức 760.000 đồng/người/buổi áp dụng đối với Phó Trưởng ban.

**Điều 2. Hệ số trợ cấp hằng tháng của người cao tuổi**

1. Đối tượng hưởng trợ cấp: người cao tuổi thuộc hộ nghèo không có người phụng dưỡng.

2. Hệ số trợ cấp hằng tháng của người cao tuổi:

a) Người cao tuổi từ đủ 60 tuổi đến dưới 80 tuổi: 1,7

b) Người cao tuổi từ đủ 80 tuổi trở lên: 2,3
`;

describe('questions on one of several rates', () => {
  let ask: (question: string) => Promise<Answer>;

  beforeAll(async () => {
    const answer = answerer(await readTexts({ 'muc-chi.txt': RATES }));
    ask = (question) => answer({ question, history: [] });
  });

  const lines = ({ statements }: Answer) => statements.map(({ text }) => text);

  it('two things held against each other have a line each under their names', async () => {
    const [first, second, ...more] = lines(
      await ask(
        'Mức chi hội thi hát then ở Cao Bằng cho Trưởng Ban Tổ chức và Trưởng Ban Giám khảo khác nhau thế nào?',
      ),
    );
    expect(first).toMatch(/^- Trưởng Ban Tổ chức: .*310\.000 đồng/u);
    expect(second).toMatch(/^- Trưởng Ban Giám khảo: .*820\.000 đồng/u);
    expect(more).toEqual([]);
  });

  it('typed without accents they are named as the document prints them', async () => {
    const answer = await ask(
      'Muc chi cho truong ban to chuc va truong ban giam khao hoi thi hat then khac nhau the nao?',
    );
    expect(lines(answer).map((line) => /^- ([^:]+):/u.exec(line)?.[1])).toEqual(['Ban Tổ chức', 'Ban Giám khảo']);
    expect(answer.text).toContain('310.000');
    expect(answer.text).toContain('820.000');
  });

  it('the rate of a deputy is given only where the deputy is asked for', async () => {
    const head = lines(await ask('Trưởng Ban Giám khảo hội thi hát then Cao Bằng được chi bao nhiêu một buổi?'));
    expect(head.join('\n')).toContain('820.000 đồng');
    const deputy = lines(await ask('Phó Trưởng Ban Giám khảo hội thi hát then Cao Bằng được chi bao nhiêu một buổi?'));
    expect(deputy.join('\n')).toContain('760.000 đồng');
  });

  it.each([
    ['Cụ tôi 72 tuổi hộ nghèo ở Cao Bằng hưởng hệ số trợ cấp bao nhiêu?', '1,7', '2,3'],
    ['Cụ tôi 91 tuổi hộ nghèo ở Cao Bằng hưởng hệ số trợ cấp bao nhiêu?', '2,3', '1,7'],
  ])('an age is looked up in the bracket that takes it in: %s', async (question, given, other) => {
    const said = lines(await ask(question)).join('\n');
    expect(said).toContain(given);
    expect(said).not.toContain(other);
  });
});
