import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/answering/compose/draft.ts';
import { verify } from '../../../src/answering/verify/verify.ts';
import { drafter, readFolders } from '../verify/drafts.ts';

const SEEDS = join(import.meta.dirname, '../../../seeds/documents');

describe('questions about parts of documents and about documents that are not here', () => {
  let ask: (question: string) => Promise<Draft>;

  beforeAll(async () => {
    const drafted = drafter(await readFolders([SEEDS]));
    ask = async (question) => verify(await drafted({ question, history: [] })).draft;
  }, 120_000);

  const lines = ({ statements }: Draft) => statements.map(({ text }) => text);

  it('lists all parts of the part named, line by line', async () => {
    const given = await ask('Mục III.2 Kế hoạch 9491 gồm những gì?');
    expect(lines(given)).toHaveLength(14);
    expect(lines(given)[0]).toContain('13 mục, theo mục III.2 Kế hoạch 9491/KH-UBND');
    expect(lines(given)[11]).toMatch(/^l\) “Giảm tỷ lệ suy dinh dưỡng trẻ em dưới 05 tuổi dưới 7,5%/u);
  });

  it.each([
    'điểm m khoản 2 mục III kế hoạch 9491 nói gì',
    'mục III.2.m kế hoạch 9491 quy định gì',
    'diem m muc III.2 kh9491 noi gi',
  ])('quotes the part without parts of its own: %s', async (question) => {
    const [text = '', ...others] = lines(await ask(question));
    expect(others).toEqual([]);
    expect(text).toMatch(/^Theo mục III\.2\.m Kế hoạch 9491\/KH-UBND .*: “m\) Tỷ lệ sử dụng nước sạch/u);
  });

  it('does not answer for a part the document does not have', async () => {
    expect((await ask('Điều 5 kế hoạch 50 quy định gì')).status).toBe('not_found');
  });

  it('lists the first-level parts when nothing but the document is named', async () => {
    expect(lines(await ask('Kế hoạch 230 có mấy phần chính?'))).toEqual([
      '2 mục, theo Kế hoạch 230/KH-UBND của UBND tỉnh Đồng Nai:',
      'I. MỤC ĐÍCH, YÊU CẦU',
      'II. NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU',
    ]);
  });

  it.each([
    ['89-KH/TU ban hành ngày nào', 'Kế hoạch số 89-KH/TU ngày 14/6/2023'],
    ['Nghị quyết 42-NQ/TW do ai ban hành?', 'của Ban Chấp hành Trung ương Đảng khóa XIII'],
    ['KH 119-KH/TU là gì?', 'Kế hoạch số 119-KH/TU ngày 04/3/2024 của Ban Thường vụ Tỉnh ủy'],
  ])('says of a document that is not here what the documents say of it: %s', async (question, quote) => {
    const given = await ask(question);
    expect(given.status).toBe('answered');
    expect(lines(given).join('\n')).toContain(quote);
  });

  it('says what replaced a document that is not here', async () => {
    const [text = ''] = lines(await ask('Kế hoạch 30 của Bắc Giang còn hiệu lực không?'));
    expect(text).toMatch(/^Kế hoạch 50\/KH-UBND .* thay thế .*30\/KH-UBND/u);
  });

  it('declines for a document nobody speaks of', async () => {
    expect((await ask('Kế hoạch 99 ban hành ngày nào?')).status).toBe('not_found');
  });
});
