import { readPeriods } from '../../src/vietnamese/periods.ts';

/** What a column of a table says about its rows. */
export type ColumnRole =
  | { readonly kind: 'ordinal' | 'unit' | 'monitor' | 'lead' | 'coordinate' | 'deadline' | 'product' | 'other' }
  | { readonly kind: 'indicator' | 'task' }
  | {
      readonly kind: 'value';
      readonly period: string | null;
      readonly reached: boolean;
      /** What the column counts when a year has several: "Lượng"; null when the row's own name says it. */
      readonly measure: string | null;
      /** The unit the header prints in brackets: "Tấn". */
      readonly unit: string | null;
    };

/** What the rows of a table are, by the roles of its columns. */
export type TableRole = 'targets' | 'assignments' | 'other';

/** Headers in the order in which they are tried: "Cơ quan phối hợp" before "Cơ quan thực hiện". */
const HEADERS: readonly (readonly [Exclude<ColumnRole['kind'], 'value' | 'other'>, RegExp])[] = [
  ['ordinal', /^(?:số\s*)?(?:tt|stt)$|^số thứ tự$|^số tt$|^tt\.?$/iu],
  ['monitor', /theo dõi|đánh giá thực hiện|cơ quan báo cáo|phụ trách/iu],
  ['coordinate', /phối hợp/iu],
  [
    'lead',
    /chủ trì|(?:cơ quan|đơn vị|bộ phận|cấp|chủ thể|người)\s+(?:được\s+)?(?:thực hiện|chịu trách nhiệm|tham mưu|đầu mối|giao|soạn thảo)|phân công|trách nhiệm thực hiện/iu,
  ],
  ['deadline', /thời gian|thời hạn|tiến độ|hoàn thành|thời điểm|lộ trình|kỳ hạn/iu],
  ['product', /sản phẩm|kết quả đầu ra|kết quả dự kiến|hình thức văn bản|cấp trình/iu],
  ['unit', /^(?:đơn vị(?: tính)?|đvt|đv tính|đơn vị đo)(?![\p{L}])/iu],
  ['indicator', /chỉ tiêu|chỉ số|tiêu chí|mục tiêu(?!.*\d)/iu],
  [
    'task',
    /nhiệm vụ|nội dung|công việc|hoạt động|giải pháp|hạng mục|tên (?:văn bản|đề án|dự án|chương trình)|danh mục/iu,
  ],
];

/** A value column says a year, or a word for what is aimed at. */
const VALUE =
  /^(?:mục tiêu|chỉ tiêu|kế hoạch|giai đoạn|giá trị|số lượng|khối lượng|quy mô|kết quả|hiện trạng|tỷ lệ \(%\)|thực hiện(?: năm)?$|ước(?![\p{L}]))/iu;

const NO_VALUE = /thời gian|thời hạn|tiến độ|cơ quan|đơn vị(?! tính)|văn bản|căn cứ|ghi chú|họ và tên|ngày/iu;

const REACHED =
  /(?<![\p{L}])(?:thực hiện năm|hiện trạng|kết quả thực hiện|ước thực hiện|ước năm|ước đạt|đạt được|đã đạt|thực trạng|ƯTH|TH)(?![\p{L}])/iu;

/** Words of a value header that say nothing of what is counted. */
const GENERIC =
  /(?<![\p{L}])(?:mục tiêu|kế hoạch|chỉ tiêu|giai đoạn|thực hiện|hiện trạng|kết quả|lộ trình|ước|ƯTH|TH|KH|năm|đến|hết|cuối|của|tỉnh|phấn đấu)(?![\p{L}])|[-–,.:()\d\s]+/giu;

/** The role of every column. */
export function columnRoles(columns: readonly string[]): ColumnRole[] {
  const roles = columns.map(roleOf);
  const named = roles.some(({ kind }) => kind === 'indicator' || kind === 'task' || kind === 'other');
  return roles.map((role, i): ColumnRole => {
    const first = roles.findIndex((other) => other.kind === role.kind);
    if (role.kind === 'product' && !named && first === i) return { kind: 'indicator' };
    return (role.kind === 'indicator' || role.kind === 'task') && first < i ? { kind: 'other' } : role;
  });
}

function roleOf(column: string): ColumnRole {
  const header = column.replace(/\s+/g, ' ').trim();
  const period = headerPeriod(header);
  const isValue = (period !== null || VALUE.test(header)) && !NO_VALUE.test(header);
  const named = HEADERS.find(([, pattern]) => pattern.test(header))?.[0];
  if (named !== undefined && !(isValue && period !== null)) return { kind: named };
  if (!isValue) return { kind: 'other' };
  const last = header.split(' – ').at(-1) ?? header;
  const unit = last.match(/\(([^()]+)\)\s*$/)?.[1] ?? null;
  const measure = last
    .replace(/\([^()]*\)\s*$/, '')
    .replace(GENERIC, ' ')
    .trim();
  return {
    kind: 'value',
    period,
    reached: REACHED.test(header),
    measure: /\p{L}{2}/u.test(measure) ? measure : null,
    unit,
  };
}

/** The period of a header with several rows is the narrowest: "GIAI ĐOẠN 2026 - 2030 – Năm 2027" is 2027. */
function headerPeriod(header: string): string | null {
  for (const part of header.split(' – ').reverse()) {
    const year = part.match(/(?<![\d/.])(?:19|20)\d{2}(?![\d/])/)?.[0];
    const period = readPeriods(part).find(({ kind }) => kind !== 'recurring')?.period ?? year;
    if (period !== undefined) return period;
  }
  return null;
}

/** Rows with a lead or coordinating body and a task are assignments; rows with an indicator and values are targets. */
export function tableRole(roles: readonly ColumnRole[]): TableRole {
  const has = (kind: ColumnRole['kind']): boolean => roles.some((role) => role.kind === kind);
  const named = has('indicator') || has('task') || has('other');
  if ((has('lead') || has('coordinate')) && named && !(has('value') && has('unit') && has('indicator')))
    return 'assignments';
  if (has('value') && (has('indicator') || has('unit')) && named) return 'targets';
  return 'other';
}

/** The column of a role, or null. */
export function columnOf(roles: readonly ColumnRole[], kind: ColumnRole['kind']): number | null {
  const index = roles.findIndex((role) => role.kind === kind);
  return index === -1 ? null : index;
}
