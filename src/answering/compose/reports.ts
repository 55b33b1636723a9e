import type { Passage } from '../../document/passage.ts';
import type { Agency, Assignment } from '../../document/records.ts';
import { sharesLine } from '../../document/span.ts';
import { termsOf } from '../../vietnamese/phrase-book.ts';
import { bigrams } from '../../vietnamese/tokens.ts';
import { askedKind } from '../evidence/asked-kind.ts';
import { coverage } from '../evidence/coverage.ts';
import type { DocumentView } from '../evidence/document-view.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { pairsIn, termSetOf } from '../evidence/term-set.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Concept } from '../understand/concept.ts';
import type { Understanding } from '../understand/understanding.ts';
import { claim, type Draft, type DraftStatement, draft, framing } from './draft.ts';
import { readable, sentenceStatement, wanted } from './passages.ts';
import { distinctSupports, supportRound } from './support.ts';
import { accordingTo, lowerFirst, upperFirst } from './wording.ts';

type FoundAssignment = Evidence['assignments'][number];

/** Who reports to whom, through whom and when; for each document when the question names none. */
export function composeReport(understanding: Understanding, evidence: Evidence): Draft | null {
  const assigned = reporting(understanding, evidence);
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
  const ordered = byReport(assigned, understanding);
  const isOne =
    understanding.scope.ids.length === 1 ||
    (understanding.scope.provinces.length === 1 && assigned.every(({ view }) => view === best.view));
  const fitting = ofKindAsked(ordered, understanding);
  const chosen = isOne ? allOf(fitting, understanding) : firstOfEach(fitting.map(({ found }) => found));
  const statements = chosen.flatMap(reportStatement);
  const agencies = chosen.flatMap(({ item }) => item.lead.map(({ name }) => name));
  const states = askedKind(understanding);
  const saying = readable(evidence.sentences).find(
    ({ item, coverage }) => coverage >= THRESHOLDS.sentence && states !== null && states(item.text),
  );
  const inSentence = () =>
    saying === undefined
      ? null
      : draft('answered', [sentenceStatement(saying.view, saying.item, wanted(understanding))], { agencies: [] });
  // A sentence that says the day asked for goes before duties of several documents when the nearest of them says none.
  const isNearer = saying !== undefined && saying.view === best.view && saying.coverage >= best.coverage;
  if (!isOne && asksWhen(understanding) && isNearer && !isDated(best)) return inSentence();
  if (statements.length > 1 && !isOne) {
    return draft('clarify', [framing('Anh/chị hỏi văn bản nào? Theo từng văn bản:'), ...statements.map(asLine)], {
      agencies,
    });
  }
  const undated = asksWhen(understanding) && !chosen.some(isDated);
  if (undated && saying !== undefined) return inSentence();
  return undated
    ? draft('partial', [...statements, framing('Văn bản không ghi ngày báo cáo cụ thể.')], { agencies })
    : draft('answered', statements.length > 1 ? statements.map(asLine) : statements, { agencies });
}

function isDated({ item }: FoundAssignment): boolean {
  return /\d/.test(item.reporting?.when ?? '');
}

/** A sentence must be so much nearer than any assignment to report. */
const AHEAD = 0.05;

/** The duties to report that fit; all of a document when the question names nothing but the document. */
function reporting(understanding: Understanding, evidence: Evidence): readonly FoundAssignment[] {
  const { scope, concepts } = understanding;
  const subject = concepts.filter(({ label }) => !OF_REPORTS.test(label));
  if (subject.length === 0) return dutiesOf(evidence);
  const ofBodies = dutiesOf(evidence).filter(({ item }) => areNamed(item.lead, subject));
  if (ofBodies.length > 0) return ofBodies;
  const found = evidence.assignments.filter(
    ({ view, item, coverage: held }) =>
      item.reporting !== null && (scope.named ? speaksOf(view, item, subject) : held >= THRESHOLDS.near),
  );
  return [...new Map(found.toReversed().map((one) => [one.item, one])).values()].toReversed();
}

/** Does the plan or the duty itself speak of what the report asked about is on ("báo cáo việc lấn chiếm rừng")? */
function speaksOf(view: DocumentView, { quote, headingTrail }: Assignment, subject: readonly Concept[]): boolean {
  const contexts = [{ terms: view.titleTerms, weight: 1 }];
  return coverage(subject, termSetOf([...headingTrail, quote].join(' . ')), contexts) >= SPOKEN_OF;
}

/** Of what the report is on so much. */
const SPOKEN_OF = 0.1;

/** Every duty to report there is. */
function dutiesOf({ views }: Evidence): readonly FoundAssignment[] {
  return views.flatMap((view) =>
    view.ingested.assignments
      .filter((item) => item.reporting !== null)
      .map((item) => ({ view, item, sentence: null, score: 1, coverage: 1 })),
  );
}

