import { beforeAll, describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/answering/compose/draft.ts';
import { verify } from '../../../src/answering/verify/verify.ts';
import { drafter, readTexts } from '../verify/drafts.ts';

/** What a department does and consists of, with its rooms as plain paragraphs below a heading that counts them. */
const DEPARTMENT = `ỦY BAN NHÂN DÂN
TỈNH CAO BẰNG

Số: 812/QĐ-UBND

Cao Bằng, ngày 03 tháng 9 năm 2025

QUYẾT ĐỊNH

BAN HÀNH QUY ĐỊNH CHỨC NĂNG, NHIỆM VỤ, QUYỀN HẠN VÀ CƠ CẤU TỔ CHỨC CỦA SỞ CÔNG THƯƠNG

*Căn cứ Nghị định số 150/2025/NĐ-CP ngày 12/6/2025 của Chính phủ;*

*Căn cứ Thông tư số 38/2025/TT-BCT ngày 19/6/2025 của Bộ trưởng Bộ Công Thương.*

**Điều 1. Vị trí và chức năng**

1. Sở Công Thương là cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh.

2. Sở Công Thương quy định nhiệm vụ của các phòng chuyên môn, nghiệp vụ thuộc Sở và hướng dẫn phòng chuyên môn cấp xã.

**Điều 2. Cơ cấu tổ chức**

1. Lãnh đạo Sở Công Thương do Chủ tịch Ủy ban nhân dân tỉnh bổ nhiệm.

2. Cơ cấu tổ chức của Sở Công Thương, gồm:

a) Văn phòng;

b) 04 phòng chuyên môn:

Phòng Quản lý thương mại; Phòng Quản lý năng lượng;

Phòng Kỹ thuật an toàn;

Phòng Quản lý cụm công nghiệp.

c) 01 đơn vị sự nghiệp: Trung tâm Khuyến công.

3. Phó Giám đốc Sở không kiêm nhiệm người đứng đầu đơn vị trực thuộc.

**Điều 3. Hàng xuất khẩu**

- Tổng sản lượng Hạt dẻ phấn đấu đến năm 2030 đạt 900 tấn. Thị trường định hướng xuất khẩu: Nhật Bản, Hàn Quốc.

- Tổng sản lượng Thạch đen phấn đấu đến năm 2030 đạt 400 tấn. Thị trường định hướng xuất khẩu: Trung Quốc.

- Hội chợ biên giới hằng năm được tổ chức vào tháng 10.
`;

/** Procedures whose fields bear the same labels, told apart by the heading above. */
const PROCEDURES = `ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN

Số: 45/QĐ-UBND

Lạng Sơn, ngày 10 tháng 10 năm 2025

QUYẾT ĐỊNH

VỀ VIỆC CÔNG BỐ THỦ TỤC HÀNH CHÍNH NỘI BỘ LĨNH VỰC DI SẢN

**Điều 1.** Công bố 02 thủ tục hành chính nội bộ lĩnh vực di sản.

**Điều 2.** Quyết định này có hiệu lực từ ngày 15 tháng 10 năm 2025 đối với thủ tục công nhận làng nghề cổ.

**PHẦN I. DANH MỤC THỦ TỤC**

1. Công nhận làng nghề cổ.

2. Công nhận cây di sản.

3. Tầm nhìn về di sản

Di sản của tỉnh được gìn giữ và truyền lại cho các thế hệ sau.

**PHẦN II. NỘI DUNG THỦ TỤC**

**1. Công nhận làng nghề cổ**

a) Cách thức thực hiện: Gửi hồ sơ trực tuyến.

b) Thời hạn giải quyết: 20 ngày làm việc kể từ ngày nhận đủ hồ sơ.

c) Phí, lệ phí: Không.

d) Thành phần hồ sơ

- Tờ trình công nhận làng nghề cổ;

- Danh sách hộ còn làm nghề.

đ) Yêu cầu, điều kiện

- Làng nghề cổ là làng có nghề truyền qua ít nhất ba đời và đáp ứng các điều kiện sau:

+ Có ít nhất 30 hộ còn làm nghề;

+ Có nghệ nhân được công nhận.

**2. Công nhận cây di sản**

a) Thời hạn giải quyết: 12 ngày làm việc kể từ ngày nhận đủ hồ sơ.

b) Phí, lệ phí: 50.000 đồng một cây.

c) Cách thức thực hiện: Nộp trực tiếp hoặc qua bưu điện.

d) Đối tượng thực hiện thủ tục hành chính: Ủy ban nhân dân cấp xã.

đ) Kết quả thực hiện thủ tục hành chính: Bằng công nhận cây di sản.

e) Thành phần, số lượng hồ sơ

(1) Hồ sơ của chủ cây gồm:

- Đơn đề nghị công nhận;

- Ảnh chụp cây.

(2) Hồ sơ của cấp xã gồm:

- Biên bản kiểm tra;

- Công văn đề nghị.
`;

describe('questions on a department and on procedures', () => {
  let ask: (question: string) => Promise<Draft>;

  beforeAll(async () => {
    const draftOf = drafter(await readTexts({ 'so-cong-thuong.txt': DEPARTMENT, 'thu-tuc.txt': PROCEDURES }));
    ask = async (question) => verify(await draftOf({ question, history: [] })).draft;
  });

  const said = ({ statements }: Draft) => statements.map(({ text }) => text).join('\n');

  it('counts the rooms that stand below the heading that counts them, two on one line being two', async () => {
    const answer = await ask('Sở Công Thương Cao Bằng có mấy phòng chuyên môn?');
    expect(answer.status).toBe('answered');
    expect(said(answer)).toContain('gồm 4 mục');
    expect(answer.statements.slice(1).map(({ text }) => text)).toEqual([
      '- Phòng Quản lý thương mại',
      '- Phòng Quản lý năng lượng',
      '- Phòng Kỹ thuật an toàn',
      '- Phòng Quản lý cụm công nghiệp',
    ]);
  });

  it('knows a department by its initials', async () => {
    expect(said(await ask('SCT Cao Bằng gồm những phòng chuyên môn nào?'))).toContain('- Phòng Kỹ thuật an toàn');
  });

  it.each([
    ['Thủ tục công nhận làng nghề cổ ở Lạng Sơn có thời hạn giải quyết bao lâu?', '20 ngày làm việc', '12 ngày'],
    ['Công nhận cây di sản ở Lạng Sơn có thời hạn giải quyết bao lâu?', '12 ngày làm việc', '20 ngày'],
    ['Làm thủ tục công nhận làng nghề cổ ở Lạng Sơn có mất lệ phí không?', 'lệ phí: Không', '50.000'],
    ['Công nhận cây di sản ở Lạng Sơn có phải nộp lệ phí không?', '50.000 đồng', 'lệ phí: Không'],
  ])('answers “%s” by the field of that procedure, and not with a promise', async (question, field, other) => {
    const answer = await ask(question);
    expect(answer.status).toBe('answered');
    expect(said(answer)).toContain(field);
    expect(said(answer)).not.toContain(other);
    expect(said(answer)).not.toMatch(/^Có|Đoạn này không nêu/mu);
  });

  it('counts by the sentence that says how many, not by the parts of an appendix', async () => {
    const answer = await ask('Quyết định 45/QĐ-UBND của Lạng Sơn công bố mấy thủ tục?');
    expect(said(answer)).toContain('02 thủ tục hành chính nội bộ');
  });

  it('answers what a heading names by what stands below it', async () => {
    const answer = await ask('Tầm nhìn về di sản của Lạng Sơn là gì?');
    expect(said(answer)).toContain('gìn giữ và truyền lại');
  });

  it('lists the files below the heading of the procedure asked about', async () => {
    const answer = await ask('Xin công nhận làng nghề cổ ở Lạng Sơn cần nộp những giấy tờ gì?');
    expect(answer.statements.slice(1).map(({ text }) => text)).toEqual([
      '- Tờ trình công nhận làng nghề cổ',
      '- Danh sách hộ còn làm nghề',
    ]);
  });

  it.each([
    ['Gửi hồ sơ công nhận làng nghề cổ ở Lạng Sơn bằng những cách nào?', 'Gửi hồ sơ trực tuyến', 'bưu điện'],
    ['ho so cong nhan cay di san o Lang Son gui qua duong nao?', 'bưu điện', 'Gửi hồ sơ trực tuyến'],
    ['Ai được làm thủ tục công nhận cây di sản ở Lạng Sơn?', 'Ủy ban nhân dân cấp xã', 'Sở Công Thương'],
    ['Kết quả của thủ tục công nhận cây di sản ở Lạng Sơn là gì?', 'Bằng công nhận cây di sản', 'làng nghề'],
    ['Hồ sơ công nhận cây di sản ở Lạng Sơn gồm những gì?', '- Ảnh chụp cây', 'Tờ trình'],
    ['Thủ tục công nhận cây di sản ở Lạng Sơn mất mấy ngày?', '12 ngày làm việc', '20 ngày'],
    ['thu tuc cong nhan lang nghe co o Lang Son giai quyet trong bao lau', '20 ngày làm việc', '12 ngày'],
    ['Thủ tục công nhận cây di sản ở Lạng Sơn có mất lệ phí không?', '50.000 đồng', 'Không.'],
  ])('answers “%s” by the field of that label', async (question, field, other) => {
    const answer = await ask(question);
    expect(answer.status).toBe('answered');
    expect(said(answer)).toContain(field);
    expect(said(answer)).not.toContain(other);
  });

  it('keeps apart the files of either sender', async () => {
    const answer = await ask('Hồ sơ công nhận cây di sản ở Lạng Sơn gồm những gì?');
    expect(answer.statements.map(({ text }) => text)).toEqual([
      expect.stringContaining('Hồ sơ của chủ cây gồm'),
      '- Đơn đề nghị công nhận',
      '- Ảnh chụp cây',
      expect.stringContaining('Hồ sơ của cấp xã gồm'),
      '- Biên bản kiểm tra',
      '- Công văn đề nghị',
    ]);
  });

  it('says no yes to what the sentence denies', async () => {
    const answer = await ask('Phó Giám đốc Sở Công Thương Cao Bằng có được kiêm nhiệm người đứng đầu đơn vị không?');
    expect(said(answer)).toContain('không kiêm nhiệm');
    expect(said(answer)).not.toMatch(/^Có|Đoạn này không nêu/mu);
  });

  it('takes a field for the field of what the sentence before it speaks of', async () => {
    const answer = await ask('Thạch đen Cao Bằng định hướng xuất khẩu sang những thị trường nào?');
    expect(said(answer)).toContain('Trung Quốc');
    expect(said(answer)).not.toContain('Nhật Bản');
  });

  it('names nobody where the sentence that fits names nobody', async () => {
    const answer = await ask('Hội chợ biên giới Cao Bằng do cơ quan nào tổ chức?');
    expect(answer.status).toBe('not_found');
  });

  it('knows the bases a decision is issued on from its other documents', async () => {
    const answer = await ask('Căn cứ ban hành quyết định về Sở Công Thương Cao Bằng gồm những thông tư nào?');
    expect(said(answer)).toContain('38/2025/TT-BCT');
    expect(said(answer)).not.toContain('150/2025/NĐ-CP');
  });

  it('explains a term with the conditions listed below it', async () => {
    const answer = await ask('Theo quyết định của Lạng Sơn, thế nào là làng nghề cổ?');
    expect(said(answer)).toContain('ít nhất ba đời');
    expect(said(answer)).toContain('- Có ít nhất 30 hộ còn làm nghề');
    expect(said(answer)).toContain('- Có nghệ nhân được công nhận');
  });
});
