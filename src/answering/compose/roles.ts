import type { Agency, Assignment } from '../../document/records.ts';
import { coverage } from '../evidence/coverage.ts';
import type { DocumentView } from '../evidence/document-view.ts';
import { quoteAt } from '../evidence/document-view.ts';
import { type Evidence, exchanged } from '../evidence/evidence.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Understanding } from '../understand/understanding.ts';
import { roleSupports, taskInWords, taskSupport } from './assigned-task.ts';
import { askedAction, namingSentence, ofKindAsked, passiveDoer } from './bodies-asked.ts';
import { decidedElsewhere } from './decided-elsewhere.ts';
import { claim, type Draft, type DraftStatement, draft, framing } from './draft.ts';
import { partsDraft } from './lists.ts';
import { isOnSubject } from './on-subject.ts';
import { composePassages, readable, sentenceStatement, wanted } from './passages.ts';
import { pointStatement, printedNames } from './points.ts';
import { sharedDraft, sharingTask } from './shared-tasks.ts';
import { distinctSupports, supportRound } from './support.ts';
import { accordingTo, quoted } from './wording.ts';

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
