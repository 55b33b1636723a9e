import type { IngestedDocument } from '../../src/document/ingested-document.ts';
import type { Passage } from '../../src/document/passage.ts';
import { quotable } from '../../src/document/quotable.ts';
import type { RecordBase } from '../../src/document/records.ts';
import { findLineStarts, type SourceText, spanBetween } from '../../src/document/source-text.ts';

const PLAN_TEXT = `ỦY BAN NHÂN DÂN TỈNH BẮC GIANG
Số: 50/KH-UBND
I. MỤC TIÊU
1. Đến năm 2030, tỉ lệ hộ nghèo dưới 1%.
II. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ chủ trì khen thưởng, phối hợp với Sở Tài chính; báo cáo Ủy ban
nhân dân tỉnh trước ngày 10/12 hằng năm.
Phụ lục
Tỉ lệ thất nghiệp <b>thành thị</b>
|
%
|
< 4
|
< 2,35
- Hộ nghèo được hỗ trợ xóa nhà dột nát.`;

const ID = '50-kh-ubnd-bac-giang-2024';

/** A small plan with one of everything; its text holds markup that must never run. */
export const SAMPLE_PLAN: IngestedDocument = plan();

function plan(): IngestedDocument {
  const source: SourceText = {
    file: '002_sample.txt',
    digest: 'd'.repeat(64),
    text: PLAN_TEXT,
    lineStarts: findLineStarts(PLAN_TEXT),
    pageStarts: null,
  };
  const at = (from: string, to = from) =>
    spanBetween(source, PLAN_TEXT.indexOf(from), PLAN_TEXT.indexOf(to) + to.length);
  const read = (from: string, to = from) => {
    const span = at(from, to);
    return { span, quote: quotable(PLAN_TEXT.slice(span.start, span.end)) };
  };
  const base = (id: string, path: string[], trail: string[], from: string, to = from): RecordBase => ({
    id: `${ID}:${id}`,
    documentId: ID,
    provisionPath: path,
    headingTrail: trail,
    ...read(from, to),
  });
  const passage = (n: number, kind: Passage['kind'], path: string[], trail: string[], from: string, to = from) => {
    const { span, quote } = read(from, to);
    const shape = { provisionPath: path, headingTrail: trail, text: quote, table: null, span };
    return { id: `${ID}:p${n}`, documentId: ID, kind, ...shape };
  };
  const goals = ['I. MỤC TIÊU'];
  const duties = ['II. TỔ CHỨC THỰC HIỆN'];
  const appendix = ['Phụ lục'];
  const table = {
    columns: ['Chỉ tiêu', 'Đơn vị', '2025', '2030'],
    cells: ['Tỉ lệ thất nghiệp <b>thành thị</b>', '%', '< 4', '< 2,35'],
  };
  const agency = (name: string) => ({ name, printed: name });
  const yearly = { printed: 'trước ngày 10/12 hằng năm', date: null, every: 'year', month: 12, day: 10 } as const;

  return {
    document: {
      id: ID,
      number: '50/KH-UBND',
      type: 'Kế hoạch',
      issuer: 'Ủy ban nhân dân tỉnh Bắc Giang',
      province: 'Bắc Giang',
      issuedOn: '2024-08-16',
      title: 'Thực hiện Nghị quyết số 42-NQ/TW',
      signer: { name: 'Mai Sơn', position: 'Phó Chủ tịch', onBehalf: true },
      period: '2030',
      basedOn: ['42-NQ/TW'],
      replaces: ['46/KH-UBND'],
      flags: ['ocr'],
      warnings: [{ line: 7, message: 'Dòng bị ngắt giữa câu.' }],
      source: { file: source.file, lines: source.lineStarts.length, digest: source.digest },
      evidence: {},
      abbreviations: [],
    },
    source,
    outline: [
      {
        path: ['I'],
        label: 'I.',
        title: 'MỤC TIÊU',
        span: at('I. MỤC', 'dưới 1%.'),
        headingSpan: at('I. MỤC TIÊU'),
        children: [],
      },
      {
        path: ['II'],
        label: 'II.',
        title: 'TỔ CHỨC THỰC HIỆN',
        span: at('II. TỔ', 'hằng năm.'),
        headingSpan: at('II. TỔ CHỨC THỰC HIỆN'),
        children: [],
      },
      {
        path: ['Phụ lục'],
        label: 'Phụ lục',
        title: null,
        span: at('Phụ lục', 'dột nát.'),
        headingSpan: at('Phụ lục'),
        children: [],
      },
    ],
    passages: [
      passage(0, 'header', [], [], 'ỦY BAN', '50/KH-UBND'),
      passage(1, 'heading', ['I'], goals, 'I. MỤC TIÊU'),
      passage(2, 'paragraph', ['I'], goals, '1. Đến', 'dưới 1%.'),
      passage(3, 'heading', ['II'], duties, 'II. TỔ CHỨC THỰC HIỆN'),
      passage(4, 'paragraph', ['II', '1'], duties, '1. Sở', 'hằng năm.'),
      passage(5, 'heading', ['Phụ lục'], appendix, 'Phụ lục'),
      { ...passage(6, 'row', ['Phụ lục'], appendix, 'Tỉ lệ thất', '< 2,35'), table },
      passage(7, 'bullet', ['Phụ lục'], appendix, '- Hộ nghèo', 'dột nát.'),
    ],
    targets: [
      {
        ...base('t0', ['I'], goals, '1. Đến', 'dưới 1%.'),
        kind: 'target',
        indicator: 'Tỉ lệ hộ nghèo',
        parent: null,
        group: null,
        unit: '%',
        scope: null,
        values: [{ period: '2030', comparator: '<', value: 'dưới 1%', number: 1 }],
        monitor: [],
        table: null,
        monitorSpan: null,
      },
      {
        ...base('t1', ['Phụ lục'], appendix, 'Tỉ lệ thất', '< 2,35'),
        kind: 'target',
        indicator: 'Tỉ lệ thất nghiệp <b>thành thị</b>',
        parent: null,
        group: 'Lao động, việc làm',
        unit: '%',
        scope: 'thành thị',
        values: [
          { period: '2025', comparator: '<', value: '< 4', number: 4 },
          { period: '2030', comparator: '<', value: '< 2,35', number: 2.35 },
        ],
        monitor: ['Sở Nội vụ'],
        table,
        monitorSpan: null,
      },
    ],
    assignments: [
      {
        ...base('a0', ['II', '1'], duties, '1. Sở', 'hằng năm.'),
        task: 'Chủ trì khen thưởng',
        lead: [agency('Sở Nội vụ')],
        coordinate: [agency('Sở Tài chính')],
        deadline: null,
        schedules: [],
        reporting: {
          to: 'Ủy ban nhân dân tỉnh',
          through: null,
          when: 'trước ngày 10/12 hằng năm',
          schedules: [yearly],
        },
        taskSpan: at('1. Sở', 'khen thưởng'),
        leadSpan: at('Sở Nội vụ'),
        coordinateSpan: at('Sở Tài chính'),
        deadlineSpan: null,
        reportingSpan: at('báo cáo', 'hằng năm.'),
      },
    ],
    entitlements: [
      {
        ...base('e0', ['Phụ lục'], appendix, '- Hộ nghèo', 'dột nát.'),
        who: 'Hộ nghèo',
        what: 'hỗ trợ xóa nhà dột nát',
        condition: null,
        level: null,
        strength: 'entitlement',
      },
    ],
    references: [],
  };
}

