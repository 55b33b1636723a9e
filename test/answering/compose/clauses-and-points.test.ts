import { beforeAll, describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/answering/compose/draft.ts';
import { verify } from '../../../src/answering/verify/verify.ts';
import { drafter, readTexts } from '../verify/drafts.ts';

/** A decision whose clauses open with a colon and say the rest in paragraphs, points and bullets below. */
const DECISION = `ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN

Số: 45/2025/QĐ-UBND

Lạng Sơn, ngày 12 tháng 11 năm 2025

QUYẾT ĐỊNH

BAN HÀNH QUY ĐỊNH QUẢN LÝ NGHĨA TRANG VÀ CÂY XANH TRÊN ĐỊA BÀN TỈNH LẠNG SƠN

**Điều 1. Giải thích từ ngữ**

1. *Cành thải* là cành, lá, thân, rễ được cắt tỉa, chặt hạ hoặc tự rụng từ cây xanh đường phố, công viên, vườn hoa, nghĩa trang và khuôn viên trụ sở. Cành thải bao gồm các loại sau:

a) *Cành khô:* là cành tự rụng;

b) *Cành tươi:* là cành được cắt tỉa theo kế hoạch.

2. Việc thu gom, vận chuyển cành thải phải tuân thủ các quy định sau:

a) Chỉ thu gom ban đêm;

b) Xe chở cành thải phải có bạt che.

**Điều 2. Điều chỉnh đơn giá trồng cây**

1. Đối với đơn giá trồng cây bóng mát trên đường phố:

Cơ quan quản lý quyết định điều chỉnh đơn giá trong các trường hợp sau:

- Đơn giá cao hơn từ trên 5% đến không quá 10% so với đơn giá quy định tại Phụ lục I.

2. Đối với đơn giá trồng cây cảnh trong công viên:

Cơ quan quản lý quyết định điều chỉnh đơn giá trong các trường hợp sau:

- Đơn giá cao hơn từ trên 5% đến không quá 20% so với đơn giá quy định tại Phụ lục II.

**Điều 3. Chi trả và đăng ký**

1. Cành thải phát sinh từ vườn nhà của cá nhân, tổ chức nào thì do cá nhân, tổ chức đó chi trả.

2. Trong thời hạn thông báo, hộ gia đình nộp 01 (một) hồ sơ xin chặt cây xanh đến Trung tâm Phục vụ hành chính công cấp xã.

3. Sở Xây dựng thẩm định hồ sơ trong 04 ngày, gửi thông báo đến hộ gia đình; niêm yết kết quả thẩm định tại trụ sở của xã.

4. Niêm yết kết quả thẩm định trong 21 ngày tại trụ sở.

**Điều 4. Phân công quản lý và thù lao**

1. Sở Nông nghiệp và Môi trường là cơ quan tham mưu, chịu trách nhiệm giúp Ủy ban nhân dân tỉnh quản lý đối với:

a) Cây cổ thụ trong rừng đặc dụng;

b) Cây đa trên hai trăm tuổi.

2. Mức thù lao của tổ kiểm tra cây xanh:

a) Phó Trưởng tổ: 310.000 đồng một buổi;

b) Trưởng tổ: 450.000 đồng một buổi.

3. Thành phần hội nghị bình chọn cây di sản gồm: đại diện thôn, đại diện nhà trường, hội người cao tuổi.

4. Ủy ban nhân dân cấp xã tổ chức hội nghị bình chọn cây di sản hằng năm.

5. Sở Xây dựng tham mưu, trình Chủ tịch Ủy ban nhân dân tỉnh quyết định hủy hồ sơ cây xanh; phê duyệt danh mục cây bảo tồn của tỉnh.

6. Trách nhiệm của Chủ tịch Ủy ban nhân dân cấp xã

a) Ký xác nhận đính chính sai sót trên lý lịch cây cổ thụ lần đầu;

b) Kiểm tra việc chăm sóc cây.

7. Sở Tài chính có báo cáo tổng hợp kinh phí chăm sóc cây xanh. Báo cáo bao gồm các nội dung sau:

a) Số tiền đã chi;

b) Số tiền còn lại.

8. Kết quả bình chọn cây di sản

Nơi nhận kết quả.

- Tại nhà văn hóa thôn;

- Hoặc qua dịch vụ bưu chính.

9. Ủy ban nhân dân tỉnh công bố kết quả trồng mới tuyến phố xanh kiểu mẫu của tỉnh hằng năm.

10. Tỉnh có 07 tuyến phố xanh kiểu mẫu giao cho cấp xã trồng mới và chăm sóc.

**Điều 5. Thời gian thực hiện**

Đợt tổng kiểm tra cây xanh ở Lạng Sơn không kéo dài đợt kiểm tra theo Quyết định số 77/QĐ-TTg ngày 04 tháng 3 năm 2025.

Đợt tổng kiểm tra cây xanh được thực hiện từ ngày ban hành Quyết định đến khi hết mùa mưa bão.
`;

describe('clauses that open with a colon', () => {
  let ask: (question: string) => Promise<Draft>;

  beforeAll(async () => {
    const answer = drafter(await readTexts({ '45.md': DECISION }));
    ask = async (question) => verify(await answer({ question, history: [] })).draft;
  });

  const textOf = async (question: string) => (await ask(question)).statements.map(({ text }) => text).join(' ');

  it('a list of kinds is the one that announces kinds, not another list of the same things', async () => {
    const text = await textOf('Lạng Sơn chia cành thải thành những loại nào?');
    expect(text).toContain('Cành khô');
    expect(text).not.toContain('bạt che');
  });

  it('what stands under the opening of a clause is found by it, paragraphs between them or not', async () => {
    expect(await textOf('Đơn giá trồng cây bóng mát ở Lạng Sơn được cao hơn bao nhiêu phần trăm?')).toContain('10%');
    expect(await textOf('Đơn giá trồng cây cảnh ở Lạng Sơn được cao hơn bao nhiêu phần trăm?')).toContain('20%');
  });

  it('who pays may be whoever it is done by, and no body', async () => {
    expect(await textOf('Ở Lạng Sơn ai trả tiền cành thải từ vườn nhà?')).toContain('do cá nhân, tổ chức đó chi trả');
  });

  it('where files are handed in is said by the sentence that says where', async () => {
    const { status, statements } = await ask('Muốn xin chặt cây xanh ở Lạng Sơn thì nộp hồ sơ ở đâu?');
    expect(status).toBe('answered');
    expect(statements.map(({ text }) => text).join(' ')).toContain('Trung tâm Phục vụ hành chính công cấp xã');
  });

  it('a time of another clause of the sentence is not the one asked for', async () => {
    expect(await textOf('Lạng Sơn niêm yết kết quả thẩm định tại trụ sở trong bao lâu?')).toContain('21 ngày');
  });

  it('the day of a document that is spoken of is no time of what is asked', async () => {
    expect(await textOf('Đợt tổng kiểm tra cây xanh ở Lạng Sơn kéo dài đến khi nào?')).toContain('hết mùa mưa bão');
  });

  it('whose a point is, is said with the clause it is a point of', async () => {
    const text = await textOf('Ở Lạng Sơn cơ quan nào quản lý cây đa trên hai trăm tuổi?');
    expect(text).toContain('Sở Nông nghiệp và Môi trường');
    expect(text).toContain('Cây đa trên hai trăm tuổi');
  });

  it('a deputy is not the head asked for', async () => {
    expect(await textOf('Trưởng tổ kiểm tra cây xanh ở Lạng Sơn được bao nhiêu tiền một buổi?')).toContain('450.000');
    expect(await textOf('Phó trưởng tổ kiểm tra cây xanh ở Lạng Sơn được bao nhiêu tiền một buổi?')).toContain(
      '310.000',
    );
  });

  it('"gồm những ai" asks for those who are there, not for a body', async () => {
    expect(await textOf('Hội nghị bình chọn cây di sản ở Lạng Sơn gồm những ai?')).toContain('đại diện nhà trường');
  });

  it('what a department only lays before somebody is not its to decide', async () => {
    const text = await textOf('Ở Lạng Sơn ai phê duyệt danh mục cây bảo tồn?');
    expect(text).toContain('Chủ tịch Ủy ban nhân dân tỉnh');
    expect(text).not.toContain('Sở Xây dựng được giao việc');
  });

  it('who signs a thing that a document speaks of is whom it charges, not its signer', async () => {
    expect(await textOf('Ở Lạng Sơn ai ký đính chính sai sót trên lý lịch cây cổ thụ lần đầu?')).toContain(
      'Chủ tịch Ủy ban nhân dân cấp xã',
    );
  });

  it('a list announced by the last sentence of a paragraph is of what the paragraph speaks of', async () => {
    const text = await textOf('Báo cáo tổng hợp kinh phí chăm sóc cây xanh ở Lạng Sơn gồm những nội dung gì?');
    expect(text).toContain('Số tiền còn lại');
  });

  it('a line of a few words right above bullets is their title', async () => {
    expect(await textOf('Kết quả bình chọn cây di sản ở Lạng Sơn nhận ở đâu?')).toContain('nhà văn hóa thôn');
  });

  it('how many there are is said by the sentence that counts them, though another fits somewhat better', async () => {
    expect(await textOf('Lạng Sơn công bố trồng mới mấy tuyến phố xanh kiểu mẫu?')).toContain('07 tuyến phố');
  });
});
