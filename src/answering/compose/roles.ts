import type { Agency, Assignment } from '../../document/records.ts';
import { sameAgency } from '../../vietnamese/agencies.ts';
import { fold } from '../../vietnamese/fold.ts';
import { coverage } from '../evidence/coverage.ts';
import type { DocumentView } from '../evidence/document-view.ts';
import { quoteAt, type Sentence } from '../evidence/document-view.ts';
import { type Evidence, exchanged } from '../evidence/evidence.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Understanding } from '../understand/understanding.ts';
import { roleSupports, taskInWords, taskSupport, taskText } from './assigned-task.ts';
import { askedAction, namingSentence, ofKindAsked, passiveDoer } from './bodies-asked.ts';
import { decidedElsewhere } from './decided-elsewhere.ts';
import { claim, type Draft, type DraftStatement, draft, framing } from './draft.ts';
import { partsDraft } from './lists.ts';
import { isOnSubject } from './on-subject.ts';
import { composePassages, readable, sentenceStatement, wanted } from './passages.ts';
import { pointStatement, printedNames } from './points.ts';
import { sharedDraft, sharingTask } from './shared-tasks.ts';
import { distinctSupports, supportAt, supportOfSentence, supportRound } from './support.ts';
import { accordingTo, documentName, quoted, shorten, upperFirst } from './wording.ts';

type FoundAssignment = Evidence['assignments'][number];

/** Who leads: the bodies, the task they lead, where; then who coordinates and when. */
export function composeLead(understanding: Understanding, evidence: Evidence): Draft | null {
  if (understanding.concepts.length === 0) return composePlanLead(understanding, evidence);
  const titled = evidence.views.filter(({ titleTerms }) => coverage(understanding.concepts, titleTerms) >= WHOLE_TITLE);
  if (titled.length > 0 && NAMES_DOCUMENT.test(understanding.folded)) {
    const whole = composePlanLead(understanding, exchanged(evidence, { views: titled.slice(0, 1) }));
    if (whole !== null) return whole;
  }
  const doer = passiveDoer(understanding, evidence);
  if (doer !== null) return composePassages(understanding, { ...evidence, sentences: [doer] }, { most: 1 });
  const asked = ofKindAsked(understanding, evidence);
  const fitting = fittingAssignments(asked, (found) => found.item.lead.length > 0 && isOnSubject(found, understanding));
  const [best] = fitting;
  const action = askedAction(understanding);
  const decided = decidedElsewhere(best, action, understanding);
  if (decided !== null) return draft('answered', [decided]);
  const named = namingSentence(asked, best, action);
  if (named !== null) return composePassages(understanding, exchanged(evidence, { sentences: [named] }), { most: 1 });
  if (best === undefined) return null;
  const sharing = sharingTask(best, fitting);
  if (sharing.length > 1) return sharedDraft(sharing, understanding);
  const chosen = onePerDocument(fitting, understanding);
  return draft(
    'answered',
    chosen.flatMap((found) => [leadStatement(found, understanding), ...restStatements(found)]),
    { agencies: chosen.flatMap(({ item }) => names(item.lead)) },
  );
}

/** The question names the plan by its title and nothing of what stands in it. */
const WHOLE_TITLE = 0.75;
/** "Quyết định" and "quy định" are as often what a body does ("quyết định phê duyệt phương án"). */
const NAMES_DOCUMENT =
  /\b(?:ke hoach|chi thi|nghi quyet|de an|chuong trinh|quy che|qui che|(?<!(?:ai|viec|nao|gi|quyen) )(?:quyet dinh|qu[yi] dinh)(?= (?:nay|so|ve|cua|nao|do|\d)))\b/;

