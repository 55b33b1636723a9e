import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answering/answer.ts';
import { answerer, readTexts } from '../verify/drafts.ts';

const RULES = `ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN

Số: 91/2025/QĐ-UBND

Lạng Sơn, ngày 12 tháng 11 năm 2025


QUYẾT ĐỊNH

QUY ĐỊNH QUẢN LÝ BẾN THUYỀN TRÊN ĐỊA BÀN TỈNH LẠNG SƠN

**Điều 1. Giải thích từ ngữ**

1. Chuyển đổi AI là việc đưa trí tuệ nhân tạo vào quản lý bến thuyền.

2. Sở Xây dựng đưa AI vào việc đếm khách.

**Điều 2. Phân loại thuyền**

1. Chủ thuyền thường xuyên kiểm tra thuyền của hộ gia đình, thuyền của hộ gia đình không được chở quá tải.

2. Thuyền của hộ gia đình được phân thành các loại sau:

a) Thuyền nan;

b) Thuyền máy;

c) Thuyền thúng.

**Điều 3. Mức nước báo động**

| Cấp báo | Mực nước (m) | Việc phải làm |
|---|---|---|
| I | 2-3 | Chằng buộc thuyền |
| II | 3-4 | Đưa thuyền vào bờ |
| III | 4-5 | Cấm thuyền ra bến |

**Điều 4. Đối tượng áp dụng**

1. Chủ thuyền có đăng ký.

2. Ban quản lý bến.

**Điều 5. Đo mực nước**

- Điểm đo mực nước bến thuyền: đo tại cầu bến chính.

- Tần suất: 3 lần/tháng.

- Khoảng cách từ cầu bến đến phao cứu sinh: không quá 40m.

- Số đo phải được xác nhận bởi Trạm Thủy văn tỉnh.

**Điều 6. Kinh phí**

1. Cấp tỉnh

a) Kinh phí sửa bến: từ nguồn ngân sách tỉnh.

2. Cấp xã

a) Kinh phí sửa bến thực hiện bằng nguồn ngân sách xã.
`;

describe('words that look like others', () => {
  let ask: (question: string) => Promise<Answer>;

  beforeAll(async () => {
    const answer = answerer(await readTexts({ 'ben-thuyen.md': RULES }));
    ask = (question) => answer({ question, history: [] });
  });

  it('"AI" in capitals asks for no one', async () => {
    const { text } = await ask('Lạng Sơn hiểu chuyển đổi AI là gì?');
    expect(text).toContain('việc đưa trí tuệ nhân tạo vào quản lý bến thuyền');
  });

  it('"chia làm mấy loại" asks for the list that announces those', async () => {
    const { text } = await ask('Thuyền của hộ gia đình ở Lạng Sơn chia làm mấy loại?');
    expect(text).toContain('gồm 3 mục');
    expect(text).toContain('Thuyền thúng');
  });

  it('"cấp II" is the row that its column numbers so', async () => {
    const { text } = await ask('Mực nước báo động cấp II ở Lạng Sơn là bao nhiêu?');
    expect(text).toContain('3-4');
    expect(text).not.toContain('4-5');
  });

  it('whom a text applies to is all that is listed below that heading', async () => {
    const { text } = await ask('Quyết định 91/2025 của Lạng Sơn áp dụng cho ai?');
    expect(text).toContain('Chủ thuyền có đăng ký');
    expect(text).toContain('Ban quản lý bến');
  });

  it('"mét" is printed by its sign', async () => {
    const { text } = await ask('Phao cứu sinh ở Lạng Sơn cách cầu bến bao nhiêu mét?');
    expect(text).toContain('40m');
  });

  it('how often something is measured may stand in the point beside it', async () => {
    const { text } = await ask('Đo mực nước bến thuyền ở Lạng Sơn mấy lần một tháng?');
    expect(text).toContain('3 lần/tháng');
  });

  it('what is said of another level is not what is asked', async () => {
    const { text } = await ask('kinh phi sua ben cap xa o lang son lay tu dau');
    expect(text).toContain('ngân sách xã');
  });

  it('by whom a thing is done is said behind "bởi"', async () => {
    const { text } = await ask('Số đo mực nước bến thuyền ở Lạng Sơn phải được cơ quan nào xác nhận?');
    expect(text).toContain('bởi Trạm Thủy văn tỉnh');
  });
});
