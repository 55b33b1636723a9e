import type { Target } from '../../src/document/records.ts';
import type { SourceText } from '../../src/document/source-text.ts';
import { spellSyllable } from '../../src/vietnamese/spelling.ts';
import type { TableBlock, TableCell } from '../block.ts';
import type { PlacedBlock } from '../placed-block.ts';
import { rankOf } from '../tables/row-context.ts';
import { cellValue } from './cell-value.ts';
import { baseOf, type Draft } from './evidence.ts';
import type { ColumnRole } from './table-roles.ts';
import { DETAIL, isTitle, readRow, rowSpan, scopeOf, type TargetRow } from './target-row.ts';

/** The state that rows hand to the rows below them. */
interface Above {
  readonly group: string | null;
  readonly monitor: TableCell | null;
  /** Rank of the ordinal that opened the group; a deeper one opens a title inside it. */
  readonly rank: number;
  /** A row without values of its own that the following rows may detail. */
  readonly open: string | null;
  /** Rank of the ordinal of the open row, when it is a numbered title inside a group: "1 | Cà phê" under "I". */
  readonly openRank: number | null;
  /** The last row that is no detail itself. */
  readonly indicator: string | null;
}

/** One record per row that sets or names an indicator; rows that title a group or open details give no record. */
export function tableTargets(
  placed: PlacedBlock,
  table: TableBlock,
  { roles, source }: { readonly roles: readonly ColumnRole[]; readonly source: SourceText },
): Draft<Target>[] {
  const readings = table.rows.map((row) => readRow(row, roles)).filter((reading) => reading !== null);
  const hasGroups = readings.some(
    (reading) => isTitle(reading) && (reading.monitor !== null || (reading.ordinal?.text.trim() ?? '') !== ''),
  );
  const targets: Draft<Target>[] = [];
  let above: Above = { group: null, monitor: null, rank: NO_RANK, open: null, openRank: null, indicator: null };
  for (const reading of readings) {
    if (isTitle(reading) && !DETAIL.test(reading.name)) {
      above = titled(above, reading, hasGroups);
      if (above.open !== reading.name || above.openRank !== null) continue;
    }
    const parent = parentOf(reading, above);
    targets.push(...targetsOf(placed, { reading, above, parent, table, source }));
    if (parent === null) {
      const open = isTitle(reading) ? reading.name : null;
      // "Đô thị", "Nông thôn" below nothing stand side by side.
      const indicator = DETAIL.test(reading.name) ? null : reading.name;
      above = { ...above, open, openRank: null, indicator };
    }
  }
  return targets;
}

/** Higher than any ordinal's: what has no ordinal heads nothing. */
const NO_RANK = 9;

/** A title with its own monitor or number opens a group; another one opens details inside the group. */
function titled(above: Above, title: TargetRow, hasGroups: boolean): Above {
  const ordinal = ordinalOf(title);
  const rank = ordinal === '' ? NO_RANK : rankOf(ordinal);
  if (title.monitor === null && isGroupOrdinal(ordinal) && rank > above.rank)
    return { ...above, open: title.name, openRank: rank, indicator: null };
  const opensGroup = !hasGroups || title.monitor !== null || isGroupOrdinal(ordinal);
  if (!opensGroup) return { ...above, open: title.name, openRank: null, indicator: null };
  return {
    group: title.name.replace(/^(?:[IVX]+|\d+)[.)]\s*/, ''),
    monitor: title.monitor,
    rank,
    open: null,
    openRank: null,
    indicator: null,
  };
}

function ordinalOf({ ordinal }: TargetRow): string {
  return ordinal?.text.trim().replace(/[.)]+$/, '') ?? '';
}

function isGroupOrdinal(ordinal: string): boolean {
  return /^(?:[IVXLC]+|[A-Z]|\d+)[.)]?$/.test(ordinal);
}

function parentOf(reading: TargetRow, above: Above): string | null {
  const ordinal = ordinalOf(reading);
  const isDetail = DETAIL.test(reading.name) || /^[-–+•]$/.test(ordinal);
  if (isTitle(reading) && !isDetail) return null;
  if (isDetail) return above.open ?? above.indicator;
  if (above.open === null) return null;
  if (above.openRank !== null) return ordinal === '' || rankOf(ordinal) > above.openRank ? above.open : null;
  return details(reading.name, above.open) ? above.open : null;
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
    readonly reading: TargetRow;
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
  readonly values: TargetRow['values'];
}

/** Values aimed at and values reached are records apart, and so are the measures of a year ("Lượng", "Giá trị"). */
function valueGroups(values: TargetRow['values']): ValueGroup[] {
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

function splitMonitor(text: string): string[] {
  return text
    .split(/;|\n/)
    .map((part) => part.trim().replace(/[.,]$/, ''))
    .filter((part) => part !== '');
}
