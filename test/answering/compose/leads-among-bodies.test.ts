import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answering/answer.ts';
import { answerer, readTexts } from '../verify/drafts.ts';

/** A decision that gives one task to several bodies, and tasks of its own to one that serves another. */
const DECISION = `ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN

Số: 32/2025/QĐ-UBND

Lạng Sơn, ngày 12 tháng 3 năm 2025

QUYẾT ĐỊNH
Quy định phân công quản lý chợ và phê duyệt phương án sắp xếp chợ

Điều 1. Quyết định phương án
1. Chủ tịch Ủy ban nhân dân các xã, phường phê duyệt phương án sắp xếp chợ loại 3.
2. Sở Tài chính quyết định giá thuê quầy của chợ hạng 1.

Điều 2. Sở Công Thương có trách nhiệm
1. Tham mưu Ủy ban nhân dân tỉnh quy hoạch mạng lưới chợ đầu mối theo vùng.
2. Hướng dẫn các cơ quan tổ chức thực hiện Quyết định này.

Điều 3. Kiểm tra giá
1. Sở Tài chính: Kiểm tra việc niêm yết giá, bán đúng giá niêm yết tại các chợ hạng 1.
2. Sở Y tế: Kiểm tra việc niêm yết giá, bán đúng giá niêm yết tại các nhà thuốc.
3. Sở Xây dựng: Kiểm tra việc niêm yết giá, bán đúng giá niêm yết tại các cửa hàng vật liệu.

Điều 4. Thông tin
1. Sở Khoa học và Công nghệ có trách nhiệm: Định kỳ tổng hợp báo cáo kết quả kiểm định cân, đề xuất giải pháp điều chỉnh.
`;

describe('who leads among several bodies', () => {
  let ask: (question: string) => Promise<Answer>;

  beforeAll(async () => {
    const answered = answerer(await readTexts({ 'quyet-dinh.txt': DECISION }));
    ask = (question) => answered({ question, history: [] });
  });

  it('is every one that is given the task, each for its field', async () => {
    const { text } = await ask('Cơ quan nào kiểm tra việc niêm yết giá, bán đúng giá niêm yết ở Lạng Sơn?');
    expect(text).toMatch(/^3 cơ quan/u);
    expect(text).toMatch(/Sở Tài chính: .*\n.*Sở Y tế: .*\n.*Sở Xây dựng: /u);
  });

  it('is one alone where the question names its field', async () => {
    const { text } = await ask('Cơ quan nào kiểm tra việc niêm yết giá ở nhà thuốc tại Lạng Sơn?');
    expect(text).toContain('Sở Y tế');
    expect(text).not.toContain('Sở Xây dựng');
  });

  it('is not the body the task is done for', async () => {
    const { text } = await ask('Cơ quan nào tham mưu quy hoạch mạng lưới chợ đầu mối theo vùng?');
    expect(text).toMatch(/^Sở Công Thương được giao việc/u);
  });

  it('is who decides, not who carries the decision', async () => {
    const { text } = await ask('Cơ quan nào quyết định phê duyệt phương án sắp xếp chợ loại 3 ở Lạng Sơn?');
    expect(text).toContain('Chủ tịch Ủy ban nhân dân các xã, phường');
  });

  it('is named for a task that has a report in it', async () => {
    const { text } = await ask('Cơ quan nào ở Lạng Sơn chủ trì việc tổng hợp báo cáo kết quả kiểm định cân?');
    expect(text).toContain('Sở Khoa học và Công nghệ');
  });
});
