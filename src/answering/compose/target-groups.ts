import type { Target } from '../../document/records.ts';
import { findAgencies, sameAgency } from '../../vietnamese/agencies.ts';
import { coverage } from '../evidence/coverage.ts';
import type { DocumentView } from '../evidence/document-view.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { termSetOf } from '../evidence/term-set.ts';
import { MONITORING } from '../understand/intent.ts';
import type { Understanding } from '../understand/understanding.ts';
import { claim, type Draft, draft, framing } from './draft.ts';
import { supportAt } from './support.ts';
import { indicatorInWords } from './target-in-words.ts';
import { listed } from './target-list.ts';
import { documentName } from './wording.ts';

/** The targets a question asks for as such: those of the group it names, the groups there are, or all of a document. */
export function composeTargetGroups(understanding: Understanding, evidence: Evidence): Draft | null {
  const { folded, concepts } = understanding;
  if (!/\bchi tieu\b/.test(folded)) return null;
  const group = groupDraft(understanding, evidence);
  if (group !== null) return group;
  if (/\bnhom chi tieu\b/.test(folded)) return groupsDraft(evidence);
  if (!COUNTED.test(folded) || !concepts.every(({ label }) => OF_WHOLE.test(label))) return null;
  const groups = groupsDraft(evidence);
  if (groups === null) return allDraft(evidence);
  const [view] = evidence.views;
  const where = view === undefined ? 'Văn bản' : documentName(view.document);
  return draft('partial', [
    framing(`Văn bản không ghi tổng số chỉ tiêu. ${where} xếp chỉ tiêu theo nhóm:`),
    ...groups.statements,
  ]);
}

const WHICH = /\b(?:nhung|cac|may|bao nhieu) chi tieu\b|\bchi tieu (?:nao|gi)\b/;
const COUNTED = /\b(?:bao nhieu|may|nhung|cac) chi tieu\b/;
/** Words that say no more than that all of them are meant. */
const OF_WHOLE = /^(?:chinh|chu yeu|tat ca|tong|cong|tong cong|phu|luc|phu luc|cu the)$/;

/** "BHXH tỉnh theo dõi những chỉ tiêu nào?": those that the body named monitors. */
export function composeMonitored({ folded, agencies }: Understanding, { views }: Evidence): Draft | null {
  if (agencies.length === 0 || !MONITORING.test(` ${folded} `) || !WHICH.test(folded)) return null;
  for (const view of views) {
    const own = view.ingested.targets.filter(({ monitor }) =>
      monitor.some((body) => agencies.some((name) => findAgencies(body).some((found) => sameAgency(found.name, name)))),
    );
    if (own.length > 0)
      return listed(view, own, { of: ` do ${agencies[0]} theo dõi, đánh giá`, span: own[0]?.monitorSpan ?? null });
  }
  return null;
}

/** The targets of the only document asked about, counted, with their values. */
function allDraft({ views: [view, ...others] }: Evidence): Draft | null {
  if (view === undefined || others.length > 0) return null;
  const set = view.ingested.targets.filter(({ kind }) => kind === 'target');
  const lines = [...new Map(set.map((target) => [indicatorInWords(target), target])).values()];
  return lines.length < 2 ? null : listed(view, lines, { span: null });
}

/** The targets of the group the question names, counted, with their values. */
function groupDraft(understanding: Understanding, evidence: Evidence): Draft | null {
  if (understanding.concepts.length === 0) return null;
  const groups = evidence.views.flatMap((view) =>
    [...new Set(view.ingested.targets.map(({ group }) => group))].flatMap((group) =>
      group === null ? [] : [{ view, group, held: coverage(understanding.concepts, termSetOf(group)) }],
    ),
  );
  const [best] = groups.sort((a, b) => b.held - a.held);
  if (best === undefined || best.held < NAMED_GROUP) return null;
  const rows = best.view.ingested.targets.filter(({ group }) => group === best.group);
  const span = groupSpan(best.view, best.group);
  return listed(best.view, rows, { of: ` trong nhóm “${best.group}”`, span });
}

/** How much of what is asked the name of a group must hold. */
const NAMED_GROUP = 0.6;

/** The groups of a table of targets, counted. */
function groupsDraft(evidence: Evidence): Draft | null {
  const view = evidence.views.find(({ ingested }) => ingested.targets.some((target) => target.group !== null));
  if (view === undefined) return null;
  const groups = new Map<string, Target>();
  for (const target of view.ingested.targets)
    if (target.group !== null && !groups.has(target.group)) groups.set(target.group, target);
  const [first] = groups.values();
  if (first === undefined) return null;
  return draft('answered', [
    claim(
      `${groups.size} nhóm chỉ tiêu, theo ${documentName(view.document)}:`,
      supportAt(view, (first.group === null ? null : groupSpan(view, first.group)) ?? first.span, first.headingTrail),
    ),
    ...[...groups].map(([group, target]) =>
      claim(`- ${group}`, supportAt(view, groupSpan(view, group) ?? target.span, target.headingTrail)),
    ),
  ]);
}

function groupSpan(view: DocumentView, group: string) {
  return (
    view.ingested.passages.find((passage) => passage.kind === 'row' && passage.table?.cells.includes(group))?.span ??
    null
  );
}
