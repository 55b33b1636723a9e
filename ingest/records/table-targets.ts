import type { Target, TargetValue } from '../../src/document/records.ts';
import type { SourceText } from '../../src/document/source-text.ts';
import { coveringSpan, type Span } from '../../src/document/span.ts';
import { readQuantities } from '../../src/vietnamese/numbers.ts';
import { spellSyllable } from '../../src/vietnamese/spelling.ts';
import type { TableBlock, TableCell, TableRowBlock } from '../block.ts';
import type { PlacedBlock } from '../placed-block.ts';
import { baseOf, type Draft } from './evidence.ts';
import { type ColumnRole, columnOf } from './table-roles.ts';

/** The state that rows hand to the rows below them. */
interface Above {
  readonly group: string | null;
  readonly monitor: TableCell | null;
  /** A row without values of its own that the following rows may detail. */
  readonly open: string | null;
  /** The last row that is no detail itself. */
  readonly indicator: string | null;
}

/** A row of a table of targets, taken apart by the roles of its columns. */
interface Reading {
  readonly row: TableRowBlock;
  readonly name: string;
  readonly unit: string | null;
  readonly monitor: TableCell | null;
  readonly values: readonly { readonly cell: TableCell; readonly role: ColumnRole & { readonly kind: 'value' } }[];
  readonly ordinal: string;
}

/** Rows that only make sense under the row above: "Thành thị", "Trong đó, các huyện nghèo", "- Nam". */
const DETAIL =
  /^(?:trong đó|[-+•]\s|thành thị|nông thôn|đô thị|miền núi|đồng bằng|vùng |các vùng |khu vực (?:thành thị|nông thôn|đô thị)|nam$|nữ$|các (?:xã|huyện|địa bàn) )/iu;

const EMPTY = /^[-–—.…\s]*$/;

/** One record per row that sets or names an indicator; rows that title a group or open details give no record. */
export function tableTargets(
  placed: PlacedBlock,
  table: TableBlock,
  { roles, source }: { readonly roles: readonly ColumnRole[]; readonly source: SourceText },
): Draft<Target>[] {
  const readings = table.rows.map((row) => readRow(row, roles)).filter((reading) => reading !== null);
  const hasGroups = readings.some(
    (reading) => isTitle(reading) && (reading.monitor !== null || reading.ordinal !== ''),
  );
  const targets: Draft<Target>[] = [];
  let above: Above = { group: null, monitor: null, open: null, indicator: null };
  for (const reading of readings) {
    if (isTitle(reading) && !DETAIL.test(reading.name)) {
      above = titled(above, reading, hasGroups);
      if (above.open !== reading.name) continue;
    }
    const parent = parentOf(reading, above);
    targets.push(...targetsOf(placed, { reading, above, parent, table, source }));
    if (parent === null) above = { ...above, open: isTitle(reading) ? reading.name : null, indicator: reading.name };
  }
  return targets;
}

function readRow(row: TableRowBlock, roles: readonly ColumnRole[]): Reading | null {
  const at = (kind: ColumnRole['kind']): TableCell | null => {
    const column = columnOf(roles, kind);
    return column === null ? null : (row.cells[column] ?? null);
  };
  const nameCell = at('indicator') ?? at('task') ?? at('other');
  const name = nameCell?.text.trim() ?? '';
  if (name === '') return null;
  const values = roles.flatMap((role, i) => {
    const cell = row.cells[i];
    return role.kind === 'value' && cell !== undefined ? [{ cell, role }] : [];
  });
  if (
    values.every(({ cell, role }) => role.kind === 'value' && /^\(?\d+\)?$/.test(cell.text)) &&
    /^\(?\d+\)?$/.test(name)
  )
    return null;
  const monitor = at('monitor');
  return {
    row,
    name,
    unit: present(at('unit')?.text),
    monitor: monitor !== null && monitor.text.trim() !== '' ? monitor : null,
    values,
    ordinal: at('ordinal')?.text.trim() ?? '',
  };
}

/** A row that names something and sets nothing: no unit, and every value cell blank ("-" is a value that is not set). */
function isTitle(reading: Reading): boolean {
  return reading.unit === null && reading.values.every(({ cell }) => cell.text.trim() === '');
}

/** A title with its own monitor or number opens a group; another one opens details inside the group. */
function titled(above: Above, title: Reading, hasGroups: boolean): Above {
  const opensGroup = !hasGroups || title.monitor !== null || isGroupOrdinal(title.ordinal);
  if (!opensGroup) return { ...above, open: title.name, indicator: null };
  return {
    group: title.name.replace(/^(?:[IVX]+|\d+)[.)]\s*/, ''),
    monitor: title.monitor,
    open: null,
    indicator: null,
  };
}

function isGroupOrdinal(ordinal: string): boolean {
  return /^(?:[IVXLC]+|[A-Z]|\d+)[.)]?$/.test(ordinal);
}

function parentOf(reading: Reading, above: Above): string | null {
  if (isTitle(reading) && !DETAIL.test(reading.name)) return null;
  if (DETAIL.test(reading.name)) return above.open ?? above.indicator;
  return above.open !== null && details(reading.name, above.open) ? above.open : null;
}

