import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/answering/answer.ts';
import { answerer, readTexts } from '../verify/drafts.ts';

/** A plan that supports some people with some things, and leaves open what its readers ask next. */
const PLAN = `ỦY BAN NHÂN DÂN
TỈNH BẮC GIANG

Số: 61/KH-UBND

Bắc Giang, ngày 10 tháng 3 năm 2024

KẾ HOẠCH

BẢO VỆ RỪNG VÀ HỖ TRỢ NGƯỜI TRỒNG RỪNG GIAI ĐOẠN 2024 - 2028

**I. NHIỆM VỤ**

1. Ưu tiên hỗ trợ cho người khuyết tật, người cao tuổi và hộ trồng rừng có thu nhập thấp.

2. Hỗ trợ cây giống cho hộ trồng rừng ở các xã vùng cao.

3. Huấn luyện viên cứu hộ được hỗ trợ tiền ăn trong thời gian tập huấn.

4. Chủ tịch Ủy ban nhân dân cấp xã chỉ đạo Ban Chỉ huy phòng cháy, chữa cháy rừng cấp xã tuần tra vùng trọng điểm cháy rừng.

5. Phát triển nguồn nhân lực bảo vệ rừng; tuyên truyền theo Kế hoạch số 157-KH/TU của Tỉnh ủy.

6. Người dân phát hiện cháy rừng báo tổng đài 114.

7. Cấp dự báo cháy rừng gồm 5 cấp.

8. Người khuyết tật được miễn vé tham quan rừng đặc dụng.

**II. TỔ CHỨC THỰC HIỆN**

1. Kinh phí mua cây giống do ngân sách tỉnh bảo đảm.

2. Sở Nông nghiệp và Môi trường tổ chức sơ kết, tổng kết kế hoạch bảo vệ rừng theo quy định.

3. Học viên học trực tuyến đóng học phí bằng 70% mức học phí của lớp tập trung.
`;

describe('what the documents do not say', () => {
  let ask: (question: string) => Promise<Answer>;

  beforeAll(async () => {
    const answered = answerer(await readTexts({ 'ke-hoach.md': PLAN }));
    ask = (question) => answered({ question, history: [] });
  });

  test.each([
    ['support for a thing no sentence speaks of', 'Bắc Giang có hỗ trợ nuôi ong không?'],
    ['another support than the one given', 'Huấn luyện viên cứu hộ có được hỗ trợ tiền thuê nhà không?'],
    ['the area of a thing that is only named', 'Vùng trọng điểm cháy rừng ở Bắc Giang rộng bao nhiêu héc ta?'],
    ['the holder of a post that nobody is given', 'Ai là Trưởng ban chỉ huy phòng cháy, chữa cháy rừng cấp xã?'],
    ['the year of what is done as elsewhere laid down', 'Phải tổng kết kế hoạch bảo vệ rừng vào năm nào?'],
    ['a telephone number where one of a document stands', 'Số điện thoại của Tỉnh ủy Bắc Giang là số mấy?'],
    ['how many cases there were where levels are counted', 'Có bao nhiêu vụ cháy rừng ở Bắc Giang?'],
    ['another ticket than the one that is free', 'Người khuyết tật có được miễn vé xe buýt không?'],
    ['pay where a price of something else stands', 'Lương huấn luyện viên cứu hộ bao nhiêu?'],
    ['the reason for what is only ruled', 'Vì sao hỗ trợ cây giống cho hộ trồng rừng ở các xã vùng cao?'],
    ['where the money for another thing comes from', 'Kinh phí phát triển nhân lực bảo vệ rừng lấy từ nguồn nào?'],
  ])('declines %s', async (_, question) => {
    expect((await ask(question)).status).toBe('not_found');
  });

  test.each([
    ['the thing that is given', 'Hộ trồng rừng có được hỗ trợ cây giống không?', 'cây giống'],
    ['the ticket that is free', 'Người khuyết tật có được miễn vé tham quan rừng không?', 'miễn vé'],
    ['who pays', 'Tiền mua cây giống do ngân sách cấp nào chi?', 'ngân sách tỉnh'],
    ['whom to call', 'Thấy cháy rừng thì gọi tổng đài số mấy?', '114'],
    ['a share asked for as so many parts', 'Học trực tuyến thì đóng học phí bao nhiêu phần so với lớp thường?', '70%'],
  ])('answers %s', async (_, question, said) => {
    const { status, text } = await ask(question);
    expect([status, text]).toEqual(['answered', expect.stringContaining(said)]);
  });
});

/** Of two plans of one province only the other one charges the department asked about. */
const plan = (number: string, title: string, body: string) => `ỦY BAN NHÂN DÂN
TỈNH BẮC GIANG

Số: ${number}/KH-UBND

Bắc Giang, ngày 10 tháng 3 năm 2026

KẾ HOẠCH

${title}

**I. TỔ CHỨC THỰC HIỆN**

**1. ${body}**

- Chủ trì triển khai Kế hoạch này; nuôi 500 đàn ong.

- Cập nhật kết quả vào cơ sở dữ liệu theo Thông tư số 24/2018/TT-BNNPTNT ngày 15/11/2018 của Bộ trưởng.

- Tổng hợp, báo cáo kết quả với Ủy ban nhân dân tỉnh trước ngày 15/12/2026.
`;

describe('what a body does in one plan and not in another', () => {
  let ask: (question: string) => Promise<Answer>;

  beforeAll(async () => {
    const texts = {
      'nuoi-ong.md': plan('71', 'PHÁT TRIỂN NGHỀ NUÔI ONG NĂM 2026', 'Sở Công Thương'),
      've-sinh.md': plan('72', 'THI ĐUA VỆ SINH BỆNH VIỆN NĂM 2026', 'Sở Y tế'),
    };
    const answered = answerer(await readTexts(texts));
    ask = (question) => answered({ question, history: [] });
  });

  test('is not told of the plan asked about', async () => {
    expect((await ask('Sở Y tế Bắc Giang được giao việc gì trong kế hoạch phát triển nghề nuôi ong?')).status).toBe(
      'not_found',
    );
  });

  test('is told of its own', async () => {
    const { status, text } = await ask('Sở Y tế Bắc Giang được giao việc gì trong kế hoạch thi đua vệ sinh bệnh viện?');
    expect(status).toBe('answered');
    expect(text).toContain('Chủ trì triển khai');
  });

  test('is due on its own day and not on the day of the law it follows', async () => {
    const { text } = await ask('Kết quả thi đua vệ sinh bệnh viện ở Bắc Giang phải cập nhật, báo cáo trước hôm nào?');
    expect(text).toContain('15/12/2026');
    expect(text).not.toContain('15/11/2018');
  });

  test('lasts as long as the plan whose title is all that is named', async () => {
    const { text } = await ask('Thi đua vệ sinh bệnh viện ở Bắc Giang làm đến khi nào?');
    expect(text).toMatch(/Kế hoạch 72.*thực hiện.*2026/u);
  });

  test('declines in words for a year before the plan', async () => {
    const { status, text } = await ask('Năm 2020 Bắc Giang nuôi bao nhiêu đàn ong?');
    expect(status).toBe('not_found');
    expect(text).not.toBe('');
  });
});
