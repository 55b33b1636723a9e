import { fold } from '../../src/vietnamese/fold.ts';
import { bigrams } from '../../src/vietnamese/tokens.ts';
import type { TableBlock, TableRowBlock } from '../block.ts';
import { type ColumnRole, rolesOf } from './columns.ts';

/** A row with the titles above it in its table. */
export interface RowInContext {
  readonly row: TableRowBlock;
  /** title: names a group or what the rows below detail; value: says something itself. */
  readonly kind: 'title' | 'value';
  /** Titles it stands under, the outermost first, with their ordinals: "I. Cây công nghiệp", "1. Cà phê". */
  readonly titles: readonly string[];
}

/** A title that is open: the rows below stand under it. */
interface Title {
  readonly text: string;
  readonly name: string;
  /** Rank of its ordinal: a row with an ordinal of this rank or a higher one closes it. */
  readonly rank: number;
  /** Without an ordinal, inside a group: only rows that take up its words stand under it. */
  readonly loose: boolean;
}

interface Above {
  readonly titles: readonly Title[];
  /** The last row below the titles that says something and is no detail itself: details belong to it. */
  readonly last: string | null;
}

/** Ranks of what has no ordinal, and of a title inside such a group. */
const UNNUMBERED = 4;
const NESTED = 5;

/** Reads the rows of a table downwards, keeping the titles that following rows may stand under. */
export function rowsInContext(table: TableBlock): RowInContext[] {
  const roles = table.columns.length > 0 ? rolesOf(table.columns) : guessedRoles(table);
  let above: Above = { titles: [], last: null };
  return table.rows.map((row, i) => {
    const name = nameOf(row, roles);
    const textOf = ({ titles }: Above): readonly string[] => titles.map(({ text }) => text);
    if (name !== '' && isTitle(row, roles) && !isDetail(row, roles, name)) {
      const title = titleOf({ row, roles, name, above });
      const outer = above.titles.filter(({ rank }) => rank < title.rank);
      above = { titles: [...outer, title], last: null };
      return { row, kind: 'title', titles: outer.map(({ text }) => text) };
    }
    if (name === '') return { row, kind: 'value', titles: textOf(above) };
    if (isDetail(row, roles, name)) {
      return { row, kind: 'value', titles: [...textOf(above), ...(above.last === null ? [] : [above.last])] };
    }
    const ordinal = isOfNextTitle(table, i, roles) ? '' : ordinalOf(row, roles);
    const titles = isTotal(name) ? [] : above.titles.filter((title) => holds(title, { ordinal, name }));
    above = { titles, last: titles.some(({ loose }) => loose) ? above.last : name };
    return { row, kind: 'value', titles: textOf(above) };
  });
}

/** Does a row of its own that is no detail stand under the title? */
function holds({ rank, loose, name: title }: Title, { ordinal, name }: { ordinal: string; name: string }): boolean {
  if (loose) return details(name, title);
  return ordinal === '' || rank >= UNNUMBERED || rankOf(ordinal) > rank;
}

/** The sum of all groups stands under none. */
const isTotal = (name: string): boolean => /^tong (?:cong|so)$/.test(fold(name));

/** A number merged with the title below it stands one row too high: it is that title's. */
function isOfNextTitle(table: TableBlock, at: number, roles: readonly ColumnRole[]): boolean {
  const column = roles.indexOf('ordinal');
  const next = table.rows[at + 1]?.cells[column];
  return (
    next !== undefined && next.span === null && next.text !== '' && next.text === table.rows[at]?.cells[column]?.text
  );
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
  return /^\d+(\.\d+)+$/.test(ordinal) ? 3 : UNNUMBERED;
}

function titleOf(found: {
  readonly row: TableRowBlock;
  readonly roles: readonly ColumnRole[];
  readonly name: string;
  readonly above: Above;
}): Title {
  const { row, roles, name, above } = found;
  const ordinal = ordinalOf(row, roles);
  const printed = row.cells.find((cell) => cell.text === name);
  const ownNumber = /^([IVX]+|[A-ZĐ]|\d+)[.)]\s/u.exec(printed?.text ?? '')?.[1] ?? '';
  const rank = Math.min(rankOf(ordinal), rankOf(ownNumber));
  const text = ordinal === '' || /^[-+–]$/.test(ordinal) ? name : `${ordinal}. ${name}`;
  if (rank < UNNUMBERED || above.titles.length === 0) return { text, name, rank, loose: false };
  const watched = cellAt(row, roles, 'responsible') !== '' || row.cells.filter((cell) => cell.text !== '').length === 1;
  const [outer] = above.titles;
  const besideGroup = watched && ordinal === '' && outer?.rank === UNNUMBERED;
  return { text, name, rank: besideGroup ? UNNUMBERED : NESTED, loose: !besideGroup };
}

/** Rows that only make sense under another, unless they have a number: "Thành thị", "Trong đó, …", "- Nam". */
const DETAIL =
  /^(?:trong do|[-+•]|thanh thi|nong thon|do thi|mien nui|dong bang|vung |cac vung |khu vuc (?:thanh thi|nong thon|do thi)|nam$|nu$)/;

function isDetail(row: TableRowBlock, roles: readonly ColumnRole[], name: string): boolean {
  const ordinal = ordinalOf(row, roles);
  return /^[-+–]$/.test(ordinal) || (rankOf(ordinal) >= UNNUMBERED && DETAIL.test(fold(name)));
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
