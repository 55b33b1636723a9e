import { fold } from '../../src/vietnamese/fold.ts';

/** What a column holds, told by its header. */
export type ColumnRole =
  | 'ordinal'
  | 'subject'
  | 'unit'
  | 'lead'
  | 'coordinate'
  | 'responsible'
  | 'deadline'
  | 'product'
  | 'note'
  | 'value';

/** The first pattern that fits decides; the header is folded. */
const ROLES: readonly (readonly [RegExp, ColumnRole])[] = [
  [/^(so )?(tt|thu tu)$|^stt$|^#$/, 'ordinal'],
  [/phoi hop/, 'coordinate'],
  [/chu tri/, 'lead'],
  [
    /^(don vi|co quan)(, \S+)* (phu trach|thuc hien|theo doi|chiu trach nhiem)|phan cong|theo doi, danh gia/,
    'responsible',
  ],
  [/^don vi( tinh)?( \(.*\))?$|^dvt$|^don vi do$/, 'unit'],
  [/thoi gian|thoi han|tien do|hoan thanh/, 'deadline'],
  [/san pham|ket qua/, 'product'],
  [/^ghi chu$/, 'note'],
  [
    /^(noi dung|chi tieu|nhiem vu|ten|muc tieu chi tieu|tieu chi|danh muc|hang muc|cong viec|linh vuc|doi tuong|ho ten|ho va ten|dia diem)/,
    'subject',
  ],
];

/** Roles of the columns. Where no header names the subject, the first that could be it is. */
export function rolesOf(columns: readonly string[]): ColumnRole[] {
  const roles = columns.map((column) => ROLES.find(([pattern]) => pattern.test(fold(column).trim()))?.[1] ?? 'value');
  let named = false;
  const once = roles.map((role): ColumnRole => {
    if (role !== 'subject') return role;
    const first = !named;
    named = true;
    return first ? 'subject' : 'value';
  });
  if (named) return once;
  const subject = once.findIndex((role) => role === 'value' || role === 'product');
  return once.map((role, i) => (i === subject ? 'subject' : role));
}
