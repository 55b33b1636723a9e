import { describe, expect, it } from 'vitest';
import { claim, type Draft, draft, framing } from '../../../src/answering/compose/draft.ts';
import type { DocumentView } from '../../../src/answering/evidence/document-view.ts';
import { notesFor } from '../../../src/answering/notes/notes.ts';
import type { PolicyDocument } from '../../../src/document/policy-document.ts';
import { draftOn, smallView, supportOf } from '../verify/small-document.ts';

const TODAY = '2026-11-23';

const BAC_GIANG: Partial<PolicyDocument> = {
  number: '50/KH-UBND',
  issuer: 'Ủy ban nhân dân tỉnh Bắc Giang',
  province: 'Bắc Giang',
  issuedOn: '2024-08-16',
};
const LANG_SON: Partial<PolicyDocument> = {
  number: '12/KH-UBND',
  issuer: 'Ủy ban nhân dân tỉnh Lạng Sơn',
  province: 'Lạng Sơn',
  issuedOn: '2024-03-01',
};

function notesOf(given: Draft, views: readonly DocumentView[], { asOf = TODAY, more = [] as PolicyDocument[] } = {}) {
  return notesFor(given, { asOf, documents: [...views.map(({ document }) => document), ...more] });
}

const textsOf = (...given: Parameters<typeof notesOf>) => notesOf(...given).map(({ text }) => text);
const kindsOf = (...given: Parameters<typeof notesOf>) => notesOf(...given).map(({ kind }) => kind);

describe('a merged province', () => {
  it.each([
    [
      'a name that is gone',
      { province: 'Bắc Giang' },
      'Bắc Giang và Bắc Ninh đã hợp nhất thành tỉnh Bắc Ninh (bộ máy mới hoạt động từ 1/7/2025); kế hoạch này nói về địa bàn Bắc Giang cũ.',
    ],
    [
      'a name that stayed',
      { province: 'Quảng Ngãi' },
      'Quảng Ngãi từ 1/7/2025 gồm cả Kon Tum; kế hoạch này chỉ nói về địa bàn Quảng Ngãi cũ.',
    ],
  ])('is said for %s', (_, metadata, expected) => {
    const view = smallView({ ...metadata, issuedOn: '2024-01-02' }, [{ text: 'Xây dựng nhà ở.' }]);
    expect(textsOf(draftOn('“Xây dựng nhà ở”.', view), [view])).toEqual([expected]);
  });

  it.each([
    ['a province that was not merged', { province: 'Lạng Sơn', issuedOn: '2024-01-02' }, TODAY],
    ['a document of the new unit', { province: 'Bắc Ninh', issuedOn: '2025-09-01' }, TODAY],
    ['a day before the merger', { province: 'Bắc Giang', issuedOn: '2024-01-02' }, '2025-06-30'],
    ['a name that stayed, without a date', { province: 'Bắc Ninh', issuedOn: null }, TODAY],
  ])('is not said for %s', (_, metadata, asOf) => {
    const view = smallView(metadata, [{ text: 'Xây dựng nhà ở.' }]);
    expect(textsOf(draftOn('“Xây dựng nhà ở”.', view), [view], { asOf })).toEqual([]);
  });

  it('is not said beside who signed', () => {
    const view = smallView(BAC_GIANG, [{ text: 'PHÓ CHỦ TỊCH Mai Sơn', kind: 'signature' }]);
    expect(textsOf(draftOn('Mai Sơn ký Kế hoạch 50/KH-UBND.', view), [view])).toEqual([]);
  });
});

