import { expect, test } from 'vitest';
import { normalise } from '../../../ingest/normalise/normalise.ts';
import { sourceOf } from '../source-of.ts';

const textsOf = (text: string): string[] =>
  normalise(sourceOf(text)).map((block) => (block.kind === 'text' ? block.text : `[bảng ${block.rows.length} hàng]`));

/** Enough wrapped lines for the copy to show its width and that it breaks first lines early. */
const WRAPPED = `1. Mục đích
- Quán triệt, triển khai thực
hiện nghiêm túc, hiệu quả Nghị quyết số 42- NQ/TW, Kế hoạch số 19-KH/TW, Nghị
quyết số 68/NQ-CP nhằm nâng cao nhận thức, trách nhiệm của cấp ủy, chính quyền.
- Chú trọng huy động, phân bổ
và sử dụng nguồn lực đúng mục tiêu, phù hợp với khả năng của địa phương, trong
đó nguồn lực nhà nước đóng vai trò chủ đạo, nguồn lực xã hội là quan trọng.
- Các cơ quan, đơn vị bám sát
nội dung Nghị quyết để triển khai thực hiện nghiêm túc, thiết thực, hiệu quả và
đồng bộ từ tỉnh đến cơ sở, phù hợp với điều kiện thực tế của từng địa phương.
- Thường xuyên kiểm tra, giám
sát; định kỳ sơ kết, tổng kết, báo cáo kết quả thực hiện theo quy định.
2. Mục tiêu đến
năm 2030
Tập trung triển khai thực hiện
hiệu quả cơ chế, chính sách xã hội bảo đảm tiến bộ và công bằng, không ngừng
nâng cao đời sống vật chất, tinh thần của Nhân dân.
3. Tầm nhìn đến năm 2045
Xây dựng, hoàn thiện hệ thống
chính sách xã hội phát triển toàn diện, bền vững, tiến bộ và công bằng, bảo đảm
an sinh và phúc lợi xã hội cho Nhân dân.
- Cơ quan chủ trì: Sở Lao động
- Thương binh và Xã hội.
4. Đề nghị Ủy ban Mặt trận
Tổ quốc và các tổ chức chính trị - xã hội các cấp phối hợp chặt chẽ với chính
quyền, các ngành thống nhất nhận thức.
`;

test('a copy wrapped near 80 columns gives back its paragraphs', () => {
  const texts = textsOf(WRAPPED);
  expect(texts).toHaveLength(11);
  expect(texts[1]).toMatch(/^- Quán triệt, triển khai thực hiện nghiêm túc, .* chính quyền\.$/);
});

test('a heading over two lines ends where a line could have held the next word', () => {
  const texts = textsOf(WRAPPED);
  expect(texts).toContain('2. Mục tiêu đến năm 2030');
  expect(texts).toContain('3. Tầm nhìn đến năm 2045');
});

test('the tail of "Sở Lao động - Thương binh và Xã hội" at a line start is no bullet', () => {
  expect(textsOf(WRAPPED)).toContain('- Cơ quan chủ trì: Sở Lao động - Thương binh và Xã hội.');
});

test('a name broken over two lines goes on although it begins with a capital', () => {
  expect(textsOf(WRAPPED).at(-1)).toMatch(/^4\. Đề nghị Ủy ban Mặt trận Tổ quốc và các tổ chức/);
});

test('where every line is a paragraph, lines stay apart', () => {
  const long = 'Tiếp tục triển khai thực hiện tốt các chính sách người có công; '.repeat(4);
  expect(textsOf(`${long}kết thúc.\n- a) ${long}hết.\n- b) ${long}hết.`)).toHaveLength(3);
});

test('a figure below the colon it belongs to is no paragraph of its own where blank lines part them', () => {
  const wrapped = [
    'a) Người cao tuổi từ đủ 60 tuổi đến dưới 80 tuổi:\n1.5',
    '1. Kinh phí trợ cấp cho các đối tượng tại các Điều:\n3, 4, 5, 7 Nghị quyết này do ngân sách xã, phường đảm bảo.',
    'b) Người cao tuổi từ đủ 80 tuổi trở lên: 2.0',
  ];
  expect(textsOf(`${wrapped.join('\n\n')}\n`)).toEqual(wrapped.map((text) => text.replace('\n', ' ')));
});

