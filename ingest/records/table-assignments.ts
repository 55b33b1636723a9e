import type { Assignment } from '../../src/document/records.ts';
import type { SourceText } from '../../src/document/source-text.ts';
import { coveringSpan, type Span } from '../../src/document/span.ts';
import type { TableBlock, TableCell, TableRowBlock } from '../block.ts';
import type { PlacedBlock } from '../placed-block.ts';
import { readActorField } from './actors.ts';
import { baseOf, type Draft } from './evidence.ts';
import { bare, readSchedules } from './schedules.ts';
import { type ColumnRole, columnOf } from './table-roles.ts';

/** One assignment per row with a task and a body; rows that title a group give none. */
export function tableAssignments(
  placed: PlacedBlock,
  table: TableBlock,
  { roles, source }: { readonly roles: readonly ColumnRole[]; readonly source: SourceText },
): Draft<Assignment>[] {
  return table.rows.flatMap((row) => {
    const draft = rowAssignment(placed, row, { roles, source });
    return draft === null ? [] : [draft];
  });
}

function rowAssignment(
  placed: PlacedBlock,
  row: TableRowBlock,
  { roles, source }: { readonly roles: readonly ColumnRole[]; readonly source: SourceText },
): Draft<Assignment> | null {
  const cell = (kind: ColumnRole['kind']): TableCell | null => {
    const column = columnOf(roles, kind);
    const found = column === null ? undefined : row.cells[column];
    return found === undefined || found.text.trim() === '' || /^[-–—]$/.test(found.text.trim()) ? null : found;
  };
  const task = cell('task') ?? cell('indicator') ?? cell('other') ?? cell('product');
  const leadCell = cell('lead');
  const coordinateCell = cell('coordinate');
  if (task === null || (leadCell === null && coordinateCell === null)) return null;
  if (isColumnNumbers(row) || spansRow(row, task)) return null;
  const lead = leadCell === null ? [] : readActorField(leadCell.text);
  const coordinate = coordinateCell === null ? [] : readActorField(coordinateCell.text);
  if (lead.length === 0 && coordinate.length === 0) return null;
  const deadline = cell('deadline');
  const span = rowSpan(row);
  return {
    ...baseOf(source, placed, span),
    task: task.text.trim(),
    lead: lead.length > 0 ? lead : coordinate,
    coordinate: lead.length > 0 ? coordinate : [],
    deadline: deadline?.text.trim() ?? null,
    schedules: deadline === null ? [] : readSchedules(deadline.text).map(bare),
    reporting: null,
    taskSpan: task.span ?? span,
    leadSpan: leadCell?.span ?? null,
    coordinateSpan: coordinateCell?.span ?? null,
    deadlineSpan: deadline?.span ?? null,
    reportingSpan: null,
  };
}

/** "(1) | (2) | (3)" under the header numbers the columns. */
function isColumnNumbers(row: TableRowBlock): boolean {
  return row.cells.every((cell) => /^\(?\d*\)?$/.test(cell.text.trim()));
}

/** A title merged over the whole row stands in every cell. */
function spansRow(row: TableRowBlock, task: TableCell): boolean {
  return row.cells.length > 2 && row.cells.filter((cell) => cell.text === task.text).length >= row.cells.length - 1;
}

function rowSpan(row: TableRowBlock): Span {
  const spans = row.cells
    .filter((cell) => cell.text.trim() !== '')
    .map((cell) => cell.span)
    .filter((span) => span !== null);
  return spans.length === 0 ? row.span : coveringSpan(spans);
}
