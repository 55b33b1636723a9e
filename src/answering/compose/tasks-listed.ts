import type { Assignment } from '../../document/records.ts';
import { fold } from '../../vietnamese/fold.ts';
import type { DocumentView } from '../evidence/document-view.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { type DueSpan, dueSpanAsked } from '../understand/due-span.ts';
import type { Understanding } from '../understand/understanding.ts';
import { claim, type Draft, draft, MOST_LINES } from './draft.ts';
import { supportAt, supportRound } from './support.ts';
import { accordingTo, shorten, upperFirst } from './wording.ts';

/** Tasks asked for as such, in folded words. */
const TASKS = / (?:nhiem vu|cong viec|dau viec|phan viec|viec) /;
/** What lists the tasks of a plan: asked for by its name, its rows are meant, not the headings of the plan. */
const LISTED = / (?:phu luc|danh muc|bang phan cong|bang) /;

/**
 * "Những nhiệm vụ nào phải xong trong quý IV?": the tasks of one document that are due then; "Phụ lục có bao nhiêu nhiệm
 * vụ?": those of its tables. A line each, with their deadline; null where the question asks for neither or none is.
 */
export function composeTasksListed(understanding: Understanding, evidence: Evidence): Draft | null {
  const asked = ` ${understanding.folded} `;
  const { named, ids } = understanding.scope;
  if (!TASKS.test(asked) || !(named || ids.length === 1)) return null;
  const due = dueSpanAsked(understanding.folded);
  if (due === null && !(LISTED.test(asked) && understanding.agencies.length === 0)) return null;
  const found = evidence.views
    .map((view) => ({ view, tasks: tasksOf(view, due) }))
    .sort((a, b) => b.tasks.length - a.tasks.length);
  const [most] = found;
  return most === undefined || most.tasks.length < (due === null ? FEWEST : 1) ? null : listOf(most, due);
}

/** A table that assigns fewer tasks is no list of them. */
const FEWEST = 3;

function tasksOf(view: DocumentView, due: DueSpan | null): readonly Assignment[] {
  const meant = view.ingested.assignments.filter((item) => (due === null ? isOfRow(view, item) : isDue(item, due)));
  return [...new Map(meant.map((item) => [fold(item.task), item])).values()];
}

function isOfRow(view: DocumentView, { taskSpan }: Assignment): boolean {
  return view.passageAt(taskSpan)?.kind === 'row';
}

function isDue({ schedules, deadline }: Assignment, { from, to }: DueSpan): boolean {
  const days = schedules.flatMap(({ date }) => date ?? []);
  return [...days, ...endOfYear(deadline)].some((day) => from <= day && day <= to);
}

/** "Năm 2026" alone runs out on its last day. */
function endOfYear(deadline: string | null): readonly string[] {
  const [, year] = /^(?:trong )?(?:năm )?(20\d\d)\.?$/iu.exec(deadline ?? '') ?? [];
  return year === undefined ? [] : [`${year}-12-31`];
}

function listOf(
  { view, tasks }: { readonly view: DocumentView; readonly tasks: readonly Assignment[] },
  due: DueSpan | null,
): Draft {
  const shown = tasks.slice(0, MOST_LINES);
  const [first] = shown;
  const count = `${shown.length} nhiệm vụ${shown.length < tasks.length ? ' đầu' : ''}`;
  const which = due === null ? '' : ' có thời hạn trong khoảng được hỏi';
  return draft('answered', [
    claim(
      `${count}${which}, ${accordingTo(view.document, first?.provisionPath ?? [])}:`,
      ...shown.slice(0, 1).map(({ span, headingTrail }) => supportAt(view, span, headingTrail)),
    ),
    ...shown.map((item) =>
      claim(
        `- ${upperFirst(shorten(item.task.replace(/[.;]+$/u, ''), TASK))}${item.deadline === null ? '' : ` (${item.deadline.replace(/[.;]+$/u, '')})`}`,
        ...(isOfRow(view, item) || item.deadlineSpan === null
          ? [supportAt(view, item.span, item.headingTrail)]
          : [
              supportAt(view, item.taskSpan, item.headingTrail),
              supportRound(view, item.deadlineSpan, item.headingTrail),
            ]),
      ),
    ),
  ]);
}

const TASK = 160;
