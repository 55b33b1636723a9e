import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answering/answer.ts';
import { answerer, readTexts } from '../verify/drafts.ts';

/** Two plans of two provinces, each with its signer and its duties to report. */
const LANG_SON = `ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN

Số: 32/KH-UBND

Lạng Sơn, ngày 12 tháng 3 năm 2024

KẾ HOẠCH
Thực hiện chính sách xã hội trên địa bàn tỉnh Lạng Sơn giai đoạn 2024 - 2030

I. NHIỆM VỤ

1. Lĩnh vực y tế
- Củng cố mạng lưới trạm y tế ở các xã vùng cao. Bổ sung bác sĩ cho tuyến huyện hằng năm. Phấn đấu 100% người cao tuổi thuộc hộ nghèo được hưởng trợ cấp xã hội.
- Cơ quan chủ trì: Sở Y tế.

II. TỔ CHỨC THỰC HIỆN

1. Ủy ban nhân dân các huyện, thành phố định kỳ trước ngày 10/12 hằng năm báo cáo kết quả thực hiện gửi Sở Nội vụ.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Lý Thu Hà

Nơi nhận:
- Các Sở, ban, ngành tỉnh;
- Lưu: VT.
`;

const CAO_BANG = `ỦY BAN NHÂN DÂN
TỈNH CAO BẰNG

Số: 77/KH-UBND

Cao Bằng, ngày 2 tháng 5 năm 2024

KẾ HOẠCH
Phát triển chăn nuôi trên địa bàn tỉnh Cao Bằng năm 2024

I. TỔ CHỨC THỰC HIỆN

1. Sở Nông nghiệp và Môi trường định kỳ trước ngày 25/11 hằng năm báo cáo kết quả chăn nuôi gửi Ủy ban nhân dân tỉnh.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nông Văn Bình
`;

describe('signers, reports and what is given to a body', () => {
  let ask: (question: string) => Promise<Answer>;

  beforeAll(async () => {
    const answered = answerer(await readTexts({ 'lang-son.txt': LANG_SON, 'cao-bang.txt': CAO_BANG }));
    ask = (question) => answered({ question, history: [] });
  });

  it('finds what a person named has signed, and says so when nobody of the name has', async () => {
    const signed = await ask('Văn bản nào do bà Lý Thu Hà ký?');
    expect(signed.status).toBe('answered');
    expect(signed.text).toContain('32/KH-UBND');
    expect(signed.text).not.toContain('77/KH-UBND');
    expect((await ask('Ông Nông Văn Bình giữ chức vụ gì?')).text).toContain('Chủ tịch');
    expect((await ask('Văn bản nào do ông Trần Văn Sáu ký?')).status).toBe('not_found');
  });

  it('does not take a body or a sentence for the holder of an office', async () => {
    expect((await ask('Thủ tướng là ai?')).status).toBe('not_found');
  });

  it('tells which document it is instead of asking back', async () => {
    expect((await ask('Kế hoạch nào còn hiệu lực?')).status).toBe('answered');
  });

  it('declines a figure no document gives instead of sending the asker away', async () => {
    expect((await ask('Tỷ lệ tảo hôn giảm bao nhiêu?')).status).toBe('not_found');
  });

  it('tells to whom a plan was sent by its recipients', async () => {
    expect((await ask('Kế hoạch 32 gửi những nơi nào?')).text).toContain('Sở, ban, ngành tỉnh');
  });

  it('finds the duty to report by the bodies that report', async () => {
    const { status, text } = await ask('Hạn cuối nộp báo cáo của các huyện là khi nào?');
    expect(status).toBe('answered');
    expect(text).toContain('10/12');
    expect(text).not.toContain('25/11');
  });

  it('gives no duty to report on another matter', async () => {
    expect((await ask('Ở Cao Bằng báo cáo việc bảo vệ rừng phòng hộ trước ngày nào?')).text).not.toContain('25/11');
  });

  it('tells what stands in the section a body is given by its heading', async () => {
    const { text } = await ask('Sở Y tế Lạng Sơn có nhiệm vụ gì?');
    expect(text).toContain('trạm y tế');
    expect(text).toContain('Bổ sung bác sĩ');
  });

  it('says "Có" to a group only where the whole group is promised it', async () => {
    const poor = await ask('Người cao tuổi thuộc hộ nghèo ở Lạng Sơn có được trợ cấp xã hội không?');
    const all = await ask('Người cao tuổi ở Lạng Sơn có được trợ cấp xã hội không?');
    expect(poor.text).toMatch(/^Có/u);
    expect(all.text).not.toMatch(/^Có/u);
  });
});
