import { findAgencies, sameAgency } from '../../vietnamese/agencies.ts';
import { coverage } from '../evidence/coverage.ts';
import type { DocumentView, Sentence } from '../evidence/document-view.ts';
import type { Evidence, Found } from '../evidence/evidence.ts';
import { clausesOf } from '../evidence/sentences.ts';
import { termSetOf } from '../evidence/term-set.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Concept } from '../understand/concept.ts';
import { yearConcepts } from '../understand/concepts.ts';
import type { Intent, Understanding } from '../understand/understanding.ts';
import { answeringSentences } from './answering-sentences.ts';
import { claim, type Draft, type DraftStatement, draft } from './draft.ts';
import { enumerationStatements } from './enumerations.ts';
import { type StatesAsked, statesAsked } from './figures-asked.ts';
import { placeInWords } from './place-in-words.ts';
import { rowInWords } from './row-in-words.ts';
import { supportOfSentence } from './support.ts';
import { askedValues, targetStatements } from './target-in-words.ts';
import { targetOfRow } from './target-of-row.ts';
import { measuresAsked } from './targets-asked.ts';
import { accordingTo, quoted, upperFirst } from './wording.ts';

/** How long a quoted sentence may be before only its fitting clauses are shown; a list is shown whole. */
export const QUOTE = { answer: 420, list: 1200 };

/** Sentences that answer as they stand: the best one, and others of the same document that add what it lacks. */
export function composePassages(
  understanding: Understanding,
  evidence: Evidence,
  { most = 2, limit = QUOTE.answer } = {},
): Draft | null {
  const sentences = readable(evidence.sentences).filter(
    ({ view, item }) =>
      (!/:\s*$/u.test(item.text) || enumerationStatements(view, item) !== null) &&
      ((item.passage.kind !== 'basis' && !ENACTS.test(item.text)) || mayRestOnBases(understanding)) &&
      (item.passage.kind !== 'signature' || understanding.intent === 'metadata') &&
      (understanding.intent !== 'tasks' || namesBody(item, understanding.agencies)),
  );
  const answering = answeringSentences(understanding, sentences);
  const [first] = answering;
  if (first === undefined) return null;
  const figure = answering.length === 1 ? figureOfRow(first, understanding) : null;
  if (figure !== null) return draft('answered', figure);
  const announced = answering.length > 1 ? null : enumerationStatements(first.view, first.item);
  if (announced !== null) return draft('answered', announced);
  const chosen = [...answering];
  const states = understanding.intent === 'metadata' ? NAMES_DAY : statesAsked(understanding);
  const isGiven = states !== null && answering.some(({ item }) => states(item));
  for (const candidate of sentences.slice(1, 8)) {
    if (chosen.length >= most || isGiven) break;
    if (
      candidate.view === first.view &&
      candidate.score > first.score - (candidate.item.passage === first.item.passage ? THRESHOLDS.tie : FAR) &&
      adds(candidate, chosen, understanding.concepts)
    ) {
      chosen.push(candidate);
    }
  }
  const [only] = chosen;
  if (chosen.length === 1 && only !== undefined && asksWho(understanding)) {
    const pointed = pointOfBody(only.view, only.item, wanted(understanding));
    if (pointed !== null) return draft('answered', [pointed]);
  }
  return draft(
    'answered',
    chosen.map((found) => sentenceStatement(found.view, found.item, wanted(understanding), limit)),
  );
}

/** A question about a document itself is answered in full by a sentence that names a day. */
const NAMES_DAY: StatesAsked = ({ text }) => /ngày \d/u.test(text);

function asksWho({ intent, aspect }: Understanding): boolean {
  return intent === 'lead' || aspect === 'signer';
}

/** Who does what a point says stands in the clause it is a point of: "1. Sở Xây dựng … quản lý đối với:" above "b) Hệ thống …". */
function pointOfBody(view: DocumentView, point: Sentence, concepts: readonly Concept[]): DraftStatement | null {
  const leadIn = namesOne(point.text) ? null : view.leadInOf(point.passage);
  const opening = leadIn === null ? undefined : view.sentences(leadIn).at(-1);
  if (opening === undefined || !namesOne(opening.text)) return null;
  const [said, text] = [opening.text, point.text].map((each) =>
    fittingClauses(each.replace(/[\s:.;]+$/u, ''), concepts),
  );
  return claim(
    `${upperFirst(accordingTo(view.document, point.passage.provisionPath))}: ${quoted(said ?? '')}: ${quoted(text ?? '')}.`,
    supportOfSentence(view, opening),
    supportOfSentence(view, point),
  );
}

function namesOne(text: string): boolean {
  return findAgencies(text).some(({ kind }) => kind !== 'collective');
}