/** Syllables that two indicators share without having to do with each other. */
const COMMON = new Set(
  'tỉ lệ người được có các và ở của theo trong trên mức với cho dân tính đến là'.split(' ').map(spellSyllable),
);

/** Does a row detail the open row above: the same kind of quantity, or words of it taken up again? */
function details(name: string, open: string): boolean {
  const isRate = (text: string): boolean => /^t[iỉyỷ]\s?l[eệ]/iu.test(text);
  if (isRate(name) && !isRate(open)) return false;
  const taken = new Set(contentSyllables(open));
  return contentSyllables(name).some((syllable) => taken.has(syllable));
}

function contentSyllables(text: string): string[] {
  return (text.match(/[\p{L}\p{M}]+/gu) ?? []).map(spellSyllable).filter((syllable) => !COMMON.has(syllable));
}

function targetsOf(
  placed: PlacedBlock,
  {
    reading,
    above,
    parent,
    table,
    source,
  }: {
    readonly reading: Reading;
    readonly above: Above;
    readonly parent: string | null;
    readonly table: TableBlock;
    readonly source: SourceText;
  },
): Draft<Target>[] {
  const monitor = reading.monitor ?? above.monitor;
  const span = rowSpan(reading);
  const shared = {
    ...baseOf(source, placed, span),
    indicator: reading.name,
    parent,
    group: above.group,
    unit: reading.unit,
    scope: scopeOf(reading.name),
    monitor: monitor === null ? [] : splitMonitor(monitor.text),
    table: { columns: table.columns, cells: reading.row.cells.map((cell) => cell.text) },
    monitorSpan: monitor?.span ?? null,
  };
  return valueGroups(reading.values).map(({ reached, measure, unit, values }) => ({
    ...shared,
    indicator: measure === null ? shared.indicator : `${shared.indicator} – ${measure}`,
    unit: shared.unit ?? unit,
    kind: reached ? ('result' as const) : ('target' as const),
    values: values.map(({ cell, role }) => cellValue(cell.text, role.period)),
  }));
}

interface ValueGroup {
  readonly reached: boolean;
  readonly measure: string | null;
  readonly unit: string | null;
  readonly values: Reading['values'];
}

/** Values aimed at and values reached are records apart, and so are the measures of a year ("Lượng", "Giá trị"). */
function valueGroups(values: Reading['values']): ValueGroup[] {
  const measures = new Set(values.map(({ role }) => role.measure));
  const groups = new Map<string, ValueGroup>();
  for (const value of values) {
    const { reached, unit } = value.role;
    const measure = measures.size > 1 ? value.role.measure : null;
    const key = `${reached} ${measure}`;
    const group = groups.get(key) ?? { reached, measure, unit, values: [] };
    groups.set(key, { ...group, values: [...group.values, value] });
  }
  return [...groups.values()];
}

/** From the indicator to the last value: the ordinal and the monitor of a merged cell stand outside. */
function rowSpan(reading: Reading): Span {
  const cells = reading.row.cells.filter(
    (cell) => cell.span !== null && cell.text !== reading.ordinal && cell !== reading.monitor,
  );
  const spans = cells.map((cell) => cell.span).filter((span) => span !== null);
  return spans.length === 0 ? reading.row.span : coveringSpan(spans);
}

/** A cell as a value; what is no number ("Tiểu học") keeps its words. */
export function cellValue(text: string, period: string | null): TargetValue {
  const value = text.trim();
  if (EMPTY.test(value)) return { period, comparator: null, value: null, number: null };
  const [first, second] = readQuantities(value);
  if (first === undefined || second !== undefined || !coversCell(value, first.value)) {
    return {
      period,
      comparator: first === undefined || second !== undefined ? null : first.comparator,
      value,
      number: second === undefined ? (first?.number ?? null) : null,
    };
  }
  return { period, comparator: first.comparator, value, number: first.number };
}

function coversCell(cell: string, value: string): boolean {
  return value.replace(/\s/g, '').length >= cell.replace(/\s/g, '').length - 1;
}

function scopeOf(name: string): string | null {
  const within = name.match(/^trong đó[:,]?\s*(.+)$/iu)?.[1] ?? (DETAIL.test(name) ? name : null);
  const scope =
    within ??
    name.match(/(?:khu vực |vùng )?(?:thành thị|nông thôn|đô thị|miền núi|đồng bằng|dân tộc thiểu số)/iu)?.[0];
  return scope === undefined || scope === null ? null : lowerFirst(scope.replace(/^[-+•]\s*/, ''));
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function splitMonitor(text: string): string[] {
  return text
    .split(/;|\n/)
    .map((part) => part.trim().replace(/[.,]$/, ''))
    .filter((part) => part !== '');
}

function present(text: string | undefined): string | null {
  const trimmed = text?.trim().replace(/\s*\/\s*/g, '/') ?? '';
  return trimmed === '' ? null : trimmed;
}
