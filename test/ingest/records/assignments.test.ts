import { describe, expect, test } from 'vitest';
import type { Assignment } from '../../../src/document/records.ts';
import { type Line, recordsOf } from './placed.ts';

const names = (agencies: Assignment['lead']): string[] => agencies.map(({ name }) => name);

function assignments(...lines: Line[]) {
  return recordsOf(lines).assignments.map(({ task, lead, coordinate, deadline, reporting }) => ({
    task,
    lead: names(lead),
    coordinate: names(coordinate),
    deadline,
    reporting,
  }));
}

describe('labelled fields', () => {
  test('close the numbered task above them', () => {
    const path = ['III', '1', '1.1'];
    const [read, ...others] = assignments(
      { text: '1.1. Tăng cường tuyên truyền, giáo dục nâng cao nhận thức.', role: 'numbered', path },
      { text: '- Cơ quan chủ trì: Sở Lao động - Thương binh và Xã hội.', role: 'bullet', path },
      {
        text: '- Cơ quan phối hợp thực hiện: các sở, ban, ngành có liên quan, UBND các huyện, thị xã, thành phố.',
        role: 'bullet',
        path,
      },
      { text: '- Thời gian thực hiện: Thường xuyên.', role: 'bullet', path },
    );
    expect(others).toEqual([]);
    expect(read).toEqual({
      task: 'Tăng cường tuyên truyền, giáo dục nâng cao nhận thức',
      lead: ['Sở Lao động - Thương binh và Xã hội'],
      coordinate: ['các sở, ban, ngành có liên quan', 'Ủy ban nhân dân các huyện, thị xã, thành phố'],
      deadline: 'Thường xuyên',
      reporting: null,
    });
  });

  test('close the heading with its bullets, and the task spans both', () => {
    const path = ['III', '3'];
    const { assignments: read } = recordsOf([
      { text: '3. Thực hiện tốt chính sách ưu đãi người có công', role: 'heading', path },
      { text: '- Triển khai chính sách ưu đãi.', role: 'bullet', path },
      { text: '- Tập trung rà soát tồn đọng.', role: 'bullet', path },
      { text: '- Cơ quan chủ trì: Sở Nội vụ.', role: 'bullet', path },
    ]);
    expect(read[0]).toMatchObject({
      task: 'Thực hiện tốt chính sách ưu đãi người có công',
      taskSpan: { startLine: 1, endLine: 5 },
      leadSpan: { startLine: 7, endLine: 7 },
    });
  });

  test('inside one paragraph', () => {
    const [read] = assignments({
      text: '- Xây dựng đề án. Cơ quan chủ trì: Sở Y tế; cơ quan phối hợp: Sở Tài chính; thời gian: quý II/2026.',
      role: 'bullet',
    });
    expect(read).toMatchObject({
      task: 'Xây dựng đề án',
      lead: ['Sở Y tế'],
      coordinate: ['Sở Tài chính'],
      deadline: 'quý II/2026',
    });
  });
});

