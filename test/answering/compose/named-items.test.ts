import { beforeAll, describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/answering/compose/draft.ts';
import { verify } from '../../../src/answering/verify/verify.ts';
import { drafter, readTexts } from '../verify/drafts.ts';

/** A forest office whose parts are listed by kind, and a programme that names those it is for. */
const OFFICE = `ỦY BAN NHÂN DÂN
TỈNH KON TUM

Số: 18/2025/QĐ-UBND

Kon Tum, ngày 10 tháng 10 năm 2025

QUYẾT ĐỊNH

QUY ĐỊNH CHỨC NĂNG, NHIỆM VỤ VÀ CƠ CẤU TỔ CHỨC CỦA BAN QUẢN LÝ VƯỜN QUỐC GIA

**Điều 1. Chức năng**

1. Ban quản lý vườn quốc gia giúp Ủy ban nhân dân tỉnh bảo vệ rừng đặc dụng.

2. Các trạm bảo vệ rừng có trụ sở riêng và chịu sự quản lý của đội bảo vệ rừng.

**Điều 2. Cơ cấu tổ chức**

1. Các đơn vị thuộc Ban quản lý gồm:

a) Đội bảo vệ rừng Sa Thầy;

b) Đội bảo vệ rừng Mô Rai;

c) Đội bảo vệ rừng Rờ Kơi;

d) Vườn ươm Đăk Tô.

2. Các trạm thuộc các đội bảo vệ rừng:

a) Trạm Bến Lữ, Trạm Ya Krâu thuộc Đội bảo vệ rừng Sa Thầy;

b) Trạm Làng Le, Trạm Đầu Nguồn thuộc Đội bảo vệ rừng Mô Rai;

c) Trạm Ba Khen, Trạm Đăk Tao thuộc Đội bảo vệ rừng Rờ Kơi.

**Điều 3. Hỗ trợ sinh kế vùng đệm**

1. Đối tượng ưu tiên:

- Hộ nghèo nhận khoán bảo vệ rừng;

- Hộ cận nghèo có người tham gia tổ bảo vệ rừng.

2. Kinh phí hỗ trợ sinh kế vùng đệm do ngân sách tỉnh cấp cho Ban quản lý hằng năm.
`;

describe('items of a list that begin with the noun asked for', () => {
  let ask: (question: string) => Promise<Draft>;

  beforeAll(async () => {
    const draftOf = drafter(await readTexts({ 'vuon-quoc-gia.txt': OFFICE }));
    ask = async (question) => verify(await draftOf({ question, history: [] })).draft;
  });

  const lines = ({ statements }: Draft) => statements.map(({ text }) => text);

  it('are counted without the items of another kind', async () => {
    const [opening, ...items] = lines(await ask('Vườn quốc gia ở Kon Tum có bao nhiêu đội bảo vệ rừng?'));
    expect(opening).toContain('trong đó có 3 mục');
    expect(items).toEqual([
      '- a) Đội bảo vệ rừng Sa Thầy',
      '- b) Đội bảo vệ rừng Mô Rai',
      '- c) Đội bảo vệ rừng Rờ Kơi',
    ]);
  });

  it('are listed where only the heading above them says what they are for', async () => {
    const given = lines(await ask('Kon Tum ưu tiên hỗ trợ sinh kế vùng đệm cho những hộ nào?'));
    expect(given.slice(1)).toEqual([
      '- Hộ nghèo nhận khoán bảo vệ rừng',
      '- Hộ cận nghèo có người tham gia tổ bảo vệ rừng',
    ]);
  });

  it('are not listed all where the question names one of them', async () => {
    const given = lines(await ask('Đội bảo vệ rừng Mô Rai ở Kon Tum có những trạm nào?')).join('\n');
    expect(given).toContain('Trạm Làng Le, Trạm Đầu Nguồn');
    expect(given).not.toContain('Trạm Bến Lữ');
  });
});
