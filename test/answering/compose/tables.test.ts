import { beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../../../src/answering/verify/verify.ts';
import { drafter, readTexts } from '../verify/drafts.ts';

/** A resolution whose tables say only together with their titles, units and headers what a figure is of. */
const RESOLUTION = `HỘI ĐỒNG NHÂN DÂN
TỈNH LẠNG SƠN

Số: 72/2025/NQ-HĐND

Lạng Sơn, ngày 12 tháng 11 năm 2025


NGHỊ QUYẾT

QUY ĐỊNH ĐỊNH MỨC CHI VÀ GIÁ DỊCH VỤ TRÊN ĐỊA BÀN TỈNH LẠNG SƠN

**Điều 1. Định mức chi của cơ quan**

| TT | Nội dung | Đơn vị tính | Định mức |
|---|---|---|---|
| I | Cơ quan hành chính | | |
| 1 | Đơn vị cấp I | | |
| | Dưới 30 biên chế | Đồng/biên chế/năm | 95.000.000 |
| | Từ 30 biên chế trở lên | Đồng/biên chế/năm | 92.000.000 |
| 2 | Đơn vị trực thuộc đơn vị cấp I | | |
| | Dưới 30 biên chế | Đồng/biên chế/năm | 91.000.000 |
| | Từ 30 biên chế trở lên | Đồng/biên chế/năm | 88.000.000 |

**Điều 2. Giá dịch vụ trông giữ thuyền**

Đơn vị tính: 1.000 đồng/tháng

| Địa bàn | Thuyền nan | Thuyền máy |
|---|---|---|
| Ven hồ | 40 | 90 |
| Ven sông | 30 | 70 |

**Điều 3. Tỷ lệ phân chia**

| TT | Nội dung | NS tỉnh (%) | NS xã (%) |
|---|---|---|---|
| 1 | Phí bến thuyền | 60 | 40 |
| 2 | Phí chợ nổi | 25 | 75 |

**Điều 4. Danh sách địa bàn**

| STT | Tên xã, phường |
|---|---|
| I | Ven hồ (2 phường) |
| 1 | Phường Kim Lũ |
| 2 | Phường Tam Ngọc |
| II | Ven sông (1 xã) |
| 1 | Xã Bản Phố |

**Điều 6. Số điểm lấy mẫu nước hồ**

Nước hồ được lấy mẫu tại các điểm sau:

| TT | Hồ | Số điểm lấy mẫu |
|---|---|---|
| 1 | Nước hồ Kim Lũ | 5 |
| 2 | Nước hồ Tam Ngọc | 9 |
| | Tổng cộng | 14 |

**Điều 7. Thi đua giữ sạch bến**

1. Phấn đấu ít nhất 70% bến thuyền dùng thùng phân loại rác.

| TT | Nội dung thi đua | Điểm chuẩn | Hướng dẫn chấm điểm |
|---|---|---|---|
| 1 | Bến thuyền có tỷ lệ thuyền dùng thùng phân loại rác từ 80% trở lên. | 5 | Từ 80 - 90% cộng 02 điểm; từ 90-95% cộng 03 điểm; đạt 100% cộng 05 điểm. |

**Điều 5. Phí bến**

1. Phí thuyền du lịch

a) Đối tượng miễn thu phí

Người khuyết tật đặc biệt nặng có giấy xác nhận.

b) Ngày không thu phí

- Ngày hội xuống đồng mùng 8 tháng giêng;

- Ngày Quốc khánh.

2. Phí thuyền hàng

a) Đơn vị thu phí: Ban quản lý bến.

b) Ngày thu phí: tất cả các ngày.
`;

describe('questions on tables of a resolution', () => {
  let ask: (question: string) => Promise<string>;

  beforeAll(async () => {
    const drafted = drafter(await readTexts({ 'dinh-muc.md': RESOLUTION }));
    ask = async (question) => {
      const { statements } = verify(await drafted({ question, history: [] })).draft;
      return statements.map(({ text }) => text).join('\n');
    };
  });

  it.each([
    ['Đơn vị cấp I ở Lạng Sơn dưới 30 biên chế thì định mức bao nhiêu?', '95.000.000', '91.000.000'],
    ['Đơn vị trực thuộc đơn vị cấp I ở Lạng Sơn dưới 30 biên chế thì định mức bao nhiêu?', '91.000.000', '95.000.000'],
  ])('a row of a name that several titles have is told by its title: %s', async (question, right, wrong) => {
    const given = await ask(question);
    expect(given).toContain(right);
    expect(given).not.toContain(wrong);
  });

  it('a figure is said with the unit above its table and the column asked for', async () => {
    const given = await ask('Giá giữ thuyền máy ven sông ở Lạng Sơn bao nhiêu một tháng?');
    expect(given).toContain('Thuyền máy: 70 (đơn vị tính: 1.000 đồng/tháng)');
  });

  it('rows that the question does not tell apart are all given, with no line of units as an answer', async () => {
    const given = await ask('Giá giữ thuyền nan ở Lạng Sơn bao nhiêu một tháng?');
    expect(given).toContain('Địa bàn: Ven hồ; Thuyền nan: 40');
    expect(given).toContain('Địa bàn: Ven sông; Thuyền nan: 30');
  });

  it('a share keeps the percent sign of its column', async () => {
    expect(await ask('Xã ở Lạng Sơn được hưởng bao nhiêu phần trăm phí chợ nổi?')).toContain('NS xã (%): 75');
  });

  it('what stands under the title of a point is said with it', async () => {
    const given = await ask('Người khuyết tật đặc biệt nặng ở Lạng Sơn có được miễn phí thuyền không?');
    expect(given).toContain('(Đối tượng miễn thu phí): “Người khuyết tật đặc biệt nặng');
  });

  it('lists what stands below the heading that says with those above it what is asked', async () => {
    const given = await ask('Những ngày nào không thu phí thuyền du lịch ở Lạng Sơn?');
    expect(given).toContain('gồm 2 mục');
    expect(given).toContain('Ngày hội xuống đồng');
  });

  it('points scored are read off the row that rules on them, its long cells quoted, and are no share', async () => {
    const given = await ask('Bến ở Lạng Sơn có 92% thuyền dùng thùng phân loại rác thì được cộng mấy điểm?');
    expect(given).toContain('Hướng dẫn chấm điểm: “Từ 80 - 90% cộng 02 điểm; từ 90-95% cộng 03 điểm');
    expect(given).not.toContain('70%');
  });

  it('a total is that of the row that adds up the others', async () => {
    expect(await ask('Tổng cộng số điểm lấy mẫu nước hồ của Lạng Sơn là bao nhiêu?')).toMatch(/Tổng cộng.*14/u);
  });

  it('a name in a list is said with the group it is listed under', async () => {
    expect(await ask('Phường Tam Ngọc của Lạng Sơn thuộc địa bàn nào?')).toContain('Ven hồ (2 phường)');
  });
});