const directed: readonly (readonly [text: string, lead: readonly string[], coordinate: readonly string[]])[] = [
  [
    '2. Sở Kế hoạch và Đầu tư: Chủ trì, phối hợp với các sở, ban ngành liên quan tham mưu phân bổ nguồn lực.',
    ['Sở Kế hoạch và Đầu tư'],
    ['các sở, ban ngành liên quan'],
  ],
  [
    '9. Ban Dân tộc tỉnh: Phối hợp với các sở, ban ngành liên quan xây dựng chính sách.',
    ['Ban Dân tộc tỉnh'],
    ['các sở, ban ngành liên quan'],
  ],
  [
    '2. Giao Sở Kế hoạch và Đầu tư, Sở Tài chính căn cứ tình hình ngân sách đảm bảo kinh phí.',
    ['Sở Kế hoạch và Đầu tư', 'Sở Tài chính'],
    [],
  ],
  [
    '4. Sở Tài chính phối hợp với các cơ quan, đơn vị có liên quan thẩm định kinh phí.',
    ['Sở Tài chính'],
    ['các cơ quan, đơn vị có liên quan'],
  ],
  [
    '3. Các Sở, ngành: Y tế, Xây dựng, Bảo hiểm Xã hội tỉnh căn cứ chức năng xây dựng Kế hoạch.',
    ['Sở Y tế', 'Sở Xây dựng', 'Bảo hiểm xã hội tỉnh'],
    [],
  ],
  [
    'Sở Kế hoạch và Đầu tư chủ trì, phối hợp với các sở, ngành có liên quan, UBND các huyện chủ trì, phối hợp với Sở Ngoại vụ, Công an tỉnh xem xét.',
    ['Sở Kế hoạch và Đầu tư'],
    ['các sở, ngành có liên quan', 'Ủy ban nhân dân các huyện', 'Sở Ngoại vụ', 'Công an tỉnh'],
  ],
  [
    'Giao Sở Công Thương chủ trì, phối hợp với các Sở, ban, ngành của tỉnh; Ủy ban nhân dân các xã, phường triển khai thực hiện Kế hoạch.',
    ['Sở Công Thương'],
    ['các Sở, ban, ngành của tỉnh', 'Ủy ban nhân dân các xã, phường'],
  ],
  ['4. Các cơ sở nuôi trồng thủy sản: Theo dõi, giám sát môi trường tại cơ sở.', ['Các cơ sở nuôi trồng thủy sản'], []],
  [
    '6. Các sở, ban, ngành liên quan theo chức năng nhiệm vụ được giao phối hợp với các địa phương triển khai Chỉ thị.',
    ['Các sở, ban, ngành liên quan'],
    ['các địa phương'],
  ],
  [
    '2. Đối với kiến nghị thuộc thẩm quyền của UBND tỉnh: Văn phòng UBND tỉnh chủ trì tham mưu giải quyết.',
    ['Văn phòng Ủy ban nhân dân tỉnh'],
    [],
  ],
  ['Ủy ban nhân dân tỉnh đề nghị các cơ quan, đơn vị triển khai nghiêm túc.', ['các cơ quan, đơn vị'], []],
  [
    'Chánh Văn phòng UBND tỉnh; Giám đốc các Sở: Tài chính, Nội vụ; Thủ trưởng các cơ quan liên quan chịu trách nhiệm thi hành.',
    ['Chánh Văn phòng Ủy ban nhân dân tỉnh', 'Sở Tài chính', 'Sở Nội vụ', 'Thủ trưởng các cơ quan liên quan'],
    [],
  ],
];

