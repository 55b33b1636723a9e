import type { Assignment } from '../../document/records.ts';
import { sharesLine } from '../../document/span.ts';
import { sameAgency } from '../../vietnamese/agencies.ts';
import type { DraftStatement } from '../compose/draft.ts';
import { rolesIn } from '../verify/roles.ts';

/** Said of the body right before, whatever comes after: "Sở B chủ trì: cơ quan phối hợp: …". */
const LEADS = /^[\s:,(“–-]*(?:là\s+)?(?:(?:cơ quan|đơn vị)\s+)?(?:chủ trì|đầu mối|thường trực)/iu;

/**
 * A body that the records of the cited places know only as coordinating is not called leading, nor the other way round,
 * wherever the words stand: "Sở B: “chủ trì, phối hợp với …”" gives Sở B the words of another. The reason, or null.
 */
export function checkRecordedRoles({ text, supports }: DraftStatement): string | null {
  const assignments = supports.flatMap(({ view, span }) =>
    view.ingested.assignments.filter((assignment) => spansOf(assignment).some((own) => sharesLine(own, span))),
  );
  if (assignments.length === 0) return null;
  const quoted = [...text.matchAll(/“[^”]*”/gu)].map(({ 0: { length }, index }) => [index, index + length] as const);
  const isOwn = (at: number) => !quoted.some(([start, end]) => start < at && at < end);
  for (const { agency, roles } of rolesIn(text).filter((mention) => isOwn(mention.agency.start))) {
    const role = LEADS.test(text.slice(agency.end)) ? 'lead' : roles[0];
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
