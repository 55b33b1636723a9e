import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answering/answer.ts';
import { splitQuestions } from '../../../src/answering/understand/question-parts.ts';
import { answerer, readFolders } from '../verify/drafts.ts';

const SEEDS = join(import.meta.dirname, '../../../seeds/documents');

describe('splitting a question', () => {
  it.each([
    ['Kế hoạch 9491 do ai ký và ban hành ngày nào?', ['Kế hoạch 9491 do ai ký', 'ban hành ngày nào']],
    ['ke hoach 9491 do ai ky, ban hanh ngay nao', ['ke hoach 9491 do ai ky', 'ban hanh ngay nao']],
    ['Sở nào chủ trì? Báo cáo khi nào?', ['Sở nào chủ trì', 'Báo cáo khi nào']],
    ['Bảo hiểm thất nghiệp bao nhiêu, còn BHXH tự nguyện?', ['Bảo hiểm thất nghiệp bao nhiêu', 'BHXH tự nguyện']],
    ['Có được hỗ trợ không, được bao nhiêu tiền?', ['Có được hỗ trợ không', 'được bao nhiêu tiền']],
  ])('cuts where something is asked on both sides: %s', (question, parts) => {
    expect(splitQuestions(question)).toEqual(parts);
  });

  it.each([
    'Nhà tôi hộ nghèo, nhà dột nát, tỉnh có hỗ trợ không?',
    'Bắc Giang đào tạo nhân lực bán dẫn, AI theo kế hoạch nào?',
    'Hộ nghèo không còn khả năng thoát nghèo và người già thì được trợ cấp gì?',
    'Tỷ lệ nước sạch của Quảng Ngãi và Đồng Nai là bao nhiêu?',
    'Nhà tôi được hỗ trợ gì, con tôi 3 tuổi',
  ])('leaves a question whole that asks one thing: %s', (question) => {
    expect(splitQuestions(question)).toEqual([question]);
  });
});

describe('a question that asks for several things', () => {
  let ask: (question: string, ...before: string[]) => Promise<Answer>;

  beforeAll(async () => {
    const answer = answerer(await readFolders([SEEDS]));
    ask = (question, ...before) =>
      answer({ question, history: before.map((content) => ({ role: 'user' as const, content })) });
  }, 120_000);

  it('is answered part by part', async () => {
    const { status, text } = await ask('Kế hoạch 50 thay thế kế hoạch nào, ban hành ngày nào?');
    expect(status).toBe('answered');
    expect(text).toContain('thay thế Kế hoạch số 30/KH-UBND ngày 30/4/2024');
    expect(text).toContain('Ngày 16/8/2024: ngày ban hành Kế hoạch 50/KH-UBND');
  });

  it('takes document and subject of a later part from the one before', async () => {
    const { text } = await ask(
      'Tỷ lệ thất nghiệp thành thị của Bắc Giang năm 2030 là bao nhiêu và đơn vị nào theo dõi?',
    );
    expect(text).toContain('Dưới 2,35% đến năm 2030');
    expect(text).toContain('Sở Lao động - TB&XH; Sở Nông nghiệp và PTNT; đơn vị liên quan theo dõi');
  });

  it('names the part the documents do not answer', async () => {
    const { status, text } = await ask('Ở Bắc Giang sở nào chủ trì chuyển đổi số và kinh phí là bao nhiêu tiền?');
    expect(status).toBe('partial');
    expect(text).toContain('Sở Thông tin và Truyền thông chủ trì');
    expect(text).toContain('Về ý “kinh phí là bao nhiêu tiền”: Không tìm thấy');
  });

  it('answers what is promised where no paper is named', async () => {
    const { status, text } = await ask('Hộ nghèo Quảng Ngãi có được hỗ trợ nhà ở không và cần giấy tờ gì?');
    expect(status).toBe('partial');
    expect(text).toContain('hỗ trợ nhà ở');
    expect(text).toContain('Về ý “cần giấy tờ gì”: Không tìm thấy');
  });

  it('gives the reports of the plan beside the body of one task', async () => {
    const { text } = await ask('Việc khen thưởng ở Bắc Giang do sở nào chủ trì và hạn báo cáo khi nào?');
    expect(text).toContain('Sở Nội vụ chủ trì');
    expect(text).toContain('trước ngày 10/12 hằng năm');
    expect(text).toContain('trước ngày 31/12 hàng năm');
  });

  it('says once what answers two parts', async () => {
    const { status, statements } = await ask(
      'Sở nào chủ trì chính sách người có công của Bắc Giang và phối hợp với ai?',
    );
    expect(status).toBe('answered');
    expect(statements.filter(({ text }) => /phối hợp/iu.test(text))).toHaveLength(1);
  });

  it('is declined as a whole where no part is answered', async () => {
    expect((await ask('Điều 5 Kế hoạch 50 quy định gì, hồ sơ gồm những gì?')).status).toBe('not_found');
  });
});

