import { beforeAll, describe, expect, it } from 'vitest';
import type { Draft } from '../../../src/answering/compose/draft.ts';
import { verify } from '../../../src/answering/verify/verify.ts';
import { drafter, readTexts } from '../verify/drafts.ts';

function row(...cells: readonly string[]): string {
  return ['|', ...cells.flatMap((cell) => [cell, '|'])].join('\n');
}

/** A plan whose annex assigns tasks in a table, one of them said in its text as well. */
const PLAN = `ỦY BAN NHÂN DÂN
TỈNH LAI CHÂU

Số: 92/KH-UBND

Lai Châu, ngày 10 tháng 01 năm 2025

KẾ HOẠCH

PHÁT TRIỂN NGHỀ NUÔI ONG TRÊN ĐỊA BÀN TỈNH LAI CHÂU

**I. MỤC ĐÍCH**

Phát triển nghề nuôi ong gắn với bảo vệ rừng.

**II. TỔ CHỨC THỰC HIỆN**

1. Sở Công Thương

Kết nối tiêu thụ mật ong với hệ thống siêu thị.

2. Sở Khoa học và Công nghệ

Xây dựng nhãn hiệu chứng nhận mật ong của tỉnh.

**PHỤ LỤC**

DANH MỤC CÁC NHIỆM VỤ

${row('**STT**', '**Tên nhiệm vụ**', '**Cơ quan chủ trì**', '**Thời gian hoàn thành**')}
${row('1', 'Kết nối tiêu thụ mật ong với hệ thống siêu thị.', 'Sở Công Thương', 'Quý II năm 2025')}
${row('2', 'Tập huấn kỹ thuật nuôi ong cho hộ dân.', 'Sở Nông nghiệp và Môi trường', 'Quý IV năm 2025')}
${row('3', 'Điều tra nguồn hoa trong rừng.', 'Sở Nông nghiệp và Môi trường', 'Quý IV năm 2025')}
${row('4', 'Xây dựng trạm kiểm nghiệm mật ong.', 'Sở Khoa học và Công nghệ', 'Năm 2026')}
`;

describe('tasks that a plan lists', () => {
  let ask: (question: string) => Promise<string[]>;

  beforeAll(async () => {
    const draftOf = drafter(await readTexts({ 'nuoi-ong.txt': PLAN }));
    ask = async (question) => {
      const { statements }: Draft = verify(await draftOf({ question, history: [] })).draft;
      return statements.map(({ text }) => text);
    };
  });

  it('are those due in the quarter asked for, with their deadlines', async () => {
    const [opening, ...tasks] = await ask(
      'Kế hoạch 92 Lai Châu có những nhiệm vụ nào phải hoàn thành trong quý IV năm 2025?',
    );
    expect(opening).toMatch(/^2 nhiệm vụ/u);
    expect(tasks).toEqual([
      '- Tập huấn kỹ thuật nuôi ong cho hộ dân (Quý IV năm 2025)',
      '- Điều tra nguồn hoa trong rừng (Quý IV năm 2025)',
    ]);
  });

  it('are those due in the year asked for, however it is typed', async () => {
    const tasks = await ask('ke hoach 92 lai chau nhung nhiem vu nao hoan thanh trong nam 2026');
    expect(tasks.slice(1)).toEqual(['- Xây dựng trạm kiểm nghiệm mật ong (Năm 2026)']);
  });

  it('are counted by the rows of the annex', async () => {
    const [opening, ...tasks] = await ask('Phụ lục Kế hoạch 92 Lai Châu có bao nhiêu nhiệm vụ?');
    expect(opening).toMatch(/^4 nhiệm vụ/u);
    expect(tasks).toHaveLength(4);
  });

  it('of a body are counted once, though text and annex say one', async () => {
    const given = await ask('Kế hoạch 92 Lai Châu giao Sở Công Thương những nhiệm vụ gì?');
    expect(given.filter((line) => line.startsWith('- '))).toHaveLength(1);
  });
});