/** A row that is the figure asked for is told as one. */
function figureOfRow(found: Found<Sentence>, understanding: Understanding): readonly DraftStatement[] | null {
  if (!understanding.needs.includes('number') && understanding.intent !== 'target') return null;
  const row = targetOfRow(found);
  if (row === null || !measuresAsked(row.item, understanding)) return null;
  const isGiven = askedValues(row.item, understanding).some(({ value }) => value !== null);
  return isGiven ? targetStatements(row, understanding) : null;
}

/** What a body has to do stands where the body is named. */
function namesBody({ text, passage }: Sentence, agencies: readonly string[]): boolean {
  if (agencies.length === 0) return true;
  const said = findAgencies([...passage.headingTrail, text].join(' . '));
  return said.some(({ name }) => agencies.some((agency) => sameAgency(name, agency)));
}

/** The clause by which a document brings in what is attached to it says its title once more, and nothing else. */
const ENACTS = /ban hành kèm theo (?:quyết định|nghị quyết) này/iu;

/** What a document rests on answers no other question; a definition only of the document it names. */
function mayRestOnBases({ intent, mentions }: Understanding): boolean {
  return OF_BASES.has(intent) || (intent === 'definition' && mentions.length > 0);
}

const OF_BASES: ReadonlySet<Intent> = new Set<Intent>(['basis', 'metadata', 'count']);

/** How near a sentence of another passage must come to be shown beside the best one. */
const FAR = 0.03;

/** What a shown clause should hold: what is asked, for the years asked. */
export function wanted({ concepts, years }: Understanding): readonly Concept[] {
  return [...concepts, ...yearConcepts(years)];
}

/** Sentences that can be read: no headings, titles in capitals, motto or table scraps. */
export function readable(sentences: readonly Found<Sentence>[]): readonly Found<Sentence>[] {
  return sentences.filter(({ item }) => item.isReadable);
}

/** A line that only says who leads or works with whom: "- Cơ quan chủ trì: Sở Y tế." */
export function isRoleLine({ text }: Sentence): boolean {
  return /^[-+]?\s*(?:cơ quan )?(?:chủ trì|phối hợp)/iu.test(text);
}

/** A further sentence is worth showing when together with the others it holds more of what is asked. */
function adds(candidate: Found<Sentence>, chosen: readonly Found<Sentence>[], concepts: readonly Concept[]): boolean {
  if (chosen.some(({ item }) => item.text.includes(candidate.item.text))) return false;
  const before = coverage(concepts, termSetOf(chosen.map(({ item }) => item.text).join(' . ')));
  const after = coverage(concepts, termSetOf([...chosen, candidate].map(({ item }) => item.text).join(' . ')));
  return after >= before + GAIN;
}

const GAIN = 0.1;

/** "Theo mục II.3 Kế hoạch …: “…”." with the sentence as support. */
export function sentenceStatement(
  view: DocumentView,
  sentence: Sentence,
  concepts: readonly Concept[],
  limit = QUOTE.answer,
): DraftStatement {
  const { document } = view;
  const text = sentence.passage.kind === 'row' ? sentence.text : fittingClauses(sentence.text, concepts, limit);
  if (sentence.passage.table !== null && sentence.passage.table.columns.length > 0) {
    return claim(
      `${upperFirst(accordingTo(document, sentence.passage.provisionPath))}: ${rowInWords(view, sentence.passage, concepts)}.`,
      supportOfSentence(view, sentence),
    );
  }
  return claim(
    `${upperFirst(placeInWords(view, sentence, concepts))}: ${quoted(text)}.`,
    supportOfSentence(view, sentence),
  );
}

/** The sentence, or when it is long the run of neighbouring clauses that holds most of what is asked. */
export function fittingClauses(text: string, concepts: readonly Concept[], limit = QUOTE.answer): string {
  if (text.length <= limit) return withoutBullet(text);
  const clauses = clausesOf(text, { start: 0, end: text.length });
  let best = { start: 0, end: clauses[0]?.end ?? text.length, score: -1 };
  clauses.forEach((first, i) => {
    for (const last of clauses.slice(i)) {
      if (last.end - first.start > limit && last !== first) break;
      const part = text.slice(first.start, last.end);
      const score = coverage(concepts, termSetOf(part)) - 0.0001 * part.length;
      if (score > best.score) best = { start: first.start, end: last.end, score };
    }
  });
  return withoutBullet(text.slice(best.start, best.end));
}

/** Without the mark it has as an item: "- ", "b) ", "10. ". */
function withoutBullet(text: string): string {
  return text.replace(/^[-–+•]\s+/u, '').replace(/^(?:[a-zđ]\)|\d+(?:\.\d+)*\.|[IVX]+\.)\s+(?=\p{L})/u, '');
}