describe('an ended period', () => {
  const text = '“Mở rộng diện bao phủ”.';
  it.each<[string, Partial<PolicyDocument>, string, string[]]>([
    [
      'the document names it',
      { ...LANG_SON, period: '2021-2025' },
      text,
      ['Kế hoạch 12/KH-UBND có thời gian thực hiện 2021 - 2025, nay đã hết; văn bản không cho biết kết quả đạt được.'],
    ],
    ['it is not over', { ...LANG_SON, period: '2026-2030' }, text, []],
    [
      'the answer names a year that is over',
      LANG_SON,
      'Trên 65% đến năm 2025.',
      ['Mốc năm 2025 đã qua; văn bản chỉ cho biết mục tiêu, không cho biết kết quả đạt được.'],
    ],
    ['the answer names a year to come as well', LANG_SON, '65% đến năm 2025; 75% đến năm 2030.', []],
    ['the answer names what was reached before', LANG_SON, '92% năm 2020 (kết quả đã đạt).', []],
    [
      'the answer names a day that is over',
      LANG_SON,
      'Trước ngày 30/6/2025.',
      ['Mốc ngày 30/6/2025 đã qua; văn bản chỉ cho biết mục tiêu, không cho biết kết quả đạt được.'],
    ],
  ])('when %s', (_, metadata, statement, expected) => {
    const view = smallView(metadata, [{ text: 'Mở rộng diện bao phủ.' }]);
    expect(textsOf(draftOn(statement, view), [view])).toEqual(expected);
  });

  it('is read off the last dated target of a plan without a period', () => {
    const values = [{ period: '2025', comparator: '=', value: '65', number: 65 }] as const;
    const view = smallView({ ...LANG_SON, issuedOn: '2021-03-12' }, [{ text: 'Đạt 65%.', target: { values } }]);
    expect(textsOf(draftOn('65%.', view), [view])).toEqual([
      'Kế hoạch 12/KH-UBND ban hành năm 2021, các chỉ tiêu có ghi mốc đều dừng ở năm 2025, nay đã qua.',
    ]);
  });
});

describe('a reorganised body', () => {
  const LABOUR = 'Sở Lao động - Thương binh và Xã hội';
  const SPLIT =
    'Từ 1/3/2025, Sở Lao động - Thương binh và Xã hội không còn; mảng người có công nay do Sở Nội vụ phụ trách.';
  it.each<[string, string, string[]]>([
    ['split, by the field of the task', `${LABOUR} chủ trì việc “Chăm lo người có công”.`, [SPLIT]],
    ['by its short name', 'Sở LĐ-TB&XH chủ trì việc “tu bổ mộ liệt sĩ”.', [SPLIT]],
    ['merged', 'Sở Kế hoạch và Đầu tư chủ trì.', ['Từ 1/3/2025, Sở Kế hoạch và Đầu tư đã nhập vào Sở Tài chính.']],
    [
      'two into one',
      'Sở Nông nghiệp và Phát triển nông thôn; Sở Tài nguyên và Môi trường theo dõi.',
      [
        'Từ 1/3/2025, Sở Nông nghiệp và Phát triển nông thôn và Sở Tài nguyên và Môi trường đã nhập vào Sở Nông nghiệp và Môi trường.',
      ],
    ],
    [
      'of the district',
      'UBND các huyện, thị xã, thành phố chủ trì.',
      [
        'Cấp huyện đã kết thúc từ 1/7/2025; nhiệm vụ của UBND huyện, thị xã, thành phố được chia cho UBND cấp xã và cấp tỉnh.',
      ],
    ],
    ['that stayed', 'Sở Nội vụ chủ trì việc “Chăm lo người có công”.', []],
  ])('%s', (_, statement, expected) => {
    const view = smallView(LANG_SON, [{ text: 'Nhiệm vụ.' }]);
    expect(textsOf(draftOn(statement, view), [view])).toEqual(expected);
  });

  it('that was split is not assigned a field nobody named', () => {
    const view = smallView(LANG_SON, [{ text: 'Nhiệm vụ.' }]);
    const [text] = textsOf(draftOn(`${LABOUR} chủ trì thực hiện kế hoạch.`, view), [view]);
    expect(text).toContain('được chia theo lĩnh vực: việc làm, người có công');
    expect(text).toContain('giảm nghèo do Sở Nông nghiệp và Môi trường');
  });

  it('takes the field from the heading when the sentence names none', () => {
    const view = smallView(LANG_SON, [{ text: 'Nhiệm vụ.', trail: ['III. Nhiệm vụ', '2. Giảm nghèo bền vững'] }]);
    expect(textsOf(draftOn(`${LABOUR} chủ trì.`, view), [view])).toEqual([
      'Từ 1/3/2025, Sở Lao động - Thương binh và Xã hội không còn; mảng giảm nghèo nay do Sở Nông nghiệp và Môi trường phụ trách.',
    ]);
  });

  it.each([
    ['before the change', LANG_SON, '2025-02-28'],
    ['in a document issued after it', { ...LANG_SON, issuedOn: '2025-05-01' }, TODAY],
  ])('is not spoken of %s', (_, metadata, asOf) => {
    const view = smallView(metadata, [{ text: 'Nhiệm vụ.' }]);
    expect(textsOf(draftOn(`${LABOUR} chủ trì.`, view), [view], { asOf })).toEqual([]);
  });
});

