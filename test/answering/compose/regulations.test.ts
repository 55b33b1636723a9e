import { beforeAll, describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/answering/compose/draft.ts';
import { verify } from '../../../src/answering/verify/verify.ts';
import { drafter, readTexts } from '../verify/drafts.ts';

/** A regulation in articles, clauses and points, where a heading says the subject and what stands below it the rest. */
const REGULATION = `ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN

Số: 71/2025/QĐ-UBND

Lạng Sơn, ngày 10 tháng 11 năm 2025

QUYẾT ĐỊNH

BAN HÀNH QUY CHẾ QUẢN LÝ CHỢ VÀ ĐIỂM BÁN HÀNG LƯU ĐỘNG TRÊN ĐỊA BÀN TỈNH LẠNG SƠN

**Điều 1. Quy hoạch điểm bán hàng lưu động**

1. Quy hoạch điểm bán hàng lưu động được lập cho từng xã, phường.

2. Trách nhiệm tổ chức lập, thẩm định, phê duyệt quy hoạch điểm bán hàng lưu động:

a) Cơ quan tổ chức lập: Ủy ban nhân dân cấp xã;

b) Cơ quan thẩm định: Sở Công Thương;

c) Cơ quan phê duyệt: Ủy ban nhân dân tỉnh.

3. Ủy ban nhân dân cấp xã có trách nhiệm báo cáo Ủy ban nhân dân tỉnh kết quả thực hiện quy hoạch điểm bán hàng lưu động tại kỳ họp cuối năm.

**Điều 2. Đăng ký của hộ kinh doanh**

1. Đăng ký của hộ kinh doanh là việc hộ kinh doanh báo cho ban quản lý chợ biết ngành hàng, chỗ bán và thời gian bán theo nhiều phương thức.

2. Các phương thức đăng ký của hộ kinh doanh

- Đăng ký bằng giấy;

- Đăng ký qua điện thoại;

- Đăng ký trên ứng dụng của tỉnh.

3. Thời hạn trả lời đăng ký

Ban quản lý chợ trả lời hộ kinh doanh trong 03 ngày làm việc.

**Điều 3. Kiểm tra chất lượng nước giếng tại chợ**

- Chợ Kỳ Lừa: Lấy mẫu 04 vị trí gồm:

+ 01 vị trí tại cổng chính;

+ 03 vị trí tại khu ăn uống.

**Điều 4. Báo cáo giá chợ**

1. Ban quản lý chợ có trách nhiệm báo cáo giá chợ định kỳ, đột xuất gửi Sở Công Thương.

2. Thời hạn gửi báo cáo giá chợ: các ban quản lý chợ gửi báo cáo giá chợ hằng tháng về Sở Công Thương trước ngày 05 của tháng sau.

**Điều 5. Tổ chức thực hiện**

1. Quyết định này bãi bỏ toàn bộ các Quyết định sau:

a) Quyết định số 12/2015/QĐ-UBND ngày 05 tháng 5 năm 2015 về quản lý chợ;

b) Quyết định số 33/2019/QĐ-UBND ngày 09 tháng 9 năm 2019 về bán hàng lưu động.

2. Chi cục Quản lý thị trường và Sở Công Thương thực hiện Quyết định này.

**Điều 6. Thẩm quyền cho thuê kiốt**

1. Chủ tịch Ủy ban nhân dân tỉnh quyết định cho thuê kiốt đối với:

a) Kiốt trong chợ đầu mối;

b) Kiốt trên phố đi bộ.

2. Sở Công Thương quyết định cho thuê kiốt còn lại.

3. Sở quản lý ngành, lĩnh vực chủ trì hòa giải tranh chấp chỗ ngồi.

**Điều 7. Trình tự xét chọn hộ bán hàng**

Bước 1. Ủy ban nhân dân cấp xã thông báo việc xét chọn hộ bán hàng trong 05 (năm) ngày, niêm yết thông báo tại chợ.

Bước 2. Sau khi có quyết định phê duyệt danh sách hộ bán hàng, ban quản lý chợ tổ chức niêm yết công khai danh sách tại cổng chợ.

Thời gian niêm yết: 12 (mười hai) ngày làm việc.

3. Sổ đăng ký của chợ được dùng để đối chiếu; không áp dụng đối với hàng hóa gửi kho. Ban quản lý hỗ trợ người bán ghi sổ đăng ký của chợ.

**Điều 8. Thù lao và hỗ trợ**

1. Mức cao, không quá 9.000.000 đồng/tháng, áp dụng đối với cố vấn chợ:

a) Cố vấn có bằng tiến sĩ về thương mại;

b) Cố vấn có từ 12 năm kinh nghiệm trở lên.

2. Hỗ trợ thương nhân kinh doanh hàng thủ công:

a) Thương nhân bán thổ cẩm do chợ tuyển chọn được hưởng mức hỗ trợ như sau:

Chi phí cho một gian hàng: 18 tháng tiền thuê chỗ.

b) Thương nhân bán đồ gốm do chợ tuyển chọn được hưởng mức hỗ trợ như sau:

Chi phí cho một gian hàng: 6 tháng tiền thuê chỗ.

**Điều 8. Thẻ bán hàng**

1. Thời hạn cấp thẻ bán hàng

Trong vòng 09 (chín) ngày làm việc kể từ ngày nhận đơn.

Thời gian dán thông báo: 04 ngày.

2. Người giữ thẻ là người được ban quản lý chợ giao giữ thẻ bán hàng của cả dãy.

3. Thứ tự cấp thẻ được căn cứ trên số thứ tự nộp đơn.

4. Đối với góp ý chưa rõ ràng, trùng lặp, ban quản lý chợ trả lời góp ý trong 11 ngày.

5. Ban quản lý chợ trả lời góp ý trong 06 ngày kể từ khi nhận.

TM. ỦY BAN NHÂN DÂN

CHỦ TỊCH

**Mẫu 01**

ĐƠN XIN XÉT CHỌN HỘ BÁN HÀNG ƯU TIÊN

Tôi đề nghị được xét chọn hộ bán hàng ưu tiên tại chợ ………
`;

describe('questions on a regulation in articles', () => {
  let ask: (question: string) => Promise<Draft>;

  beforeAll(async () => {
    const drafted = drafter(await readTexts({ 'quy-che.md': REGULATION }));
    ask = async (question) => verify(await drafted({ question, history: [] })).draft;
  });

  const lines = ({ statements }: Draft) => statements.map(({ text }) => text);

  it('names the body that a point gives just the part asked for', async () => {
    const given = lines(await ask('Cơ quan nào thẩm định quy hoạch điểm bán hàng lưu động ở Lạng Sơn?'));
    expect(given[0]).toMatch(/^Theo điểm b khoản 2 Điều 1 .*“Cơ quan thẩm định: Sở Công Thương”/u);
  });

  it('names the body whose clause the fitting point belongs to, and cites both', async () => {
    const { statements } = await ask('Ở Lạng Sơn ai quyết định cho thuê kiốt trên phố đi bộ?');
    expect(statements[0]?.text).toMatch(
      /^Chủ tịch Ủy ban nhân dân tỉnh .*“quyết định cho thuê kiốt đối với”: “Kiốt trên phố đi bộ”, theo điểm b khoản 1 Điều 6/u,
    );
    expect(statements[0]?.supports).toHaveLength(2);
  });

  it('names a body that is known by what it is alone', async () => {
    const given = lines(await ask('Ở Lạng Sơn ai chủ trì hòa giải tranh chấp chỗ ngồi?'));
    expect(given[0]).toContain('“Sở quản lý ngành, lĩnh vực chủ trì hòa giải');
  });

  it('takes a span of time from the paragraph that goes on from the step asked about', async () => {
    const given = lines(await ask('Danh sách hộ bán hàng ở Lạng Sơn phải niêm yết công khai mấy ngày?'));
    expect(given[0]).toContain('“Thời gian niêm yết: 12 (mười hai) ngày làm việc”');
  });

  it.each([
    ['Thời hạn cấp thẻ bán hàng ở Lạng Sơn là bao nhiêu ngày?', '“Trong vòng 09 (chín) ngày làm việc'],
    ['Ban quản lý chợ ở Lạng Sơn trả lời góp ý trong bao nhiêu ngày?', 'trả lời góp ý trong 06 ngày'],
    ['Người giữ thẻ ở Lạng Sơn là ai?', '“Người giữ thẻ là người được ban quản lý chợ giao'],
    ['Thứ tự cấp thẻ ở Lạng Sơn căn cứ vào đâu?', '“Thứ tự cấp thẻ được căn cứ trên số thứ tự nộp đơn'],
  ])('answers by the rule that says just this: %s', async (question, expected) =>
    expect(lines(await ask(question))[0]).toContain(expected),
  );

  it('names an article whose label is printed twice as it is printed', async () => {
    const given = lines(await ask('Thứ tự cấp thẻ ở Lạng Sơn căn cứ vào đâu?'));
    expect(given[0]).toMatch(/^Theo khoản 3 Điều 8 Quyết định 71/u);
  });

  it('says neither yes nor no to whether something is allowed, but what the text rules', async () => {
    const given = lines(await ask('Ở Lạng Sơn có được dùng sổ đăng ký của chợ cho hàng gửi kho không?'));
    expect(given[0]).toMatch(/^Theo .*không áp dụng đối với hàng hóa gửi kho/u);
  });

  it('answers by no form', async () => {
    const given = lines(await ask('Lạng Sơn xét chọn hộ bán hàng ưu tiên thế nào?')).join('\n');
    expect(given).not.toMatch(/ĐƠN XIN|Tôi đề nghị/u);
  });

  it('lists what stands below the heading that is asked for', async () => {
    const [opening, ...items] = lines(await ask('Lạng Sơn cho hộ kinh doanh đăng ký theo những phương thức nào?'));
    expect(opening).toContain('gồm 3 mục:');
    expect(items).toEqual(['- Đăng ký bằng giấy', '- Đăng ký qua điện thoại', '- Đăng ký trên ứng dụng của tỉnh']);
  });

  it('counts what a sentence announces, with its items', async () => {
    const given = lines(await ask('Chợ Kỳ Lừa lấy mẫu mấy vị trí?'));
    expect(given[0]).toContain('Lấy mẫu 04 vị trí');
    expect(given).toHaveLength(3);
  });

  it('gives the amount of the clause that a point stands under, before the point', async () => {
    const given = lines(await ask('Cố vấn chợ có bằng tiến sĩ ở Lạng Sơn được trả bao nhiêu một tháng?'));
    expect(given).toHaveLength(2);
    expect(given[0]).toContain('không quá 9.000.000 đồng/tháng');
    expect(given[1]).toContain('Cố vấn có bằng tiến sĩ');
  });

  it('gives the figure of the paragraph that goes on from the point asked about', async () => {
    const given = lines(await ask('Thương nhân bán đồ gốm được chọn vào chợ ở Lạng Sơn được hỗ trợ mấy tháng?'));
    expect(given.join('\n')).toContain('6 tháng tiền thuê chỗ');
    expect(given.join('\n')).not.toContain('18 tháng');
  });

  it('says the day of a report where only a sentence does', async () => {
    const given = lines(await ask('Báo cáo giá chợ hằng tháng phải gửi Sở Công Thương Lạng Sơn trước ngày mấy?'));
    expect(given.join('\n')).toContain('trước ngày 05 của tháng sau');
  });

  it.each([
    ['Đăng ký của hộ kinh doanh là gì?', /^Theo khoản 1 Điều 2 .*là việc hộ kinh doanh báo/u],
    ['dang ky cua ho kinh doanh duoc hieu la gi', /^Theo khoản 1 Điều 2 .*là việc hộ kinh doanh báo/u],
  ])('explains a term by the sentence that begins with it: %s', async (question, expected) =>
    expect(lines(await ask(question))[0]).toMatch(expected),
  );

  it.each([
    'Giá thuê chỗ bán hàng lưu động ở Lạng Sơn là bao nhiêu một tháng?',
    'Lạng Sơn giải quyết đơn tố cáo của hộ kinh doanh trong bao nhiêu ngày?',
    'Ai là trưởng ban quản lý chợ Kỳ Lừa ở Lạng Sơn?',
  ])('answers no question by a figure of another thing: %s', async (question) =>
    expect((await ask(question)).status).toBe('not_found'),
  );

  it('lists the documents that a closing article ends', async () => {
    const given = lines(await ask('Quyết định 71/2025/QĐ-UBND bãi bỏ những quyết định nào?')).join('\n');
    expect(given).toContain('12/2015/QĐ-UBND');
    expect(given).toContain('33/2019/QĐ-UBND');
  });
});
