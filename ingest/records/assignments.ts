import type { IsoDate, PolicyDocument } from '../../src/document/policy-document.ts';
import type { Assignment } from '../../src/document/records.ts';
import type { SourceText } from '../../src/document/source-text.ts';
import type { PlacedBlock } from '../placed-block.ts';
import { readDirected } from './directed.ts';
import type { Draft } from './evidence.ts';
import { tableAssignments } from './table-assignments.ts';
import { columnRoles, tableRole } from './table-roles.ts';
import { readTriplets } from './triplets.ts';

/** Who must do what, from labelled fields, from tables, and from sentences that tell a body to act. */
export function readAssignments(
  placed: readonly PlacedBlock[],
  { document, source }: { readonly document: PolicyDocument; readonly source: SourceText },
): Draft<Assignment>[] {
  const body = placed.filter((block) => block.part === 'body');
  const triplets = readTriplets(body, source);
  const directed = readDirected(body, triplets.used, source).map((draft) =>
    withoutPastDeadline(draft, document.issuedOn),
  );
  return [...triplets.assignments, ...readTables(body, source), ...directed];
}

/** A day before the document was issued limits nothing: it dates the matter itself ("nhà ở có trước ngày 01/7/2006"). */
function withoutPastDeadline(draft: Draft<Assignment>, issuedOn: IsoDate | null): Draft<Assignment> {
  const [schedule] = draft.schedules;
  if (issuedOn === null || schedule?.date == null || schedule.date >= issuedOn) return draft;
  return { ...draft, deadline: null, schedules: [], deadlineSpan: null };
}

function readTables(placed: readonly PlacedBlock[], source: SourceText): Draft<Assignment>[] {
  return placed.flatMap((item) => {
    if (item.block.kind !== 'table') return [];
    const roles = columnRoles(item.block.columns);
    return tableRole(roles) === 'assignments' ? tableAssignments(item, item.block, { roles, source }) : [];
  });
}