describe('a replaced document', () => {
  const view = smallView(LANG_SON, [{ text: 'Nhiệm vụ.' }]);
  const later = (metadata: Partial<PolicyDocument>) =>
    smallView({ ...LANG_SON, number: '99/KH-UBND', issuedOn: '2025-02-03', replaces: ['12/KH-UBND'], ...metadata }, [])
      .document;

  it('is said with what replaced it', () => {
    expect(notesOf(draftOn('“Nhiệm vụ”.', view), [view], { more: [later({})] })).toEqual([
      {
        kind: 'superseded',
        text: 'Kế hoạch 12/KH-UBND đã được thay thế bởi Kế hoạch 99/KH-UBND ngày 3/2/2025; nội dung trên là theo văn bản cũ.',
        basis: 'Kế hoạch 99/KH-UBND ngày 3/2/2025',
      },
    ]);
  });

  it.each([
    [
      'another issuer replaces its own document of that number',
      { issuer: 'Ủy ban nhân dân tỉnh Hà Tĩnh', province: 'Hà Tĩnh' },
    ],
    ['the other one is older', { issuedOn: '2023-01-01' }],
    ['the other one comes after the day asked for', { issuedOn: '2026-12-01' }],
  ])('is not said when %s', (_, metadata) => {
    expect(kindsOf(draftOn('“Nhiệm vụ”.', view), [view], { more: [later(metadata)] })).toEqual([]);
  });
});

describe('the copy', () => {
  it('that is cut is named with the place, also when only a sentence names it', () => {
    const view = smallView({ ...LANG_SON, flags: ['truncated'] }, [{ text: 'Nhiệm vụ.', path: ['II', '4'] }]);
    expect(textsOf(draftOn('“Nhiệm vụ”.', view), [view])).toEqual([
      'Bản Kế hoạch 12/KH-UBND đang có bị cắt từ mục II.4; phần còn lại có nội dung gì thì chưa biết.',
    ]);
    const declined = draft('not_found', [
      framing('Bản Kế hoạch 12/KH-UBND của UBND tỉnh Lạng Sơn hiện có không ghi tên người ký.'),
    ]);
    expect(textsOf(declined, [view])).toEqual([
      'Bản Kế hoạch 12/KH-UBND đang có bị cắt; phần còn lại có nội dung gì thì chưa biết.',
    ]);
    const other = draft('not_found', [framing('Không tìm thấy trong Kế hoạch 112/KH-UBND của tỉnh Lạng Sơn.')]);
    expect(textsOf(other, [view])).toEqual([]);
    const elsewhere = draft('not_found', [framing('Không tìm thấy trong Kế hoạch 12/KH-UBND của tỉnh Hà Tĩnh.')]);
    expect(textsOf(elsewhere, [view])).toEqual([]);
  });

  it('that is cut is named when the question was about it and found no answer', () => {
    const view = smallView({ ...LANG_SON, flags: ['truncated'] }, [{ text: 'Nhiệm vụ.' }]);
    const context = { asOf: TODAY, documents: [view.document], asked: [view.document.id] };
    const declined = draft('not_found', [framing('Không tìm thấy nội dung được hỏi trong các văn bản hiện có.')]);
    expect(notesFor(declined, context).map(({ kind }) => kind)).toEqual(['source_truncated']);
  });

  it('with a misread word says what is meant', () => {
    const view = smallView(LANG_SON, [{ text: 'Tu bổ mờ liệt sỹ.' }]);
    expect(textsOf(draftOn('“Tu bổ mờ liệt sỹ”.', view), [view])).toEqual([
      'Bản đang có in “mờ liệt sỹ”, có lẽ là “mộ liệt sỹ” do nhận dạng chữ sai; câu trích giữ nguyên như bản in.',
    ]);
  });
});

