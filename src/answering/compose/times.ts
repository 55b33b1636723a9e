import type { Passage } from '../../document/passage.ts';
import { sharesLine } from '../../document/span.ts';
import { termsOf } from '../../vietnamese/phrase-book.ts';
import { bigrams } from '../../vietnamese/tokens.ts';
import type { DocumentView } from '../evidence/document-view.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { pairsIn, termSetOf } from '../evidence/term-set.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Understanding } from '../understand/understanding.ts';
import { claim, type Draft, type DraftStatement, draft, framing } from './draft.ts';
import { composeMetadata } from './metadata.ts';
import { readable, sentenceStatement, wanted } from './passages.ts';
import { supportAt } from './support.ts';
import { accordingTo, quoted, shorten, upperFirst } from './wording.ts';

/** Words that name a moment or a span of time. */
const TIME =
  /\b(?:19|20)\d\d\b|ngày \d|tháng \d|quý |hằng năm|hàng năm|hằng tháng|hàng tháng|hằng quý|hàng quý|định kỳ|thường xuyên|\d+ tháng|trước (?:ngày )?\d|giai đoạn|chậm nhất|trong vòng \d|\d{1,2}\/\d{1,2}\/\d{4}|\d+ (?:ngày|giờ)(?: làm việc)?/iu;

/** By when: the deadline of the task, else the sentence that names the time. */
export function composeDeadline(understanding: Understanding, evidence: Evidence): Draft | null {
  if (understanding.concepts.length === 0) return composePlanTime(understanding, evidence);
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
  return draft('answered', [sentenceStatement(inText.view, inText.item, wanted(understanding))]);
}

/** Nothing but the plan is named: the time it is carried out in. */
function composePlanTime(understanding: Understanding, { views }: Evidence): Draft | null {
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

/** To whom, through whom and when to report; for each document when the question names none. */
export function composeReport(understanding: Understanding, evidence: Evidence): Draft | null {
  const assigned = evidence.assignments.filter(
    ({ item, coverage }) => item.reporting !== null && coverage >= (understanding.scope.named ? 0 : THRESHOLDS.near),
  );
  const inText = readable(evidence.sentences).find(
    ({ item, coverage }) => coverage >= THRESHOLDS.near && /báo cáo/iu.test(item.text),
  );
  const [best] = assigned;
  if (
    best === undefined ||
    (inText !== undefined && inText.score > best.score + AHEAD && !reports(inText.item.passage, assigned))
  ) {
    return inText === undefined
      ? null
      : draft('answered', [sentenceStatement(inText.view, inText.item, wanted(understanding))]);
  }
  const chosen = understanding.scope.ids.length === 1 ? [best] : firstOfEach(byReport(assigned, understanding));
  const statements = chosen.flatMap(reportStatement);
  const agencies = chosen.flatMap(({ item }) => item.lead.map(({ name }) => name));
  if (statements.length === 1) return draft('answered', statements, { agencies });
  return draft(
    'clarify',
    [
      framing('Anh/chị hỏi văn bản nào? Theo từng văn bản:'),
      ...statements.map((statement) => ({ ...statement, text: `- ${statement.text}` })),
    ],
    { agencies },
  );
}

const AHEAD = 0.05;

/** A report that says when, where that is asked, and one to the body the question names, come first. */
function byReport(assigned: readonly FoundAssignment[], understanding: Understanding): readonly FoundAssignment[] {
  const asksWhen = /\b(?:khi nao|bao gio|ngay nao|truoc ngay|han|thoi han|thang nao)\b/.test(understanding.folded);
  const question = new Set(bigrams(termsOf(understanding.folded)));
  const bonus = ({ item: { reporting } }: FoundAssignment) => {
    if (reporting === null) return 0;
    const dated = asksWhen && reporting.when !== null ? FITTING : 0;
    const to = [reporting.to, reporting.through].some(
      (body) => body !== null && [...pairsIn(termSetOf(body))].every((pair) => question.has(pair)),
    );
    return dated + (to ? FITTING : 0);
  };
  const dated = assigned.filter(({ item }) => item.reporting?.when !== null);
  const fitting = asksWhen && dated.length > 0 ? dated : assigned;
  return [...fitting].sort((a, b) => b.score + bonus(b) - a.score - bonus(a));
}

const FITTING = 0.15;

type FoundAssignment = Evidence['assignments'][number];

/** Does the passage already speak through one of the assignments? */
function reports(passage: Passage, assigned: readonly FoundAssignment[]): boolean {
  return assigned.some(({ item }) => sharesLine(item.reportingSpan ?? item.span, passage.span));
}

function firstOfEach(assigned: readonly FoundAssignment[]): readonly FoundAssignment[] {
  const byDocument = new Map<DocumentView, FoundAssignment>();
  for (const found of assigned) if (!byDocument.has(found.view)) byDocument.set(found.view, found);
  return [...byDocument.values()].slice(0, 4);
}

function reportStatement({ view, item }: FoundAssignment): DraftStatement[] {
  if (item.reporting === null) return [];
  const { to, through, when } = item.reporting;
  const who = item.lead.map(({ printed }) => printed).join(', ');
  const parts = [
    when === null ? null : `${when}`,
    to === null ? null : `gửi ${to}`,
    through === null ? null : `qua ${through}`,
  ].filter((part) => part !== null);
  const subject = who === '' ? 'Báo cáo' : `${upperFirst(who)} báo cáo`;
  return [
    claim(
      `${subject}: ${parts.join('; ')}, ${accordingTo(view.document, item.provisionPath)}.`,
      supportAt(view, item.reportingSpan ?? item.span, item.headingTrail),
      ...(item.leadSpan === null ? [] : [supportAt(view, item.leadSpan, item.headingTrail)]),
    ),
  ];
}
