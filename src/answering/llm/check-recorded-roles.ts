import type { Assignment } from '../../document/records.ts';
import { sharesLine } from '../../document/span.ts';
import { sameAgency } from '../../vietnamese/agencies.ts';
import type { DraftStatement } from '../compose/draft.ts';
import { rolesIn } from '../verify/roles.ts';

/**
 * A body that the records of the cited places know only as coordinating is not called leading, nor the other way round,
 * wherever the words stand: "Sở B: “chủ trì, phối hợp với …”" gives Sở B the words of another. The reason, or null.
 */
export function checkRecordedRoles({ text, supports }: DraftStatement): string | null {
  const assignments = supports.flatMap(({ view, span }) =>
    view.ingested.assignments.filter((assignment) => spansOf(assignment).some((own) => sharesLine(own, span))),
  );
  if (assignments.length === 0) return null;
  for (const { agency, roles } of rolesIn(text)) {
    const [role] = roles;
    if (role !== 'lead' && role !== 'coordinate') continue;
    const other = role === 'lead' ? 'coordinate' : 'lead';
    const isNamed = (as: 'lead' | 'coordinate') =>
      assignments.some((assignment) => assignment[as].some(({ name }) => sameAgency(name, agency.name)));
    if (isNamed(other) && !isNamed(role)) return `${agency.printed} không giữ vai trò này trong bản ghi.`;
  }
  return null;
}

function spansOf({ span, taskSpan, leadSpan, coordinateSpan }: Assignment) {
  return [span, taskSpan, leadSpan, coordinateSpan].filter((own) => own !== null);
}