describe('what a record says beside the one asked for', () => {
  let ask: (question: string, ...before: string[]) => Promise<Answer>;

  beforeAll(async () => {
    const answer = answerer(await readFolders([SEEDS]));
    ask = (question, ...before) =>
      answer({ question, history: before.map((content) => ({ role: 'user' as const, content })) });
  }, 120_000);

  it('gives all documents a plan rests on', async () => {
    const { text, citations } = await ask('Kế hoạch 46 căn cứ vào văn bản nào?');
    expect(text).toContain('Kết luận số 92-KL/TW ngày 5/11/2020');
    expect(text).toContain('Công văn số 219-CV/TU ngày 21/1/2021');
    expect(citations.every(({ source }) => source.startLine === 24)).toBe(true);
  });

  it('gives the report of everyone who reports', async () => {
    const { status, statements } = await ask('Kế hoạch 9491 báo cáo khi nào?');
    expect(status).toBe('answered');
    expect(statements.map(({ text }) => /theo mục (\S+)/u.exec(text)?.[1])).toEqual(['V.3', 'V.6.b']);
    expect(statements[1]?.text).toContain('Ủy ban nhân dân các huyện, thành phố báo cáo: định kỳ 06 tháng');
  });

  it('says that no day is given where a report is only said to be regular', async () => {
    const { status, text } = await ask('Kế hoạch 46 báo cáo khi nào?');
    expect(status).toBe('partial');
    expect(text).toContain('định kỳ');
    expect(text).toContain('Văn bản không ghi ngày báo cáo cụ thể.');
  });

  it('says that a position is not printed', async () => {
    const { status, text } = await ask('Người ký Kế hoạch 230 giữ chức vụ gì?');
    expect(status).toBe('partial');
    expect(text).toContain('Nguyễn Sơn Hùng');
    expect(text).toContain('không ghi chức vụ người ký');
  });

  it('names the bodies that monitor the figure asked for before, by the row that binds them to its group', async () => {
    const { text, citations } = await ask('cơ quan nào theo dõi?', 'Chỉ tiêu BHYT năm 2030 của Bắc Giang?');
    expect(text).toContain('Bảo hiểm xã hội tỉnh; đơn vị liên quan theo dõi, đánh giá nhóm chỉ tiêu');
    expect(citations[0]?.quote).toMatch(/^4 \| Bảo hiểm xã hội, bảo hiểm thất nghiệp, bảo hiểm y tế \|/u);
  });

  it('cites the clause that binds a body to its task', async () => {
    const { citations } = await ask('Sở Tài chính Bắc Giang có nhiệm vụ gì?');
    expect(citations).toHaveLength(1);
    expect(citations[0]?.quote).toMatch(/^4\. Sở Tài chính phối hợp với các cơ quan, đơn vị/u);
  });

  it('gives the day of a replaced plan where its successor names it', async () => {
    const { text } = await ask('Kế hoạch bị Kế hoạch 50 của Bắc Giang thay thế ban hành ngày nào?');
    expect(text).toContain('30/KH-UBND ngày 30/4/2024');
  });
});

describe('next questions', () => {
  let ask: (question: string) => Promise<Answer>;

  beforeAll(async () => {
    const answer = answerer(await readFolders([SEEDS]));
    ask = (question) => answer({ question, history: [] });
  }, 120_000);

  it.each([
    'Tỷ lệ thất nghiệp chung của Bắc Giang đến năm 2030 là bao nhiêu?',
    'Sở nào ở Bắc Giang chủ trì chuyển đổi số?',
    'Ai ký Kế hoạch 46?',
    'Hộ nghèo ở Đồng Nai có được hỗ trợ thiết bị lọc nước không?',
    'Cơ quan nào chủ trì thực hiện Kế hoạch 230 của Đồng Nai?',
  ])('are questions the documents answer: %s', async (question) => {
    const { followUps } = await ask(question);
    expect(followUps.length).toBeGreaterThan(0);
    for (const next of followUps) expect((await ask(next)).status).toBe('answered');
  });

  it('ask for the other year of an indicator and for the body that monitors it', async () => {
    const { followUps } = await ask('Tuổi thọ trung bình của Bắc Giang đến năm 2030?');
    expect(followUps.slice(0, 2)).toEqual([
      'Chỉ tiêu tuổi thọ trung bình của Bắc Giang năm 2025 là bao nhiêu?',
      'Cơ quan nào theo dõi chỉ tiêu tuổi thọ trung bình của Bắc Giang?',
    ]);
  });

  it('says that a copy breaks off where it may have lost what is asked', async () => {
    const { status, text } = await ask('Cơ quan nào chủ trì thực hiện Kế hoạch 230 của Đồng Nai?');
    expect(status).toBe('not_found');
    expect(text).toContain('Bản hiện có bị cắt từ mục II.4');
  });
});
