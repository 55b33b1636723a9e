import type { Agency, Assignment } from '../../document/records.ts';
import { sameAgency } from '../../vietnamese/agencies.ts';
import { fold } from '../../vietnamese/fold.ts';
import { coverage } from '../evidence/coverage.ts';
import type { DocumentView, Sentence } from '../evidence/document-view.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { termSetOf } from '../evidence/term-set.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Understanding } from '../understand/understanding.ts';
import { taskText } from './assigned-task.ts';
import { claim, type Draft, type DraftStatement, draft, framing } from './draft.ts';
import { distinctSupports, supportAt, supportOfSentence, supportRound } from './support.ts';
import { documentName, shorten, upperFirst } from './wording.ts';

/** What a body has to do, as a list; a single long task sentence by sentence. */
export function composeTasks(understanding: Understanding, evidence: Evidence): Draft | null {
  const { agencies } = understanding;
  if (agencies.length === 0) return null;
  const held = (list: readonly Agency[]) =>
    list.some((agency) => agencies.some((name) => sameAgency(agency.name, name)));
  const own = evidence.views.flatMap((view) =>
    view.ingested.assignments.filter((item) => held(item.lead)).map((item) => ({ view, item })),
  );
  const views = aboutAsked([...new Set(own.map(({ view }) => view))], understanding, evidence);
  const shown = views.slice(0, MOST_DOCUMENTS);
  if (shown.length === 0) return null;
  const most = Math.floor(MOST_TASKS / shown.length);
  const statements = shown.flatMap((view) =>
    tasksOf(
      view,
      own.filter((one) => one.view === view).map(({ item }) => item),
      { understanding, most },
    ),
  );
  // Bodies of one name in several provinces are several bodies.
  return new Set(shown.map(({ document }) => document.province)).size > 1
    ? draft('clarify', [framing('Anh/chị hỏi tỉnh nào? Theo từng văn bản:'), ...statements], { agencies })
    : draft('answered', statements, { agencies });
}

/**
 * Those of the documents that are about what is asked: "trong kế hoạch giảm nghèo" means the plan so called, and where it
 * charges the body with nothing, what another plan does is another matter.
 */
function aboutAsked(
  views: readonly DocumentView[],
  { concepts, agencies }: Understanding,
  evidence: Evidence,
): readonly DocumentView[] {
  const names = termSetOf(agencies.join(' . '));
  const topic = concepts.filter((concept) => coverage([concept], names) === 0);
  const inTitle = ({ titleTerms }: DocumentView) => coverage(topic, titleTerms);
  const best = Math.max(0, ...evidence.views.map(inTitle));
  return best < THRESHOLDS.sentence ? views : views.filter((view) => inTitle(view) >= best / 2);
}

/** What one document charges a body with. */
function tasksOf(
  view: DocumentView,
  items: readonly Assignment[],
  { understanding, most }: { readonly understanding: Understanding; readonly most: number },
): DraftStatement[] {
  const different = new Map(items.map((item) => [fold(item.task.replace(/[.;]+$/u, '')), item]));
  const shown = [...different.values()].slice(0, most);
  const lines = shown.flatMap((item) => taskLines(view, item, understanding, shown.length === 1));
  const more = different.size > shown.length ? ' đầu' : '';
  const count = shown.length > 1 ? `${shown.length} nhiệm vụ${more}` : 'nhiệm vụ';
  return [
    claim(
      `${understanding.agencies[0]} được giao ${count} trong ${documentName(view.document)}:`,
      ...(lines[0]?.supports ?? []),
    ),
    ...lines,
  ];
}

/** The tasks of so many documents are told, and so many in all. */
const MOST_DOCUMENTS = 3;
const MOST_TASKS = 20;
/** The only task of a body is given sentence by sentence when it is longer than this. */
const LONG_TASK = 260;

function taskLines(
  view: DocumentView,
  item: Assignment,
  understanding: Understanding,
  isOnly: boolean,
): DraftStatement[] {
  const lead = supportRound(view, item.leadSpan ?? item.span, item.headingTrail);
  const text = taskText(item, null, understanding);
  const section = isOnly ? sectionOf(view, item) : [];
  if (section.length > 0) {
    return [
      claim(`- ${upperFirst(shorten(text, LONG_TASK))}, gồm:`, lead, supportAt(view, item.taskSpan, item.headingTrail)),
      ...section.map((sentence) =>
        claim(`- ${upperFirst(shorten(withoutMark(sentence.text), POINT))}`, supportOfSentence(view, sentence)),
      ),
    ];
  }
  const passage = view.passageAt(item.taskSpan);
  const sentences =
    passage === null
      ? []
      : view.sentences(passage).filter((sentence) => item.task.includes(sentence.text.replace(/[.;]+$/u, '')));
  if (!isOnly || text.length <= LONG_TASK || sentences.length === 0) {
    const support = distinctSupports([lead, supportAt(view, item.taskSpan, item.headingTrail)]);
    return [claim(`- ${upperFirst(shorten(text, LONG_TASK))}`, ...support)];
  }
  const [opening] = text.split(sentences[0]?.text.replace(/[.;]+$/u, '') ?? '');
  return [
    ...(opening === undefined || opening.trim() === ''
      ? []
      : [claim(`- ${upperFirst(shorten(opening.trim().replace(/[.;]+$/u, ''), LONG_TASK))}`, lead)]),
    ...sentences.map((sentence) =>
      claim(
        `- ${upperFirst(shorten(sentence.text.replace(/[.;]+$/u, ''), LONG_TASK))}`,
        supportOfSentence(view, sentence),
      ),
    ),
  ];
}

/**
 * What stands in a section that is given to a body by its heading: its sentences where it is one paragraph, else the first
 * of each; none where the task says itself what it is.
 */
function sectionOf(view: DocumentView, { task, taskSpan }: Assignment): readonly Sentence[] {
  if (task.length > HEADING) return [];
  const within = view.ingested.passages
    .filter(({ span, kind }) => kind !== 'heading' && taskSpan.start <= span.start && span.end <= taskSpan.end)
    .map((passage) => view.sentences(passage).filter(({ text }) => !text.includes(task) && text.length > HEADING / 2));
  const [only, ...others] = within;
  return (others.length === 0 ? (only ?? []) : within.flatMap((sentences) => sentences.slice(0, 1))).slice(
    0,
    MOST_POINTS,
  );
}

/** A task not longer than this is the heading of what is to be done. */
const HEADING = 60;
const MOST_POINTS = 6;
const POINT = 140;

function withoutMark(text: string): string {
  return text.replace(/^[-+•]\s+/u, '').replace(/[.;]+$/u, '');
}