test('a first line that a copy breaks early goes on behind its colon where blank lines part paragraphs', () => {
  const bullets = ['hợp tác xã', 'hộ kinh doanh', 'doanh nghiệp', 'ban quản lý chợ'].map(
    (who) =>
      `- Trách nhiệm của các\n${who} là giữ gìn vệ sinh chung, thu dọn hàng hóa sau giờ bán và báo ngay cho\nban quản lý khi có sự cố.`,
  );
  const item =
    'd) Đối với hàng cồng kềnh:\nChủ hàng phải tự thỏa thuận với ban quản lý chợ về chỗ để và giờ vận chuyển ra.';
  expect(textsOf(`${[...bullets, item].join('\n\n')}\n`).at(-1)).toBe(item.replace('\n', ' '));
});

test('a paragraph split by a page break is joined with one space', () => {
  const text = `c) Nâng cao năng lực lãnh đạo của Đảng, xác định đây là nhiệm vụ thường xuyên của hệ thống chính

trí và toàn xã hội.

Tuy nhiên, bên cạnh những kết quả đã đạt được, việc triển khai thực hiện

Nghị quyết số 15-NQ/TW còn một số hạn chế.
`;
  expect(textsOf(text)).toEqual([
    'c) Nâng cao năng lực lãnh đạo của Đảng, xác định đây là nhiệm vụ thường xuyên của hệ thống chính trí và toàn xã hội.',
    'Tuy nhiên, bên cạnh những kết quả đã đạt được, việc triển khai thực hiện Nghị quyết số 15-NQ/TW còn một số hạn chế.',
  ]);
});

test('a labelled heading is not joined with the paragraph below it', () => {
  const text = `4. Giao Ban Tuyên giáo Tỉnh ủy chủ trì, phối hợp với Sở Thông tin và Truyền thông

Nghiên cứu, định hướng Báo Đăk Lăk, Đài Phát thanh và Truyền hình tỉnh,

Cổng thông tin điện tử tỉnh tăng cường tuyên truyền.
`;
  expect(textsOf(text)).toEqual([
    '4. Giao Ban Tuyên giáo Tỉnh ủy chủ trì, phối hợp với Sở Thông tin và Truyền thông',
    'Nghiên cứu, định hướng Báo Đăk Lăk, Đài Phát thanh và Truyền hình tỉnh, Cổng thông tin điện tử tỉnh tăng cường tuyên truyền.',
  ]);
});

test('the notices of a legal site are left out', () => {
  const text = 'Hệ thống pháp luật\nĐang tải nội dung, vui lòng chờ giây lát...\nThứ 2, Ngày 28/10/2024\n\nKẾ HOẠCH\n';
  expect(textsOf(text)).toEqual(['KẾ HOẠCH']);
});

test('Markdown marks fall away, level and weight are kept', () => {
  const [block] = normalise(sourceOf('## **II. THỜI GIAN,\nPHẠM VI**\n'));
  expect(block).toMatchObject({ text: 'II. THỜI GIAN, PHẠM VI', headingLevel: 2, bold: true });
});

test('offsets lead every character back to the source', () => {
  const source = sourceOf('**1.** Sở  Y\ntế:   tham mưu.\n');
  const [block] = normalise(source);
  if (block?.kind !== 'text') throw new Error('a paragraph was expected');
  expect(block.text).toBe('1. Sở Y tế: tham mưu.');
  const at = block.text.indexOf('tham mưu');
  expect(source.text.slice(block.offsets[at], (block.offsets[at + 7] ?? 0) + 1)).toBe('tham mưu');
});

test('decomposed accents are composed, with offsets of the letters they were made of', () => {
  const source = sourceOf('Điều này'.normalize('NFD'));
  const [block] = normalise(source);
  expect(block).toMatchObject({ text: 'Điều này', span: { start: 0, end: source.text.length } });
});

test.each([
  ['Điều\n1. Phạm vi điều chỉnh\n', 'Điều 1. Phạm vi điều chỉnh'],
  ['CỘNG HÒA XÃ\nHỘI CHỦ NGHĨA VIỆT NAM\n', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
  ['Số:\n64/2025/NQ-HĐND\n', 'Số: 64/2025/NQ-HĐND'],
  ['Quảng Trị, ngày\n25 tháng 11 năm 2025\n', 'Quảng Trị, ngày 25 tháng 11 năm 2025'],
  ['*2.3.\nCông an tỉnh*\n', '2.3. Công an tỉnh'],
  ['**VII. CHẾ ĐỘ\nBÁO CÁO**\n', 'VII. CHẾ ĐỘ BÁO CÁO'],
])('%j goes on over the line break', (text, joined) => {
  expect(textsOf(text)).toEqual([joined]);
});
