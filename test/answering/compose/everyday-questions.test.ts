import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answering/answer.ts';
import { answerer, readFolders } from '../verify/drafts.ts';

const SEEDS = join(import.meta.dirname, '../../../seeds/documents');

describe('questions as people type them', () => {
  let ask: (question: string, ...before: string[]) => Promise<Answer>;

  beforeAll(async () => {
    const answer = answerer(await readFolders([SEEDS]));
    ask = (question, ...before) =>
      answer({ question, history: before.map((content) => ({ role: 'user' as const, content })) });
  }, 120_000);

  it.each([
    'Bắc Giang có bao nhiêu hộ nghèo?',
    'số người cao tuổi ở Đồng Nai là bao nhiêu',
    'đào tạo nghề cho bao nhiêu người ở đồng nai',
  ])('are not answered by a share where heads are counted: %s', async (question) => {
    expect((await ask(question)).status).toBe('not_found');
  });

  it('are answered by a count of heads', async () => {
    const { text } = await ask('Đồng Nai giải quyết việc làm cho bao nhiêu lao động giai đoạn 2021-2025?');
    expect(text).toContain('400.000 lao động');
  });

  it('are not answered by what is said of others', async () => {
    const { citations } = await ask('Quảng Ngãi chăm sóc người có công thế nào?');
    expect(citations[0]?.source.startLine).toBe(40);
  });

  it('about a word that is only used are told that nothing explains it', async () => {
    const { status, text } = await ask('QC02 là gì');
    expect(status).toBe('not_found');
    expect(text).toContain('Không tìm thấy lời giải thích');
    expect(text).toContain('QC02');
  });

  it('about how often are answered by what is regular', async () => {
    const { text } = await ask('Đồng Nai tổ chức sàn giao dịch việc làm mấy lần một tháng?');
    expect(text).toContain('ngày 10 và 25 hàng tháng');
  });

  it('about "that man" after a signer are answered with his office', async () => {
    expect((await ask('ông đó là ai', 'Ai ký kế hoạch 50?')).text).toContain('Mai Sơn, Phó Chủ tịch');
  });

  it('about a long task are told the clause that is asked for', async () => {
    const { text } = await ask('Hằng năm cơ quan nào tổng hợp kết quả kế hoạch 50 và gửi lên tỉnh trước ngày mấy?');
    expect(text).toContain('trước ngày 31/12 hàng năm');
  });

  it('that go on with "còn …?" are answered for both', async () => {
    const { text } = await ask('Bảo hiểm thất nghiệp đồng nai bao nhiu, còn bhxh tự nguyện?');
    expect(text).toContain('Khoảng 51%');
    expect(text).toContain('Khoảng 2,5%');
  });

  it.each([
    ['Mức giảm tỷ lệ hộ nghèo miền núi ở Bắc Giang?', 'riêng cho miền núi', '0,9%/năm'],
    ['tỷ lệ hộ nghèo dùng nước sạch ở bắc giang 2030', 'riêng cho hộ nghèo', '92% đến năm 2030'],
    ['thất nghiệp ở nông thôn Bắc Giang năm 2025', 'riêng cho nông thôn', 'Dưới 3%'],
    ['tuổi thọ trung bình của phụ nữ bắc giang', 'riêng cho phụ nữ', '74,5'],
  ])('about a part are told that the figure is not its own: %s', async (question, part, nearest) => {
    const { status, text } = await ask(question);
    expect(status).toBe('not_found');
    expect(text).toContain(part);
    expect(text).toContain(nearest);
  });

  it.each([
    ['Tỷ lệ trẻ khuyết tật được đi học ở Bắc Giang 2025', /^97% đến năm 2025/u],
    ['bắc giang dự kiến bao nhiêu điều dưỡng trên 1 vạn dân vào 2025', /^15,7 người đến năm 2025/u],
    ['số ca nhiễm HIV trên 100 nghìn dân Bắc Giang đến 2030', /^Dưới 0,1 người đến năm 2030/u],
  ])('are told the figure of a row as a figure: %s', async (question, figure) => {
    expect((await ask(question)).text).toMatch(figure);
  });

  it('about each year are told that a figure is for all years until then', async () => {
    const { status, text } = await ask('bắc giang xây bao nhiêu căn nhà ở xã hội mỗi năm');
    expect(status).toBe('not_found');
    expect(text).toContain('riêng cho từng năm');
    expect((await ask('Mỗi năm Bắc Giang giảm hộ nghèo bao nhiêu')).text).toMatch(/^0,9%\/năm/u);
  });

  it('about the number of targets are given the groups they stand in', async () => {
    const { status, statements } = await ask('Phụ lục kế hoạch 50 có bao nhiêu chỉ tiêu?');
    expect(status).toBe('partial');
    expect(statements.filter(({ text }) => text.startsWith('- '))).toHaveLength(10);
  });

  it('about the number of targets are given all where they stand in no groups', async () => {
    const { text } = await ask('Chỉ thị 08 của Đắk Lắk có bao nhiêu chỉ tiêu?');
    expect(text).toContain('5 chỉ tiêu, theo Chỉ thị 08-CT/TU');
  });

  it.each([
    ['Bảo hiểm xã hội tỉnh Bắc Giang theo dõi những chỉ tiêu nào?', '11 chỉ tiêu do Bảo hiểm xã hội tỉnh'],
    [
      'Đắk Lắk: hộ nghèo giảm từ bao nhiêu xuống bao nhiêu giai đoạn 2016-2020',
      'từ 19,37% đầu năm 2016 xuống còn 4,97%',
    ],
    ['Kế hoạch 50 áp dụng đến khi nào', 'thời gian thực hiện đến năm 2030'],
    ['yêu cầu của kế hoạch 46', 'Đẩy mạnh công tác truyền thông về hệ thống chính sách xã hội'],
    ['Đồng Nai quan tâm bảo vệ trẻ em bằng cách nào', 'bảo vệ trẻ em'],
  ])('are answered by what is asked: %s', async (question, said) => {
    expect((await ask(question)).text).toContain(said);
  });

  it.each([
    'nguồn vốn nhà ở xã hội Đồng Nai giai đoạn 2026-2030',
    'Đồng Nai hỗ trợ người nghiện ma túy thế nào',
    'trẻ em gái được quan tâm gì ở Quảng Ngãi',
  ])('are not answered by their neighbours: %s', async (question) => {
    expect((await ask(question)).status).toBe('not_found');
  });

  it('about a term that holds another one are not told of the other', async () => {
    const { status, text } = await ask('Hộ nghèo A là gì?');
    expect(status).toBe('not_found');
    expect(text).toContain('hộ nghèo A');
  });

  it('hold two provinces against each other by what they measure', async () => {
    const { text } = await ask('Mỗi năm Quảng Ngãi với Đồng Nai tạo việc làm nhiều ít ra sao?');
    expect(text).toContain('- Quảng Ngãi: 7.000 - 10.000 lao động');
    expect(text).toContain('- Đồng Nai: 80.000 lượt người');
  });

  it('of households in special hardship are answered by what is for them', async () => {
    const { citations } = await ask('Đồng Nai có chính sách nào cho hộ đặc biệt khó khăn về nhà ở?');
    expect(citations[0]?.quote).toContain('nhà tình nghĩa, tình thương');
  });

  it('follow up on a subject after thanks', async () => {
    const { text } = await ask(
      'cảm ơn nhé, còn nước sạch thì sao',
      'Bắc Giang đặt tỷ lệ hộ có nhà tiêu hợp vệ sinh nông thôn 2030 bao nhiêu?',
    );
    expect(text).toContain('90% đến năm 2030');
  });

  it('about two documents are told what each is about', async () => {
    const { statements } = await ask('Kế hoạch 230 và 9491 khác nhau gì?');
    const lines = statements.map(({ text }) => text).filter((text) => text.startsWith('- '));
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('230/KH-UBND của UBND tỉnh Đồng Nai ngày 2/7/2024');
    expect(lines[1]).toContain('9491/KH-UBND của UBND tỉnh Đồng Nai ngày 10/8/2021');
  });

  it('about a subject of two documents are given both figures', async () => {
    const { text } = await ask('Kế hoạch 50 với kế hoạch 9491 khác nhau thế nào về bảo hiểm y tế?');
    expect(text).toContain('- Đồng Nai: 95%');
    expect(text).toContain('- Bắc Giang: trên 99%');
  });

  it('of a student are not answered by the case of others', async () => {
    const { citations } = await ask('em là sinh viên nghèo ở đồng nai, có đc ở nhà xã hội ko');
    expect(citations[0]?.quote).toContain('học sinh, sinh viên');
  });

  it('about a document that is only spoken of are told whose it is', async () => {
    expect((await ask('Kế hoạch 157-KH/TU là của tỉnh nào?')).text).toContain('17/9/2018 của Tỉnh ủy');
  });
});
