import { askedKind } from '../evidence/asked-kind.ts';
import { coverage } from '../evidence/coverage.ts';
import type { DocumentView, Sentence } from '../evidence/document-view.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { withoutDaysOfDocuments } from '../evidence/moments.ts';
import { statesOfAsked } from '../evidence/stated-clause.ts';
import { valueNearby } from '../evidence/value-nearby.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Understanding } from '../understand/understanding.ts';
import { claim, type Draft, draft } from './draft.ts';
import { composeMetadata } from './metadata.ts';
import { readable, sentenceStatement, wanted } from './passages.ts';
import { supportAt } from './support.ts';
import { accordingTo, quoted, shorten, upperFirst } from './wording.ts';

/** Words that name a moment or a span of time. */
const TIME =
  /(?<!\/)\b(?:19|20)\d\d\b(?!\/)|ngày \d|tháng \d|quý |hằng năm|hàng năm|hằng tháng|hàng tháng|hằng quý|hàng quý|định kỳ|thường xuyên|\d+ tháng|trước (?:ngày )?\d|giai đoạn|chậm nhất|trong vòng \d|\d{1,2}\/\d{1,2}\/\d{4}|\d+ (?:ngày|giờ)(?: làm việc)?|từ (?:khi|ngày) .{3,60} đến (?:khi|hết|ngày)/iu;

const statesTime = (text: string): boolean => TIME.test(text);

/** By when: the deadline of the task, else the sentence that names the time. */
export function composeDeadline(understanding: Understanding, evidence: Evidence): Draft | null {
  const ofPlan = composePlanTime(understanding, plansAsked(understanding, evidence));
  if (ofPlan !== null || understanding.concepts.length === 0) return ofPlan;
  const assigned = evidence.assignments.find(
    ({ item, coverage }) => item.deadline !== null && coverage >= THRESHOLDS.sentence,
  );
  const statesKind = askedKind(understanding) ?? statesTime;
  const states = statesOfAsked((text) => statesKind(withoutDaysOfDocuments(text)), understanding.concepts);
  const inText = readable(evidence.sentences).find(
    ({ item, coverage }) => item.passage.kind !== 'basis' && coverage >= THRESHOLDS.sentence && states(item),
  );
  if (assigned !== undefined && (inText === undefined || assigned.score >= inText.score - 0.02)) {
    const { view, item } = assigned;
    const when = (item.deadline ?? '').replace(/[.;]+$/u, '');
    return draft(
      'answered',
      [
        claim(
          `${upperFirst(when)}: thời gian thực hiện nhiệm vụ ${quoted(shorten(item.task, 200))}, ${accordingTo(view.document, item.provisionPath)}.`,
          supportAt(view, item.deadlineSpan ?? item.span, item.headingTrail),
          supportAt(view, item.taskSpan, item.headingTrail),
        ),
      ],
      { agencies: item.lead.map(({ name }) => name) },
    );
  }
  if (inText === undefined) return timeNearby(understanding, evidence, states);
  return draft('answered', [sentenceStatement(inText.view, inText.item, wanted(understanding))]);
}

/** The point that holds nearly all that is asked leaves the time to its neighbour: "- Điểm quan trắc: …", "- Tần suất: 2 lần/tháng". */
function timeNearby(
  understanding: Understanding,
  { sentences }: Evidence,
  states: (sentence: Sentence) => boolean,
): Draft | null {
  const [best] = readable(sentences);
  if (askedKind(understanding) === null || best === undefined || best.coverage < NEARLY_ALL) return null;
  const near = valueNearby(best, states);
  return near === null ? null : draft('answered', [sentenceStatement(near.view, near.item, wanted(understanding))]);
}

const NEARLY_ALL = 0.8;

/** "Chương trình truyền thông về giảm nghèo làm đến khi nào?": nothing is named but the one plan that has it all in its title. */
function plansAsked({ concepts }: Understanding, { views }: Evidence): readonly DocumentView[] {
  if (concepts.length === 0) return views;
  const titled = views.filter(({ titleTerms }) => coverage(concepts, titleTerms) >= NEARLY_ALL);
  return titled.length === 1 ? titled : [];
}

/** The time a plan is carried out in. */
function composePlanTime(understanding: Understanding, views: readonly DocumentView[]): Draft | null {
  if (views.length === 0) return null;
  const stated = composeMetadata('period', understanding, views);
  if (stated !== null) return stated;
  for (const view of views) {
    const sentence = view.ingested.passages
      .flatMap((passage) => view.sentences(passage))
      .find(({ text }) => /thời gian thực hiện/iu.test(text) && TIME.test(text));
    if (sentence !== undefined) return draft('answered', [sentenceStatement(view, sentence, [])]);
  }
  return null;
}
