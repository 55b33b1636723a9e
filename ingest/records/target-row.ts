import { coveringSpan, type Span } from '../../src/document/span.ts';
import type { TableCell, TableRowBlock } from '../block.ts';
import { type ColumnRole, columnOf } from './table-roles.ts';

/** A row of a table of targets, taken apart by the roles of its columns. */
export interface TargetRow {
  readonly row: TableRowBlock;
  readonly name: string;
  readonly unit: string | null;
  readonly monitor: TableCell | null;
  readonly values: readonly { readonly cell: TableCell; readonly role: ColumnRole & { readonly kind: 'value' } }[];
  readonly ordinal: TableCell | null;
}

/** Rows that only make sense under the row above: "Thành thị", "Trong đó, các huyện nghèo", "- Nam". */
export const DETAIL =
  /^(?:trong đó|[-+•]\s|thành thị|nông thôn|đô thị|miền núi|đồng bằng|vùng |các vùng |khu vực (?:thành thị|nông thôn|đô thị)|nam$|nữ$|các (?:xã|huyện|địa bàn) )/iu;

/** The row by the roles of its columns; null for one without a name or with nothing but column numbers. */
export function readRow(row: TableRowBlock, roles: readonly ColumnRole[]): TargetRow | null {
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
    ordinal: at('ordinal'),
  };
}

/** A row that names something and sets nothing: no unit, and every value cell blank ("-" is a value that is not set). */
export function isTitle(reading: TargetRow): boolean {
  return reading.unit === null && reading.values.every(({ cell }) => cell.text.trim() === '');
}

/** From the indicator to the last value: the ordinal and the monitor of a merged cell stand outside. */
export function rowSpan(reading: TargetRow): Span {
  const cells = reading.row.cells.filter(
    (cell) => cell.span !== null && cell.text.trim() !== '' && cell !== reading.ordinal && cell !== reading.monitor,
  );
  const spans = cells.map((cell) => cell.span).filter((span) => span !== null);
  return spans.length === 0 ? reading.row.span : coveringSpan(spans);
}

/** Where the row holds: "thành thị", "các huyện nghèo". */
export function scopeOf(name: string): string | null {
  const within = name.match(/^trong đó[:,]?\s*(.+)$/iu)?.[1] ?? (DETAIL.test(name) ? name : null);
  const scope =
    within ??
    name.match(/(?:khu vực |vùng )?(?:thành thị|nông thôn|đô thị|miền núi|đồng bằng|dân tộc thiểu số)/iu)?.[0];
  return scope === undefined || scope === null ? null : lowerFirst(scope.replace(/^[-+•]\s*/, ''));
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function present(text: string | undefined): string | null {
  const trimmed = text?.trim().replace(/\s*\/\s*/g, '/') ?? '';
  return trimmed === '' ? null : trimmed;
}
