import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answering/answer.ts';
import { answerer, readFolders } from '../verify/drafts.ts';

const SEEDS = join(import.meta.dirname, '../../../seeds/documents');

describe('questions as people type them', () => {
  let ask: (question: string, ...before: string[]) => Promise<Answer>;

  beforeAll(async () => {
    const answer = answerer(await readFolders([SEEDS]));
    ask = (question, ...before) =>
      answer({ question, history: before.map((content) => ({ role: 'user' as const, content })) });
  }, 120_000);

  it.each([
    'Bắc Giang có bao nhiêu hộ nghèo?',
    'số người cao tuổi ở Đồng Nai là bao nhiêu',
    'đào tạo nghề cho bao nhiêu người ở đồng nai',
  ])('are not answered by a share where heads are counted: %s', async (question) => {
    expect((await ask(question)).status).toBe('not_found');
  });

  it('are answered by a count of heads', async () => {
    const { text } = await ask('Đồng Nai giải quyết việc làm cho bao nhiêu lao động giai đoạn 2021-2025?');
    expect(text).toContain('400.000 lao động');
  });

  it('are not answered by what is said of others', async () => {
    const { citations } = await ask('Quảng Ngãi chăm sóc người có công thế nào?');
    expect(citations[0]?.source.startLine).toBe(40);
  });

  it('about a word that is only used are told that nothing explains it', async () => {
    const { status, text } = await ask('QC02 là gì');
    expect(status).toBe('not_found');
    expect(text).toContain('Không tìm thấy lời giải thích');
    expect(text).toContain('QC02');
  });

  it('about how often are answered by what is regular', async () => {
    const { text } = await ask('Đồng Nai tổ chức sàn giao dịch việc làm mấy lần một tháng?');
    expect(text).toContain('ngày 10 và 25 hàng tháng');
  });

  it('about "that man" after a signer are answered with his office', async () => {
    expect((await ask('ông đó là ai', 'Ai ký kế hoạch 50?')).text).toContain('Mai Sơn, Phó Chủ tịch');
  });

  it('about a long task are told the clause that is asked for', async () => {
    const { text } = await ask('Hằng năm cơ quan nào tổng hợp kết quả kế hoạch 50 và gửi lên tỉnh trước ngày mấy?');
    expect(text).toContain('trước ngày 31/12 hàng năm');
  });

  it('that go on with "còn …?" are answered for both', async () => {
    const { text } = await ask('Bảo hiểm thất nghiệp đồng nai bao nhiu, còn bhxh tự nguyện?');
    expect(text).toContain('Khoảng 51%');
    expect(text).toContain('Khoảng 2,5%');
  });

  it('about a document that is only spoken of are told whose it is', async () => {
    expect((await ask('Kế hoạch 157-KH/TU là của tỉnh nào?')).text).toContain('17/9/2018 của Tỉnh ủy');
  });
});