/** "Hạn nộp báo cáo của các huyện": nothing is asked about but the bodies that report. */
function areNamed(bodies: readonly Agency[], subject: readonly Concept[]): boolean {
  return coverage(subject, termSetOf(bodies.map(({ printed }) => printed).join(', '))) === 1;
}

/** Words that any duty to report has, bodies of any kind, and the seams between them. */
const OF_REPORTS =
  /^(?:(?:bao|cao|ket|qua|gui|nop|phai|lan|dinh|ki|tinh|hinh|thuc|hien|trien|khai|thang|quy|nam|ve|hang|moi|cac|cuoi|so|nganh|co|quan|don|vi|ai)(?: |$))+$/;

interface Ranked {
  readonly found: FoundAssignment;
  readonly rank: number;
}

/** A report that says when, where that is asked, and one to the body the question names, come first. */
function byReport(assigned: readonly FoundAssignment[], understanding: Understanding): readonly Ranked[] {
  const dated = assigned.filter(({ item }) => item.reporting?.when !== null);
  const when = asksWhen(understanding);
  const fitting = when && dated.length > 0 ? dated : assigned;
  const question = new Set(bigrams(termsOf(understanding.folded)));
  const subject = new Set(bigrams(termsOf(subjectOf(understanding.folded))));
  const bonus = ({ item: { reporting, lead } }: FoundAssignment) => {
    if (reporting === null) return 0;
    const to = [reporting.to, reporting.through].some(
      (body) => body !== null && [...pairsIn(termSetOf(body))].every((pair) => question.has(pair)),
    );
    const by = lead.some(({ name }) => [...pairsIn(termSetOf(name))].some((pair) => subject.has(pair)));
    return (when && reporting.when !== null ? FITTING : 0) + (to ? FITTING : 0) + (by ? OF_SUBJECT : 0);
  };
  return fitting.map((found) => ({ found, rank: found.score + bonus(found) })).sort((a, b) => b.rank - a.rank);
}

const FITTING = 0.15;
/** More than what fits alike may differ by: who is asked about alone is answered for. */
const OF_SUBJECT = 0.3;

/** Who reports, as the question puts it before the verb; nothing when it asks who does. */
function subjectOf(folded: string): string {
  const [before = '', after] = folded.split(/(?:^| )(?:(?:phai|can) )?(?:(?:gui|nop|lam) )?bao cao(?= |$)/);
  return after === undefined || /(?:^| )(?:nao|ai)(?= |$)/.test(before) ? '' : before;
}

function asksWhen({ folded }: Understanding): boolean {
  return /\b(?:khi nao|bao gio|(?:ngay|hom|bua) nao|ngay may|truoc ngay|han|thoi han|thang nao|luc nao)\b/.test(folded);
}

/** The duties of one document that fit alike: of all who must report when the question names none of them. */
function allOf(ordered: readonly Ranked[], understanding: Understanding): readonly FoundAssignment[] {
  const top = ordered[0]?.rank ?? 0;
  const alike = ordered.filter(({ rank }) => rank >= top - ALIKE).map(({ found }) => found);
  const dated = alike.filter(isDated);
  return asksWhen(understanding) && dated.length > 0 ? dated : alike.slice(0, 1);
}

const ALIKE = 0.2;

/** "Sở nào phải báo cáo?": the duties of departments come before those of other bodies. */
function ofKindAsked(ordered: readonly Ranked[], { folded }: Understanding): readonly Ranked[] {
  if (!/(?:^| )so (?:nganh )?nao(?= |$)/.test(folded)) return ordered;
  const ofDepartments = ordered.filter(({ found }) => found.item.lead.some(({ name }) => name.startsWith('Sở ')));
  return ofDepartments.length === 0 ? ordered : ofDepartments;
}

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
  const who = item.lead.map(({ name }) => name).join(', ');
  const parts = [
    when === null ? null : lowerFirst(when),
    to === null ? null : `gửi ${to}`,
    through === null ? null : `qua ${through}`,
  ].filter((part) => part !== null);
  const subject = who === '' ? 'Báo cáo' : `${upperFirst(who)} báo cáo`;
  const supports = [
    supportRound(view, item.reportingSpan ?? item.span, item.headingTrail),
    ...(item.leadSpan === null ? [] : [supportRound(view, item.leadSpan, item.headingTrail)]),
  ];
  return [
    claim(
      `${subject}: ${parts.join('; ')}, ${accordingTo(view.document, item.provisionPath)}.`,
      ...distinctSupports(supports),
    ),
  ];
}

function asLine(statement: DraftStatement): DraftStatement {
  return { ...statement, text: `- ${statement.text}` };
}