/** Words of the assignment that carries the whole plan, not one task of it ("Cơ quan chủ trì: …"). */
const WHOLE_PLAN =
  /(?:cơ quan (?:chủ trì|thường trực)|đầu mối)(?!\s*:)[^.;:]*(?:kế hoạch|chỉ thị|quyết định|nghị quyết)|(?:chủ trì|theo dõi|đôn đốc|hướng dẫn)[^.;]*(?:triển khai|thực hiện|đôn đốc)[^.;]*(?:kế hoạch|chỉ thị|quyết định|nghị quyết|quy chế|quy định) này/iu;

/** "Ủy ban nhân dân Thành phố tổ chức thực hiện Nghị quyết": all there is to the task is the document. */
const CARRIES_OUT =
  /^tổ chức (?:triển khai )?thực hiện (?:kế hoạch|chỉ thị|quyết định|nghị quyết)(?: này)?(?:[.;,]|$)/iu;

/** Nothing but the plan is named: the bodies its closing part lists, or the body that carries the plan. */
function composePlanLead(understanding: Understanding, evidence: Evidence): Draft | null {
  const parts = / (?:nhung|cac) /.test(` ${understanding.folded} `) ? partsDraft(understanding, evidence) : null;
  if (parts !== null) return parts;
  const carriers = evidence.views.flatMap((view) => {
    const given = view.ingested.assignments.filter(({ lead }) => lead.length > 0);
    const item =
      given.find(({ task, quote }) => WHOLE_PLAN.test(quote) || WHOLE_PLAN.test(task)) ??
      given.find(({ task }) => CARRIES_OUT.test(task));
    return item === undefined ? [] : [{ view, item, sentence: null, score: 1, coverage: 1 }];
  });
  if (carriers.length === 0) return null;
  const statements = carriers.map((found) => leadStatement(found, understanding));
  if (carriers.length === 1)
    return draft('answered', statements, { agencies: carriers.flatMap(({ item }) => names(item.lead)) });
  return draft('clarify', [framing('Anh/chị hỏi văn bản nào? Theo từng văn bản:'), ...statements.map(asLine)], {
    agencies: carriers.flatMap(({ item }) => names(item.lead)),
  });
}

function asLine(statement: DraftStatement): DraftStatement {
  return { ...statement, text: `- ${statement.text}` };
}

/** Who coordinates, with the leading body named apart. */
export function composeCoordinate(understanding: Understanding, evidence: Evidence): Draft | null {
  const fitting = fittingAssignments(evidence, ({ item }) => item.coordinate.length > 0);
  const [best] = fitting;
  const inText = readable(evidence.sentences).find(({ item }) => /phối hợp/iu.test(item.text));
  if (best === undefined || (inText !== undefined && inText.score > best.score + 0.02)) {
    if (inText === undefined || inText.coverage < THRESHOLDS.sentence) return null;
    return draft('answered', [sentenceStatement(inText.view, inText.item, wanted(understanding))]);
  }
  const { view, item, sentence } = best;
  const lead = item.lead.length === 0 ? '' : ` với ${printedNames(item.lead)} (cơ quan chủ trì)`;
  return draft(
    'answered',
    [
      claim(
        `${printedNames(item.coordinate)} phối hợp${lead} trong việc ${taskInWords(item, sentence, understanding)}, ${accordingTo(view.document, item.provisionPath)}.`,
        ...distinctSupports([
          ...roleSupports(view, item, item.coordinateSpan ?? item.leadSpan),
          ...(item.lead.length === 0 ? [] : roleSupports(view, item, item.leadSpan)),
          ...taskSupport(view, item, sentence),
        ]),
      ),
    ],
    { agencies: [...names(item.coordinate), ...names(item.lead)] },
  );
}

