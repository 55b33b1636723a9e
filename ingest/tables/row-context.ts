import { fold } from '../../src/vietnamese/fold.ts';
import { bigrams } from '../../src/vietnamese/tokens.ts';
import type { TableBlock, TableRowBlock } from '../block.ts';
import { type ColumnRole, rolesOf } from './columns.ts';

/** A row with the titles above it in its table. */
export interface RowInContext {
  readonly row: TableRowBlock;
  /** title: names a group or what the rows below detail; value: says something itself. */
  readonly kind: 'title' | 'value';
  /** "2. Lao động, việc làm, …": the group row above, with its ordinal. */
  readonly group: string | null;
  /** The row that this one details. */
  readonly parent: string | null;
}

interface Above {
  readonly group: string | null;
  /** Rank of the ordinal that opened the group: a deeper one opens a title inside it. */
  readonly rank: number;
  readonly open: string | null;
  readonly last: string | null;
}

/** Reads the rows of a table downwards, keeping the group and the row that following rows may detail. */
export function rowsInContext(table: TableBlock): RowInContext[] {
  const roles = table.columns.length > 0 ? rolesOf(table.columns) : guessedRoles(table);
  let above: Above = { group: null, rank: 9, open: null, last: null };
  return table.rows.map((row) => {
    const name = nameOf(row, roles);
    const title = name !== '' && isTitle(row, roles);
    if (title && !isDetail(row, roles, name)) {
      above = below(above, { ordinal: ordinalOf(row, roles), name, row, roles });
      return { row, kind: 'title', group: above.open === null ? null : above.group, parent: null };
    }
    const parent = name === '' ? null : parentOf(row, roles, { name, above });
    // "Đô thị", "Nông thôn", "Miền núi" below nothing stand side by side.
    if (parent === null) above = { ...above, open: null, last: isDetail(row, roles, name) ? null : name };
    return { row, kind: 'value', group: above.group, parent };
  });
}

function guessedRoles(table: TableBlock): ColumnRole[] {
  const width = table.rows[0]?.cells.length ?? 0;
  return Array.from({ length: width }, (_, i) => (i === 0 ? 'subject' : 'value'));
}

function cellAt(row: TableRowBlock, roles: readonly ColumnRole[], role: ColumnRole): string {
  const at = roles.indexOf(role);
  return at === -1 ? '' : (row.cells[at]?.text ?? '');
}

const ordinalOf = (row: TableRowBlock, roles: readonly ColumnRole[]): string =>
  cellAt(row, roles, 'ordinal').replace(/[.)]+$/, '');

function nameOf(row: TableRowBlock, roles: readonly ColumnRole[]): string {
  const printed = row.cells.filter((cell) => cell.text !== '');
  return cellAt(row, roles, 'subject') || (printed.length === 1 ? (printed[0]?.text ?? '') : '');
}

/** Says nothing but its name, and perhaps who watches over its rows. */
function isTitle(row: TableRowBlock, roles: readonly ColumnRole[]): boolean {
  const silent = row.cells.every((cell, i) => cell.text === '' || !SAYS.has(roles[i] ?? 'value') || cell.span === null);
  return silent && row.cells.length > 1;
}

const SAYS: ReadonlySet<ColumnRole> = new Set(['value', 'unit', 'lead', 'coordinate', 'deadline', 'product']);

/** Numerals and capitals head groups; numbers head groups, or titles inside one. */
export function rankOf(ordinal: string): number {
  if (/^[A-ZĐ]$/u.test(ordinal) && !/^[IVX]$/.test(ordinal)) return 0;
  if (/^[IVXLC]+$/.test(ordinal)) return 1;
  if (/^\d+$/.test(ordinal)) return 2;
  return /^\d+(\.\d+)+$/.test(ordinal) ? 3 : 4;
}

function below(
  above: Above,
  title: { ordinal: string; name: string; row: TableRowBlock; roles: readonly ColumnRole[] },
): Above {
  const watched =
    cellAt(title.row, title.roles, 'responsible') !== '' ||
    title.row.cells.filter((cell) => cell.text !== '').length === 1;
  const printed = title.row.cells.find((cell) => cell.text === title.name);
  const rank = Math.min(
    rankOf(title.ordinal),
    rankOf(/^([IVX]+|[A-ZĐ]|\d+)[.)]\s/u.exec(printed?.text ?? '')?.[1] ?? ''),
  );
  const opensGroup =
    above.group === null || rank <= above.rank || (rank === 4 && watched && title.ordinal === '' && above.rank === 4);
  if (!opensGroup) return { ...above, open: title.name, last: null };
  const group = title.ordinal === '' || /^[-+–]$/.test(title.ordinal) ? title.name : `${title.ordinal}. ${title.name}`;
  return { group, rank, open: null, last: null };
}

/** Rows that only make sense under another: "Thành thị", "Trong đó, …", "- Nam". */
const DETAIL =
  /^(?:trong do|[-+•]|thanh thi|nong thon|do thi|mien nui|dong bang|vung |cac vung |khu vuc (?:thanh thi|nong thon|do thi)|nam$|nu$)/;

function isDetail(row: TableRowBlock, roles: readonly ColumnRole[], name: string): boolean {
  return DETAIL.test(fold(name)) || /^[-+–]$/.test(ordinalOf(row, roles));
}

function parentOf(
  row: TableRowBlock,
  roles: readonly ColumnRole[],
  { name, above }: { name: string; above: Above },
): string | null {
  if (isDetail(row, roles, name)) return above.open ?? above.last;
  if (above.open === null) return null;
  return rankOf(ordinalOf(row, roles)) === 3 || details(name, above.open) ? above.open : null;
}

/** Syllables that indicators share without having to do with each other. */
const COMMON: ReadonlySet<string> = new Set(
  'ti ty le nguoi duoc co cac va o cua theo trong tren muc voi cho dan tinh den su dung'.split(' '),
);

/**
 * Takes the row up words of the open title? A rate under what is no rate opens something new; two rates have to share
 * two words that stand together, since all rates share some.
 */
function details(name: string, open: string): boolean {
  const isRate = (text: string) => /^t[iy] le /.test(fold(text));
  if (isRate(name) && !isRate(open)) return false;
  const wordsOf = (text: string) => (fold(text).match(/[a-z]+/g) ?? []).filter((word) => !COMMON.has(word));
  const units = (words: readonly string[]) => (isRate(name) ? bigrams(words) : words);
  const known = new Set(units(wordsOf(open)));
  return units(wordsOf(name)).some((unit) => known.has(unit));
}
