import { readPeriods } from '../../src/vietnamese/periods.ts';

/** What a column of a table says about its rows. */
export type ColumnRole =
  | { readonly kind: 'ordinal' | 'unit' | 'monitor' | 'lead' | 'coordinate' | 'deadline' | 'product' | 'other' }
  | { readonly kind: 'indicator' | 'task' }
  | { readonly kind: 'value'; readonly period: string | null; readonly reached: boolean };

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

/** A value column: what is aimed at in a year, or what a year brought. */
const VALUE =
  /mục tiêu|chỉ tiêu|kế hoạch|giai đoạn|đến năm|đến hết|năm\s*\d{4}|^\d{4}$|thực hiện|hiện trạng|kết quả|ước|lộ trình|giá trị|số lượng|khối lượng|quy mô|kh\s*\d{4}|tỷ lệ \(%\)/iu;

const REACHED =
  /thực hiện năm|hiện trạng|kết quả thực hiện|ước thực hiện|đạt được|đã đạt|th\s+\d{4}|thực trạng|ước (?:đạt|năm)/iu;

/** The role of every column. */
export function columnRoles(columns: readonly string[]): ColumnRole[] {
  const roles = columns.map(roleOf);
  return roles.map((role, i) => {
    const first = roles.findIndex((other) => other.kind === role.kind);
    return (role.kind === 'indicator' || role.kind === 'task') && first < i ? { kind: 'other' } : role;
  });
}

function roleOf(column: string): ColumnRole {
  const header = column.replace(/\s+/g, ' ').trim();
  const period = readPeriods(/^\d{4}$/.test(header) ? `năm ${header}` : header)[0]?.period ?? null;
  if (period !== null && VALUE.test(header) && !/thời gian|thời hạn|tiến độ|cơ quan|đơn vị/iu.test(header)) {
    return { kind: 'value', period, reached: REACHED.test(header) };
  }
  const named = HEADERS.find(([, pattern]) => pattern.test(header))?.[0];
  if (named !== undefined) return { kind: named };
  if (VALUE.test(header)) return { kind: 'value', period: null, reached: REACHED.test(header) };
  return { kind: 'other' };
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
