import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answering/answer.ts';
import { answerer, readFolders } from '../verify/drafts.ts';

const SEEDS = join(import.meta.dirname, '../../../seeds/documents');

let ask: (question: string) => Promise<Answer>;

beforeAll(async () => {
  const answer = answerer(await readFolders([SEEDS]));
  ask = (question) => answer({ question, history: [] });
}, 120_000);

const lines = ({ statements }: Answer) => statements.map(({ text }) => text).filter((text) => text.startsWith('- '));

describe('provinces side by side', () => {
  it('has a line for every province, also for one without the indicator', async () => {
    const given = await ask('So sánh tuổi thọ trung bình của Bắc Giang và Quảng Ngãi');
    expect(given.status).toBe('partial');
    expect(lines(given)).toEqual([
      '- Bắc Giang: 74,5 tuổi đến năm 2025, 75 tuổi đến năm 2030 – tuổi thọ trung bình (Kế hoạch 50/KH-UBND)',
      '- Quảng Ngãi: không có chỉ tiêu tương ứng trong Kế hoạch 46/KH-UBND.',
    ]);
  });

  it('takes "các tỉnh" for all provinces that have documents', async () => {
    const given = await ask('So sánh tỷ lệ thất nghiệp thành thị các tỉnh');
    expect(lines(given).map((line) => line.split(':')[0])).toEqual([
      '- Bắc Giang',
      '- Đắk Lắk',
      '- Đồng Nai',
      '- Quảng Ngãi',
    ]);
    expect(lines(given)[2]).toContain('2,4% – tỷ lệ lao động không có việc làm');
  });

  it('says where a figure is for no year, or for another one than asked', async () => {
    const given = await ask('So sánh tỷ lệ bao phủ BHYT năm 2025 của Bắc Giang, Đồng Nai và Đắk Lắk');
    expect(lines(given)[1]).toContain('95% (không ghi năm)');
    expect(lines(given)[2]).toContain('không đặt chỉ tiêu cho năm 2025; chỉ nêu 90% năm 2020');
  });

  it('compares who leads as well as figures', async () => {
    const given = await ask('So sánh cơ quan chủ trì triển khai kế hoạch của Bắc Giang và Đồng Nai');
    expect(given.status).toBe('answered');
    expect(lines(given)[0]).toMatch(/^- Bắc Giang: Sở Lao động - Thương binh và Xã hội: “chủ trì, .* theo mục IV\.3/u);
    expect(lines(given)[1]).toMatch(/^- Đồng Nai: Sở Lao động - Thương binh và Xã hội: “Là cơ quan thường trực/u);
  });

  it('names the province that has nothing on the task', async () => {
    const given = await ask('Sở nào chủ trì chuyển đổi số ở Bắc Giang và Quảng Ngãi?');
    expect(given.status).toBe('partial');
    expect(lines(given).at(-1)).toBe('- Quảng Ngãi: không có nội dung này trong Kế hoạch 46/KH-UBND.');
  });
});

describe('what looks like what is asked', () => {
  it('does not take unemployment insurance for unemployment', async () => {
    const { text } = await ask('Tỷ lệ thất nghiệp của Đồng Nai?');
    expect(text).toContain('2,4%');
    expect(text).not.toContain('51%');
  });

  it('does not take syllables scattered over a long task for a phrase', async () => {
    expect((await ask('Sở nào chủ trì chuyển đổi số ở Quảng Ngãi?')).status).toBe('not_found');
  });
});

describe('promises to people', () => {
  it('gives every promise of the sentence where it is asked what there is', async () => {
    const given = await ask('Người cao tuổi ở Đồng Nai được hưởng gì?');
    expect(lines(given)).toHaveLength(2);
    expect(lines(given)[1]).toContain('được nhận nuôi dưỡng chăm sóc tại cộng đồng');
    expect(given.text).not.toMatch(/^Có/u);
  });

  it('finds an item by the bullet it stands under', async () => {
    const { text } = await ask('Đồng Nai hỗ trợ gì cho hộ nghèo về nước sạch?');
    expect(text).toContain('Hỗ trợ lắp đặt thiết bị lọc nước cho các hộ nghèo');
  });

  it('says yes where it is asked whether there is anything', async () => {
    const { text } = await ask('Người dân Quảng Ngãi gặp khó khăn đột xuất có được trợ giúp không?');
    expect(text).toMatch(/^Có, theo mục II\.3 Kế hoạch 46\/KH-UBND của UBND tỉnh Quảng Ngãi: “/u);
  });
});

describe('lists', () => {
  it('takes a bullet of one line for the title of the items below it, up to the next bullet', async () => {
    const given = await ask('Đồng Nai có những nhiệm vụ gì để nâng cao hiệu quả chăm sóc sức khỏe nhân dân?');
    expect(given.statements[0]?.text).toContain('gồm 6 mục');
    expect(lines(given)).toHaveLength(6);
  });
});
