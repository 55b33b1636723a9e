import type { Assignment } from '../../src/document/records.ts';
import type { SourceText } from '../../src/document/source-text.ts';
import type { PlacedBlock } from '../placed-block.ts';
import { readDirected } from './directed.ts';
import type { Draft } from './evidence.ts';
import { tableAssignments } from './table-assignments.ts';
import { columnRoles, tableRole } from './table-roles.ts';
import { readTriplets } from './triplets.ts';

/** Who must do what, from labelled fields, from tables, and from sentences that tell a body to act. */
export function readAssignments(placed: readonly PlacedBlock[], source: SourceText): Draft<Assignment>[] {
  const body = placed.filter((block) => block.part === 'body');
  const triplets = readTriplets(body, source);
  return [...triplets.assignments, ...readTables(body, source), ...readDirected(body, triplets.used, source)];
}

function readTables(placed: readonly PlacedBlock[], source: SourceText): Draft<Assignment>[] {
  return placed.flatMap((item) => {
    if (item.block.kind !== 'table') return [];
    const roles = columnRoles(item.block.columns);
    return tableRole(roles) === 'assignments' ? tableAssignments(item, item.block, { roles, source }) : [];
  });
}
