import type { Assignment, Target } from '../../document/records.ts';
import { overlaps } from '../../document/span.ts';
import { sameAgency } from '../../vietnamese/agencies.ts';
import type { DocumentView } from '../evidence/document-view.ts';
import { holdsYear } from '../evidence/target-fit.ts';
import type { Understanding } from '../understand/understanding.ts';
import type { Draft } from './draft.ts';
import { lowerFirst, shortName } from './wording.ts';

/** How many next questions are offered. */
const MOST = 3;

/**
 * The draft with next questions that the records of what it cites can answer: another year of the indicator and who
 * monitors it, what else a body is charged with, when and to whom to report, what a plan rests on. Nothing is searched.
 */
export function withFollowUps(draft: Draft, understanding: Understanding): Draft {
  if (draft.followUps.length > 0 || (draft.status !== 'answered' && draft.status !== 'partial')) return draft;
  const support = draft.statements.find(({ kind }) => kind === 'claim')?.supports[0];
  if (support === undefined) return draft;
  const { view, span } = support;
  const target = view.ingested.targets.find((item) => overlaps(item.span, span));
  const assignment = view.ingested.assignments.find(
    (item) => overlaps(item.taskSpan, span) || (item.leadSpan !== null && overlaps(item.leadSpan, span)),
  );
  const followUps = [
    ...(target === undefined ? [] : ofTarget(target, view, understanding)),
    ...(assignment === undefined ? [] : ofAssignment(assignment, view, understanding)),
    ...ofDocument(view, understanding),
  ];
  return { ...draft, followUps: [...new Set(followUps)].slice(0, MOST) };
}

function ofTarget(target: Target, view: DocumentView, { years, intent }: Understanding): string[] {
  const name = lowerFirst(target.indicator);
  if (name.length > LONGEST) return [];
  const other = target.values.find(
    ({ period, value }) =>
      value !== null &&
      period !== null &&
      /^\d{4}$/.test(period) &&
      years.length > 0 &&
      !years.some((year) => holdsYear(period, year)),
  );
  return [
    ...(other === undefined ? [] : [`${placed(view, `Chỉ tiêu ${name}`)} năm ${other.period} là bao nhiêu?`]),
    ...(target.monitor.length === 0 || intent === 'monitor'
      ? []
      : [`${placed(view, `Cơ quan nào theo dõi chỉ tiêu ${name}`)}?`]),
  ];
}

/** A longer indicator makes no question that is read at a glance. */
const LONGEST = 90;

function ofAssignment(assignment: Assignment, view: DocumentView, { intent }: Understanding): string[] {
  const [lead] = assignment.lead;
  if (lead === undefined || intent === 'tasks' || lead.name.length > LONGEST) return [];
  const own = view.ingested.assignments.filter((item) => item.lead.some(({ name }) => sameAgency(name, lead.name)));
  return own.length > 1 && /^(?:Sở|Ban|Bảo hiểm|Công an)/u.test(lead.name)
    ? [`${lead.name} được giao những nhiệm vụ nào trong ${ofProvince(view)}?`]
    : [];
}

function ofDocument(view: DocumentView, { intent, aspect }: Understanding): string[] {
  const { assignments, references } = view.ingested;
  const name = ofProvince(view);
  if (view.document.number === null) return [];
  const reports = assignments.some(({ reporting }) => reporting !== null && /\d/.test(reporting.when ?? ''));
  return [
    ...(reports && intent !== 'report' ? [`Các cơ quan phải báo cáo kết quả thực hiện ${name} khi nào?`] : []),
    ...(intent !== 'basis' && references.some(({ relation }) => relation === 'based_on')
      ? [`${name} căn cứ vào những văn bản nào?`]
      : []),
    ...(view.document.signer !== null && aspect !== 'signer' && aspect !== 'signer_position' ? [`Ai ký ${name}?`] : []),
  ];
}

function ofProvince(view: DocumentView): string {
  return placed(view, shortName(view.document));
}

function placed({ document: { province } }: DocumentView, words: string): string {
  return province === null ? words : `${words} của ${province}`;
}
