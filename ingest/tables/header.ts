import type { TableCell } from '../block.ts';
import { ORDINAL, ORDINAL_HEADER } from '../normalise/table-rows.ts';
import { rolesOf } from './columns.ts';

/** The header of a table: how many rows it takes, the name of each column, and the width of the table. */
export interface Header {
  readonly rows: number;
  readonly columns: readonly string[];
  readonly width: number;
}

type Row = readonly TableCell[];

/** Finds the header; `marked` is the number of header rows the format itself names. */
export function findHeader(rows: readonly Row[], marked: number | null): Header {
  const width = widthOf(rows);
  const counted = marked === null || marked === 0 ? countHeaderRows(rows, width) : Math.max(marked, 1);
  if (counted === 0) return { rows: 0, columns: [], width };
  const more = marked === null ? counted : counted + secondRows(rows.slice(counted - 1), width);
  const numbered = rows[more] !== undefined && isColumnNumbers(rows[more]) ? 1 : 0;
  return { rows: more + numbered, columns: columnsOf(rows.slice(0, more), width), width };
}

/** Merged cells only ever make a row shorter, so the widest row that is not alone gives the width. */
function widthOf(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const widest = Math.max(...counts.keys());
  const common = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? widest;
  return rows.length > 4 && counts.get(widest) === 1 && widest > common + 1 ? common : widest;
}

function countHeaderRows(rows: readonly Row[], width: number): number {
  const [first, ...rest] = rows;
  if (first === undefined || rest.length === 0 || !looksLikeHeader(first)) return 0;
  return 1 + secondRows(rows, width);
}

/** How many rows below the first still belong to the header, because the first has merged cells they divide. */
function secondRows(rows: readonly Row[], width: number): number {
  const [first, second] = rows;
  if (first === undefined || second === undefined || rows.length < 3) return 0;
  const merged = first.length < width || first.some((cell, i) => i > 0 && cell.span === null);
  const divides = first.length < width && first.length + second.length - 1 === width && second.every(isShort);
  return merged && second.length > 1 && (divides || isSubheader(second)) ? 1 : 0;
}

const isShort = (cell: TableCell): boolean => cell.text !== '' && cell.text.length <= 20 && !isQuantity(cell.text);

function looksLikeHeader(row: Row): boolean {
  const printed = row.map((cell) => cell.text).filter((text) => text !== '');
  if (printed.length < 2 || printed.some((text) => text.length > 160 || isQuantity(text))) return false;
  if (printed.some((text) => ORDINAL_HEADER.test(text))) return true;
  if (ORDINAL.test(printed[0] ?? '')) return false;
  return (
    rolesOf(printed).filter((role) => role !== 'value').length >= 2 || printed.length >= Math.max(2, row.length - 1)
  );
}

function isSubheader(row: Row): boolean {
  const printed = row.map((cell) => cell.text).filter((text) => text !== '');
  if (printed.length === 0 || printed.some((text) => text.length > 80 || ORDINAL.test(text))) return false;
  return printed.every((text) => !isQuantity(text) || /^\d{4}$/.test(text));
}

const isQuantity = (text: string): boolean => /^[<>≥≤=~\s]*[\d.,]+\s*%?$/u.test(text) && !/^(19|20)\d\d$/.test(text);

/** "(1) (2) (3) …" or "A B 1 2 (5=3+4)" under the names. */
function isColumnNumbers(row: Row): boolean {
  const printed = row.map((cell) => cell.text).filter((text) => text !== '');
  if (printed.length < 3 || !printed.every((text) => /^\(?([A-Z]|\d{1,2})\)?(\s*=.*)?$/u.test(text))) return false;
  const numbers = printed.flatMap((text) => /\d+/.exec(text)?.[0] ?? []).map(Number);
  return numbers.length >= 2 && numbers.every((number, i) => i === 0 || number === (numbers[i - 1] ?? 0) + 1);
}

function columnsOf(rows: readonly Row[], width: number): string[] {
  const [first = [], ...below] = rows.map((row) => row.map((cell) => cell.text));
  const names = below.reduce((upper, lower) => {
    if (upper.length === width && lower.length === width) return joinAligned(upper, lower);
    return joinMerged(
      upper,
      lower.filter((text) => text !== ''),
      width,
    );
  }, first);
  return padded(names, width);
}

/** Both rows have all columns: an empty cell above is covered by the last name to its left. */
function joinAligned(upper: readonly string[], lower: readonly string[]): string[] {
  let covering = '';
  return upper.map((name, i) => {
    if (name !== '') covering = name;
    const below = lower[i] ?? '';
    return below === '' ? name : joinNames(name === '' ? covering : name, below);
  });
}

/** Names that cover no others in practice. */
const UNDIVIDED: ReadonlySet<string> = new Set(['ordinal', 'subject', 'unit', 'note', 'lead', 'coordinate']);

/** Merged cells are missing: names that can be divided share the names below them, from the right. */
function joinMerged(upper: readonly string[], lower: readonly string[], width: number): string[] {
  const roles = rolesOf(upper);
  const divided = Math.max(1, upper.length + lower.length - width);
  const able = upper.flatMap((_, i) => (UNDIVIDED.has(roles[i] ?? '') ? [] : [i]));
  const parents = new Set((able.length >= divided ? able : upper.map((_, i) => i)).slice(-divided));
  const share = Math.ceil(lower.length / divided);
  const below = [...lower];
  const names = upper.flatMap((name, i) =>
    parents.has(i) ? below.splice(0, share).map((part) => joinNames(name, part)) : [name],
  );
  return padded(names, width);
}

/** A name merged downwards may be printed in both rows. */
const joinNames = (upper: string, lower: string): string =>
  upper === '' || upper === lower ? lower : `${upper} – ${lower}`;

function padded(names: readonly string[], width: number): string[] {
  return Array.from({ length: Math.max(width, names.length) }, (_, i) => names[i] ?? '').slice(0, width);
}
