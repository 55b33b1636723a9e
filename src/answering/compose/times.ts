import type { Evidence } from '../evidence/evidence.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Understanding } from '../understand/understanding.ts';
import { claim, type Draft, draft } from './draft.ts';
import { readable, sentenceStatement } from './passages.ts';
import { supportAt } from './support.ts';
import { accordingTo, quoted, shorten, upperFirst } from './wording.ts';

/** Words that name a moment or a span of time. */
const TIME =
  /\b(?:19|20)\d\d\b|ngày \d|tháng \d|quý |hằng năm|hàng năm|hằng tháng|hàng tháng|hằng quý|hàng quý|định kỳ|thường xuyên|\d+ tháng|trước (?:ngày )?\d|giai đoạn|chậm nhất|trong vòng \d/iu;

/** By when: the deadline of the task, else the sentence that names the time. */
export function composeDeadline(understanding: Understanding, evidence: Evidence): Draft | null {
  const assigned = evidence.assignments.find(
    ({ item, coverage }) => item.deadline !== null && coverage >= THRESHOLDS.sentence,
  );
  const inText = readable(evidence.sentences).find(
    ({ item, coverage }) => coverage >= THRESHOLDS.sentence && TIME.test(item.text),
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
  if (inText === undefined) return null;
  return draft('answered', [sentenceStatement(inText.view, inText.item, understanding.concepts)]);
}

/** To whom, through whom and when to report. */
export function composeReport(understanding: Understanding, evidence: Evidence): Draft | null {
  const assigned = evidence.assignments.find(
    ({ item, coverage }) => item.reporting !== null && coverage >= THRESHOLDS.near,
  );
  const inText = readable(evidence.sentences).find(
    ({ item, coverage }) => coverage >= THRESHOLDS.near && /báo cáo/iu.test(item.text),
  );
  if (inText !== undefined && (assigned === undefined || inText.score > assigned.score)) {
    return draft('answered', [sentenceStatement(inText.view, inText.item, understanding.concepts)]);
  }
  if (assigned === undefined || assigned.item.reporting === null) return null;
  const { view, item } = assigned;
  const { to, through, when } = assigned.item.reporting;
  const parts = [
    when === null ? null : `thời hạn: ${when}`,
    to === null ? null : `nơi nhận: ${to}`,
    through === null ? null : `qua ${through}`,
  ].filter((part) => part !== null);
  return draft(
    'answered',
    [
      claim(
        `Báo cáo — ${parts.join('; ')}, ${accordingTo(view.document, item.provisionPath)}.`,
        supportAt(view, item.reportingSpan ?? item.span, item.headingTrail),
      ),
    ],
    { agencies: item.lead.map(({ name }) => name) },
  );
}