describe('sentences that tell a body to act', () => {
  test.each(directed)('%s', (text, lead, coordinate) => {
    expect(assignments({ text, role: 'numbered', path: ['IV'] }).map((read) => [read.lead, read.coordinate])).toEqual([
      [lead, coordinate],
    ]);
  });

  test.each([
    ['các chủ rừng', '5. Các chủ rừng là tổ chức (các Ban quản lý rừng …)', 'Các chủ rừng là tổ chức'],
    [
      'doanh nghiệp',
      '5. Các doanh nghiệp hoạt động trong lĩnh vực xây dựng, giao thông trên địa bàn Tỉnh',
      'Các doanh nghiệp hoạt động trong lĩnh vực xây dựng, giao thông trên địa bàn Tỉnh',
    ],
    ['hiệp hội, asked', '5. Đề nghị: Hiệp hội Doanh nghiệp tỉnh', 'Hiệp hội Doanh nghiệp tỉnh'],
  ])('a heading among headings of bodies charges %s', (_, heading, lead) => {
    const read = assignments(
      { text: '4. Sở Tài chính', role: 'heading', path: ['V', '4'] },
      { text: '- Bố trí kinh phí.', role: 'bullet', path: ['V', '4'] },
      { text: heading, role: 'heading', path: ['V', '5'] },
      { text: '- Tuyên truyền nội dung Kế hoạch.', role: 'bullet', path: ['V', '5'] },
    );
    expect(read.map((one) => one.lead)).toEqual([['Sở Tài chính'], [lead]]);
  });

  test('whoever has a responsibility of their own is charged, known or not', () => {
    const path = ['Điều 9'];
    const [read] = assignments(
      { text: 'Điều 9. Trách nhiệm của chủ nguồn thải', role: 'heading', path },
      { text: '1. Phân loại chất thải tại nguồn.', role: 'numbered', path: [...path, '1'] },
    );
    expect(read).toMatchObject({ task: 'Phân loại chất thải tại nguồn', lead: ['chủ nguồn thải'] });
  });

  test('criteria by which work is judged are no tasks', () => {
    const path = ['III', '1', 'a'];
    const read = assignments(
      { text: 'III. TIÊU CHÍ THI ĐUA', role: 'heading', path: ['III'] },
      {
        text: 'a) Đối với các cơ quan, đơn vị trên địa bàn tỉnh',
        role: 'heading',
        path,
        trail: ['III. TIÊU CHÍ THI ĐUA', 'a) Đối với các cơ quan, đơn vị trên địa bàn tỉnh'],
      },
      { text: '- Tổ chức tốt công tác tuyên truyền.', role: 'bullet', path, trail: ['III. TIÊU CHÍ THI ĐUA'] },
    );
    expect(read).toEqual([]);
  });

  test('a list of names under a body is part of the task that introduces it', () => {
    const path = ['V', '1'];
    const read = assignments(
      { text: '1. Công an tỉnh', role: 'heading', path },
      { text: 'a) Thực hiện các dự án do Bộ Công an chủ trì:', role: 'numbered', path: [...path, 'a'] },
      { text: '- Dự án 1: “Phòng ngừa tội phạm”.', role: 'bullet', path: [...path, 'a'] },
      { text: '- Dự án 2: “Ứng dụng khoa học”.', role: 'bullet', path: [...path, 'a'] },
    );
    expect(read.map(({ task }) => task)).toEqual([
      'Thực hiện các dự án do Bộ Công an chủ trì: Dự án 1: “Phòng ngừa tội phạm”; Dự án 2: “Ứng dụng khoa học”',
    ]);
  });

  test('a list of names alone gives no task', () => {
    const read = assignments(
      { text: 'Phòng Thi đua - Khen thưởng;', role: 'text', path: ['2'] },
      { text: 'Phòng Lao động - Việc làm; Phòng Người có công.', role: 'text', path: ['2'] },
    );
    expect(read).toEqual([]);
  });

  test('bullets under "Chủ trì, phối hợp" name who takes part', () => {
    const path = ['V', '1'];
    const { assignments: read } = recordsOf([
      { text: '1. Công an tỉnh', role: 'heading', path },
      { text: 'b) Chủ trì, phối hợp', role: 'numbered', path: [...path, 'b'] },
      {
        text: '- Sở Tài chính và các đơn vị có liên quan tham mưu bố trí ngân sách.',
        role: 'bullet',
        path: [...path, 'b'],
      },
    ]);
    expect(read).toHaveLength(1);
    expect(names(read[0]?.lead ?? [])).toEqual(['Công an tỉnh']);
    expect(names(read[0]?.coordinate ?? [])).toEqual(['Sở Tài chính', 'các đơn vị có liên quan']);
    expect(read[0]?.coordinateSpan).toMatchObject({ startLine: 5, endLine: 5 });
  });

  test('bodies that a line above the bullets names are cited from that line', () => {
    const path = ['V', '1'];
    const { assignments: read } = recordsOf([
      { text: '1. Sở Khoa học và Công nghệ', role: 'heading', path },
      { text: 'Chủ trì, phối hợp với các sở, ngành và UBND các xã:', role: 'text', path },
      { text: '- Triển khai chính sách khuyến khích.', role: 'bullet', path },
    ]);
    expect(read[0]).toMatchObject({ leadSpan: { startLine: 1 }, coordinateSpan: { startLine: 3, endLine: 3 } });
  });

  test('a template to be filled in gives no task', () => {
    expect(assignments({ text: 'Ủy ban nhân dân ban hành Quyết định…………………', role: 'text', path: ['1'] })).toEqual([]);
  });

  test('points under a heading that names a body are its tasks', () => {
    const read = assignments(
      { text: '4. Giao Sở Lao động - Thương binh và Xã hội', role: 'heading', path: ['V', '4'] },
      {
        text: 'a) Là cơ quan thường trực; phối hợp các sở, ban, ngành triển khai.',
        role: 'numbered',
        path: ['V', '4', 'a'],
      },
      { text: 'b) Tham mưu tổng kết vào năm 2025.', role: 'numbered', path: ['V', '4', 'b'] },
    );
    expect(read).toMatchObject([
      { lead: ['Sở Lao động - Thương binh và Xã hội'], coordinate: ['các sở, ban, ngành'] },
      { lead: ['Sở Lao động - Thương binh và Xã hội'], coordinate: [], deadline: 'vào năm 2025' },
    ]);
  });

  test('a heading may name the coordinating body too', () => {
    const read = assignments(
      {
        text: '4. Giao Ban Tuyên giáo Tỉnh ủy chủ trì, phối hợp với Sở Thông tin và Truyền thông',
        role: 'heading',
        path: ['4'],
      },
      { text: 'Nghiên cứu, định hướng Báo Đăk Lăk tăng cường tuyên truyền.', path: ['4'] },
    );
    expect(read).toMatchObject([{ lead: ['Ban Tuyên giáo Tỉnh ủy'], coordinate: ['Sở Thông tin và Truyền thông'] }]);
  });

  test('what a body is, is no task', () => {
    expect(assignments({ text: 'Sở Nội vụ là cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh.' })).toEqual([]);
  });
});