/** The sample plan as another province and year would have issued it, with other values. */
export const OTHER_PLAN: IngestedDocument = otherPlan();

function otherPlan(): IngestedDocument {
  const id = '9491-kh-ubnd-dong-nai-2021';
  const moved = <T extends { readonly id: string; readonly documentId: string }>(records: readonly T[]): T[] =>
    records.map((record) => ({ ...record, id: record.id.replace(ID, id), documentId: id }));
  return {
    ...SAMPLE_PLAN,
    document: {
      ...SAMPLE_PLAN.document,
      id,
      number: '9491/KH-UBND',
      issuer: 'Ủy ban nhân dân tỉnh Đồng Nai',
      province: 'Đồng Nai',
      issuedOn: '2021-08-11',
      period: '2021-2025',
      basedOn: [],
      replaces: [],
      flags: [],
      warnings: [],
      source: { ...SAMPLE_PLAN.document.source, file: '003_other.txt', digest: 'e'.repeat(64) },
    },
    source: { ...SAMPLE_PLAN.source, file: '003_other.txt', digest: 'e'.repeat(64) },
    passages: moved(SAMPLE_PLAN.passages),
    targets: moved(SAMPLE_PLAN.targets).map((target) => ({
      ...target,
      values: [{ period: '2025', comparator: '<', value: 'dưới 3%', number: 3 }],
    })),
    assignments: moved(SAMPLE_PLAN.assignments),
    entitlements: moved(SAMPLE_PLAN.entitlements),
  };
}