/** What a body has to do, as a list; a single long task sentence by sentence. */
export function composeTasks(understanding: Understanding, evidence: Evidence): Draft | null {
  const { agencies } = understanding;
  if (agencies.length === 0) return null;
  const held = (list: readonly Agency[]) =>
    list.some((agency) => agencies.some((name) => sameAgency(agency.name, name)));
  const own = evidence.views.flatMap((view) =>
    view.ingested.assignments.filter((item) => held(item.lead)).map((item) => ({ view, item })),
  );
  const views = [...new Set(own.map(({ view }) => view))];
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

/** Who monitors a group of targets. */
export function composeMonitor(evidence: Evidence): Draft | null {
  const found = evidence.targets.find(({ item, coverage }) => item.monitor.length > 0 && coverage >= THRESHOLDS.near);
  if (found === undefined) return null;
  const { view, item } = found;
  const subject = item.group === null ? `chỉ tiêu ${quoted(item.indicator)}` : `nhóm chỉ tiêu ${quoted(item.group)}`;
  return draft(
    'answered',
    [
      claim(
        `${item.monitor.join('; ')} theo dõi, đánh giá ${subject}, ${accordingTo(view.document, item.provisionPath)}.`,
        ...distinctSupports([supportRound(view, item.monitorSpan ?? item.span, item.headingTrail)]),
      ),
    ],
    { agencies: item.monitor },
  );
}

function fittingAssignments(
  evidence: Evidence,
  holds: (found: FoundAssignment) => boolean,
): readonly FoundAssignment[] {
  return evidence.assignments.filter((found) => found.coverage >= THRESHOLDS.sentence && holds(found));
}

/** The best assignment of each document, when the question names none and several answer about equally well. */
function onePerDocument(fitting: readonly FoundAssignment[], understanding: Understanding): readonly FoundAssignment[] {
  const [best] = fitting;
  if (best === undefined) return [];
  if (understanding.scope.provinces.length === 1 || understanding.scope.ids.length === 1) return [best];
  const byDocument = new Map<DocumentView, FoundAssignment>();
  for (const found of fitting) {
    if (found.score >= best.score - THRESHOLDS.tie / 2 && !byDocument.has(found.view))
      byDocument.set(found.view, found);
  }
  return [...byDocument.values()].slice(0, 3);
}

function leadStatement(found: FoundAssignment, understanding: Understanding): DraftStatement {
  const pointed = pointStatement(found, understanding);
  if (pointed !== null) return pointed;
  const { view, item, sentence } = found;
  const task = taskInWords(item, sentence, understanding);
  const says = SAYS_PART.test(task) ? ':' : leads(view, item) ? ' chủ trì việc' : ' được giao việc';
  return claim(
    `${printedNames(item.lead)}${says} ${task}, ${accordingTo(view.document, item.provisionPath)}.`,
    ...distinctSupports([...roleSupports(view, item, item.leadSpan), ...taskSupport(view, item, sentence)]),
  );
}

function restStatements({ view, item }: FoundAssignment): DraftStatement[] {
  const statements: DraftStatement[] = [];
  if (item.coordinate.length > 0) {
    statements.push(
      claim(
        `Cơ quan phối hợp: ${item.coordinate.map(({ printed }) => printed).join('; ')}.`,
        ...roleSupports(view, item, item.coordinateSpan),
      ),
    );
  }
  if (item.deadline !== null) {
    const text = item.deadline.replace(/[.;]+$/u, '');
    statements.push(claim(`Thời gian thực hiện: ${text}.`, ...roleSupports(view, item, item.deadlineSpan)));
  }
  return statements;
}

/** A task that says the part itself needs no verb before it. */
const SAYS_PART = /^“(?:là cơ quan|chủ trì|phối hợp)/iu;

/** Does the text give this body the lead in so many words, where it is named or right behind its name? */
function leads(view: DocumentView, item: Assignment): boolean {
  if (LEADING.test(quoteAt(view, item.leadSpan ?? item.span))) return true;
  return item.lead.some(({ printed }) => {
    const at = item.quote.indexOf(printed);
    return at !== -1 && LEADING.test(item.quote.slice(at + printed.length, at + printed.length + NEAR));
  });
}

const LEADING = /chủ trì|(?:cơ quan|đơn vị) thường trực|đầu mối/iu;
const NEAR = 30;

function names(agencies: readonly Agency[]): readonly string[] {
  return agencies.map((agency) => agency.name);
}