describe('reports', () => {
  test.each([
    [
      'Định kỳ trước ngày 10/12 hằng năm, các cơ quan, đơn vị gửi báo cáo tình hình thực hiện về Sở Lao động - Thương binh và Xã hội để tổng hợp, báo cáo UBND tỉnh.',
      { to: 'Sở Lao động - Thương binh và Xã hội', through: null, when: 'Định kỳ trước ngày 10/12 hằng năm' },
      [{ every: 'year', month: 12, day: 10, date: null }],
    ],
    [
      'Sở Y tế: Định kỳ 06 tháng (trước 30/6), hàng năm (trước ngày 31/12) báo cáo kết quả về Ủy ban nhân dân tỉnh (qua Sở Nội vụ tổng hợp).',
      {
        to: 'Ủy ban nhân dân tỉnh',
        through: 'Sở Nội vụ',
        when: 'Định kỳ 06 tháng (trước 30/6), hàng năm (trước ngày 31/12)',
      },
      [
        { every: 'half-year', month: 6, day: 30, date: null },
        { every: 'year', month: 12, day: 31, date: null },
      ],
    ],
  ])('%s', (text, expected, schedules) => {
    const [read] = recordsOf([{ text }]).assignments;
    expect(read?.reporting).toMatchObject({ ...expected, schedules });
  });
});

test('a table with lead and coordinating columns', () => {
  const [read] = assignments({
    columns: ['STT', 'Tên nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian hoàn thành'],
    rows: [['1', 'Xây dựng Bộ tiêu chí', 'Sở KH&CN', 'Các sở, ban, ngành tỉnh; UBND các xã, phường', 'Quí IV-2025']],
  });
  expect(read).toMatchObject({
    task: 'Xây dựng Bộ tiêu chí',
    lead: ['Sở Khoa học và Công nghệ'],
    coordinate: ['Các sở, ban, ngành tỉnh', 'Ủy ban nhân dân các xã, phường'],
    deadline: 'Quí IV-2025',
  });
});

describe('a regulation of what a body does', () => {
  const placeOfBody: Line[] = [
    { text: 'Điều 1. Vị trí và chức năng', role: 'heading', path: ['Điều 1'], trail: ['Điều 1. Vị trí và chức năng'] },
    {
      text: '1. Sở Ngoại vụ là cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh.',
      role: 'numbered',
      path: ['Điều 1', '1'],
      trail: ['Điều 1. Vị trí và chức năng'],
    },
  ];
  const duties = (text: string, label: string): Line => ({
    text,
    role: 'numbered',
    path: ['Điều 2', label],
    trail: ['Điều 2. Nhiệm vụ và quyền hạn'],
  });
  const heading: Line = {
    text: 'Điều 2. Nhiệm vụ và quyền hạn',
    role: 'heading',
    path: ['Điều 2'],
    trail: ['Điều 2. Nhiệm vụ và quyền hạn'],
  };

  test('gives the body it describes all that stands below its duties, also what it asks others for', () => {
    const read = assignments(
      ...placeOfBody,
      heading,
      duties('1. Cấp giấy phép đoàn ra;', '1'),
      duties('2. Đề nghị Chủ tịch Ủy ban nhân dân tỉnh thu hồi giấy phép cấp sai;', '2'),
      {
        text: 'Điều 3. Trách nhiệm của Sở Tài chính',
        role: 'heading',
        path: ['Điều 3'],
        trail: ['Điều 3. Trách nhiệm của Sở Tài chính'],
      },
      { text: 'Bố trí kinh phí.', path: ['Điều 3'], trail: ['Điều 3. Trách nhiệm của Sở Tài chính'] },
    );
    expect(read.map(({ lead, task }) => [lead, task])).toEqual([
      [['Sở Ngoại vụ'], 'Cấp giấy phép đoàn ra'],
      [['Sở Ngoại vụ'], 'Đề nghị Chủ tịch Ủy ban nhân dân tỉnh thu hồi giấy phép cấp sai'],
      [['Sở Tài chính'], 'Bố trí kinh phí'],
    ]);
  });

  test('cites the sentence that describes the body', () => {
    const [read] = recordsOf([...placeOfBody, heading, duties('1. Cấp giấy phép đoàn ra;', '1')]).assignments;
    expect(read?.leadSpan).toMatchObject({ startLine: 3, endLine: 3 });
  });

  test('gives nobody duties where no body is described', () => {
    expect(assignments(heading, duties('1. Cấp giấy phép đoàn ra;', '1'))).toEqual([]);
  });
});
