import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answering/answer.ts';
import { answerer, readTexts } from '../verify/drafts.ts';

/** A plan for several years that reports what was reached before, sets figures without a year, and replaces devices. */
const PLAN = `ỦY BAN NHÂN DÂN
TỈNH BẮC GIANG

Số: 88/KH-UBND

Bắc Giang, ngày 10 tháng 3 năm 2021

KẾ HOẠCH

CHĂM LO NGƯỜI KHUYẾT TẬT GIAI ĐOẠN 2021 - 2025

**I. TÌNH HÌNH**

Công tác phục hồi chức năng được quan tâm, giai đoạn 2016 - 2020 số ca phục hồi chức năng tăng 12%, từ 40% năm 2016 lên 52% năm 2020.

**II. MỤC TIÊU**

- 95% người khuyết tật tham gia bảo hiểm y tế.

**III. NHIỆM VỤ**

1. Người khuyết tật được học nghề phù hợp tại trung tâm của tỉnh.

2. Người khuyết tật nặng được miễn tiền vé xe buýt trong tỉnh.

3. Sở Y tế chủ trì kiểm tra, thay thế thiết bị phục hồi chức năng đã cũ.
`;

describe('what is promised, set and reached', () => {
  let ask: (question: string) => Promise<Answer>;

  beforeAll(async () => {
    const answered = answerer(await readTexts({ 'ke-hoach.md': PLAN }));
    ask = (question) => answered({ question, history: [] });
  });

  it('gives a figure without a year for a year its plan passes through as one that is not set for it', async () => {
    const { status, text } = await ask(
      'Năm 2023 Bắc Giang đặt bao nhiêu phần trăm người khuyết tật tham gia bảo hiểm y tế?',
    );
    expect(status).toBe('partial');
    expect(text).toContain('95%');
    expect(text).toContain('năm 2023 văn bản không đặt chỉ tiêu');
  });

  it('gives it for the last year of the plan as it stands', async () => {
    const { status, text } = await ask('Đến năm 2025 bao nhiêu phần trăm người khuyết tật tham gia bảo hiểm y tế?');
    expect(status).toBe('answered');
    expect(text).not.toContain('không đặt');
  });

  it('does not give what was reached as what is to be reached', async () => {
    const { status } = await ask('Chỉ tiêu phục hồi chức năng của Bắc Giang là gì?');
    expect(status).toBe('not_found');
  });

  it('says no yes to a condition that the promise does not hold', async () => {
    const { text } = await ask('Người khuyết tật Bắc Giang được học nghề phù hợp miễn phí không?');
    expect(text).toContain('được học nghề');
    expect(text).not.toMatch(/^Có/u);
  });

  it('says yes where it does', async () => {
    const { text } = await ask('Người khuyết tật nặng Bắc Giang có được miễn tiền vé xe buýt không?');
    expect(text).toMatch(/^Có, theo/u);
  });

  it('does not take devices for documents', async () => {
    const { status, text } = await ask('Kế hoạch 88 thay thế văn bản nào?');
    expect(status).toBe('not_found');
    expect(text).toContain('không ghi việc thay thế');
  });
});

describe('what became of a province or a body', () => {
  it.each([
    ['Tỉnh Bắc Giang nay sáp nhập vào đâu?', 'province_merged', 'hợp nhất thành tỉnh Bắc Ninh'],
    ['Bình Phước đã sáp nhập vào tỉnh nào?', 'province_merged', 'Đồng Nai'],
    ['Sở Lao động - Thương binh và Xã hội bây giờ là sở nào?', 'agency_renamed', 'Sở Nội vụ'],
  ])('%s', async (question, kind, said) => {
    const { status, notes } = await answerer([])({ question, history: [] });
    expect(status).toBe('not_found');
    expect(notes.find((note) => note.kind === kind)?.text).toContain(said);
  });
});
