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
});