describe('what the composer reports', () => {
  const trained = smallView(LANG_SON, [
    { text: 'Lao động qua đào tạo 65%.', target: { indicator: 'Lao động qua đào tạo' } },
  ]);
  const certified = smallView({ ...LANG_SON, number: '7/KH-UBND', province: 'Cao Bằng' }, [
    { text: 'Lao động có bằng cấp 30%.', target: { indicator: 'Lao động có bằng cấp' } },
  ]);
  const sides = (...views: readonly DocumentView[]) =>
    draft(
      'clarify',
      views.map((view) => claim('- một dòng', supportOf(view))),
      { notes: ['definition_differs'] },
    );

  it('as differing definitions names both', () => {
    expect(textsOf(sides(trained, certified), [trained, certified])).toEqual([
      '“lao động qua đào tạo” (Lạng Sơn) và “lao động có bằng cấp” (Cao Bằng) là 2 chỉ tiêu tính khác nhau.',
    ]);
  });

  it('as differing definitions is not repeated when they are the same', () => {
    expect(textsOf(sides(trained, trained), [trained])).toEqual([]);
  });

  it.each([
    [
      'a target',
      trained,
      'Đây là mục tiêu phấn đấu của kế hoạch, chưa phải quyết định cho hưởng đối với từng người; mức tiền và thủ tục phải xem ở văn bản khác.',
    ],
    [
      'a task',
      smallView(LANG_SON, [{ text: 'Quan tâm hỗ trợ.' }]),
      'Đây là nhiệm vụ, định hướng của kế hoạch, chưa phải chế độ có mức hưởng cụ thể.',
    ],
  ])('as planned only is worded for %s', (_, view, expected) => {
    expect(textsOf({ ...draftOn('Có.', view), notes: ['planned_only'] }, [view])).toEqual([expected]);
  });
});

describe('an answer that is the period of a document', () => {
  it('says that it is over', () => {
    const span = { startLine: 1, endLine: 1, start: 0, end: 4 };
    const view = smallView({ ...LANG_SON, period: '2021-2025', evidence: { period: span } }, [{ text: 'Nhiệm vụ.' }]);
    const supports = [{ view, span, headingTrail: [], table: null }];
    const answer = draftOn('Thời gian thực hiện 2021-2025.', view);
    const statements = answer.statements.map((one) => ({ ...one, supports }));
    expect(kindsOf({ ...answer, statements }, [view])).toEqual(['period_ended']);
  });
});

describe('notes together', () => {
  it('are at most four, the most important first', () => {
    const view = smallView({ ...BAC_GIANG, period: '2021-2025', flags: ['truncated'] }, [{ text: 'Đây mạnh.' }]);
    const answer = { ...draftOn('Sở Kế hoạch và Đầu tư chủ trì.', view), notes: ['planned_only' as const] };
    expect(kindsOf(answer, [view])).toEqual(['planned_only', 'source_truncated', 'period_ended', 'agency_renamed']);
  });

  it.each(['chat', 'refused', 'out_of_scope'] as const)('are not made for %s', (status) => {
    const view = smallView({ ...BAC_GIANG, period: '2021-2025' }, [{ text: 'Nhiệm vụ.' }]);
    expect(kindsOf({ ...draftOn('Có.', view), status }, [view])).toEqual([]);
  });
});
