import type { PolicyDocument } from '../../src/document/policy-document.ts';
import type { Target } from '../../src/document/records.ts';
import type { SourceText } from '../../src/document/source-text.ts';
import type { TableBlock } from '../block.ts';
import type { PlacedBlock } from '../placed-block.ts';
import { readActorField } from './actors.ts';
import { baseOf, type Draft } from './evidence.ts';
import { inheritedPeriod } from './figure-period.ts';
import { readFigures } from './prose-targets.ts';
import { type ColumnRole, columnOf } from './table-roles.ts';

/** Targets of a table whose rows say indicator and value in one cell: "Kinh tế số chiếm 45% GRDP | Sở Tài chính". */
export function cellTargets(
  placed: PlacedBlock,
  table: TableBlock,
  {
    roles,
    document,
    source,
  }: { readonly roles: readonly ColumnRole[]; readonly document: PolicyDocument; readonly source: SourceText },
): Draft<Target>[] {
  const column = columnOf(roles, 'indicator');
  const body = columnOf(roles, 'monitor') ?? columnOf(roles, 'lead');
  if (column === null || columnOf(roles, 'value') !== null) return [];
  const inherited = inheritedPeriod(placed, null);
  return table.rows.flatMap((row) => {
    const cell = row.cells[column];
    if (cell === undefined) return [];
    const monitor = body === null ? null : (row.cells[body] ?? null);
    return readFigures(placed, cell.text, { document, inherited }).map(
      ({ quantity, indicator, parent, scope, period, kind }) => ({
        ...baseOf(source, placed, cell.span ?? row.span),
        kind,
        indicator,
        parent,
        group: null,
        unit: quantity.unit,
        scope,
        values: [{ period, comparator: quantity.comparator, value: quantity.value, number: quantity.number }],
        monitor: monitor === null ? [] : readActorField(monitor.text).map((agency) => agency.printed),
        table: { columns: table.columns, cells: row.cells.map((other) => other.text) },
        monitorSpan: monitor?.span ?? null,
      }),
    );
  });
}
