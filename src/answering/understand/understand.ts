import type { PolicyDocument } from '../../document/policy-document.ts';
import { expandChatForms } from '../../vietnamese/chat-forms.ts';
import type { AskRequest, Turn } from '../ask.ts';
import { readAges, withoutAges } from './ages.ts';
import { askedDocumentTypes, askedUnit, withoutMeasure } from './asked-things.ts';
import type { TermStatistics } from './concept.ts';
import { readConcepts } from './concepts.ts';
import { isInjection, isOffTopic, isSmalltalk } from './conduct.ts';
import { questionsForEither } from './coordinated.ts';
import { directoryOf } from './document-directory.ts';
import { type DocumentMention, mentionInWords } from './document-mentions.ts';
import { resolveFollowUp } from './follow-up.ts';
import { asksOfAllProvinces, readIntent } from './intent.ts';
import { readNumberedThings } from './numbered-things.ts';
import { asksAnew, splitQuestions } from './question-parts.ts';
import { readQuestion } from './read-question.ts';
import { namedBy, readScope } from './scope.ts';
import type { DocumentScope, Intent, MetadataAspect, Understanding } from './understanding.ts';

/** What understanding needs to know of the corpus. */
export interface Catalogue {
  readonly documents: readonly PolicyDocument[];
  readonly statistics: TermStatistics;
  /** Terms of the index and of the lexicons: what counts as spelled right. */
  isKnown(term: string): boolean;
  /** The known terms that have the shape of a Vietnamese syllable: what a misspelling may stand for. */
  readonly syllables: readonly string[];
}

/** Understands a question; a follow-up is completed from the user's earlier turns, oldest first. */
export function understand(request: AskRequest, catalogue: Catalogue): Understanding {
  return understandAfter(understandHistory(request, catalogue), request.question, request, catalogue);
}

/**
 * The parts of a question that asks for several things ("ai ký, ban hành ngày nào?"), each understood by itself with what
 * it leaves unsaid taken from the parts before it and from the whole; none when it asks for one thing.
 */
export function understandParts(
  request: AskRequest,
  whole: Understanding,
  catalogue: Catalogue,
): readonly Understanding[] {
  const texts = splitQuestions(expandChatForms(request.question.normalize('NFC')));
  if (texts.length === 1) return [];
  const parts: Understanding[] = [];
  for (const text of texts) {
    const before = parts.at(-1) ?? understandHistory(request, catalogue);
    const alone = understandAlone(text, request.filters, catalogue);
    const own = before === null ? alone : resolveFollowUp(alone, before);
    const part = { ...own, question: text, ...takenFrom(whole, own), ...(isOfPlan(alone) ? OF_PLAN : {}) };
    if (parts.length === 0 || parts.every((other) => asksAnew(part, other))) parts.push(part);
  }
  return parts.length > 1 ? parts : [];
}

/**
 * The questions for either of two things a question puts beside each other in one document or province ("xoài và nhãn
 * khác nhau thế nào?"); none where it holds provinces or years against each other, which have answers of their own.
 */
export function understandEither(
  request: AskRequest,
  whole: Understanding,
  catalogue: Catalogue,
): readonly { readonly name: string; readonly understanding: Understanding }[] {
  const compares = whole.intent === 'compare' && whole.compared === 'target';
  if (!(compares || OF_FIGURES.has(whole.intent)) || whole.scope.provinces.length > 1 || whole.years.length > 1)
    return [];
  const before = understandHistory(request, catalogue);
  return questionsForEither(expandChatForms(request.question), { compares, statistics: catalogue.statistics }).map(
    ({ name, question }) => {
      const own = understandAfter(before, question, request, catalogue);
      return { name, understanding: { ...own, question, scope: own.scope.named ? own.scope : whole.scope } };
    },
  );
}

const OF_FIGURES: ReadonlySet<Intent> = new Set<Intent>(['target', 'entitlement']);

/** "Và báo cáo khi nào?" asks for the reports of the plan; those on one task alone are seldom said. */
function isOfPlan({ intent, concepts }: Understanding): boolean {
  return intent === 'report' && concepts.length === 0;
}

const OF_PLAN = { concepts: [], background: [] } as const;

/** Documents, subject and bodies that only another part of the question names. */
function takenFrom(whole: Understanding, own: Understanding): Pick<Understanding, 'scope' | 'concepts' | 'mentions'> {
  return {
    scope: own.scope.named ? own.scope : whole.scope,
    mentions: own.mentions.length > 0 ? own.mentions : whole.mentions,
    concepts: own.concepts.length > 0 ? own.concepts : whole.concepts,
  };
}

function understandHistory(request: AskRequest, catalogue: Catalogue): Understanding | null {
  const earlier = request.history.filter((turn: Turn) => turn.role === 'user').map((turn) => turn.content);
  return earlier
    .slice(-MAX_TURNS)
    .reduce<Understanding | null>((before, question) => understandAfter(before, question, request, catalogue), null);
}

function understandAfter(
  before: Understanding | null,
  question: string,
  { filters }: AskRequest,
  catalogue: Catalogue,
): Understanding {
  const own = understandAlone(question, filters, catalogue);
  return before === null ? own : resolveFollowUp(own, before);
}

/** Follow-ups lean on what was said shortly before. */
const MAX_TURNS = 4;

function understandAlone(question: string, filters: AskRequest['filters'], catalogue: Catalogue): Understanding {
  const read = readQuestion(question, catalogue);
  const { folded, mentions } = read;
  const provinces =
    read.provinces.length === 0 && asksOfAllProvinces(folded)
      ? directoryOf(catalogue.documents).provinces
      : read.provinces;
  const offTopic = isOffTopic(read.printed);
  const unit = askedUnit(folded);
  const { concepts, asides } = readConcepts(withoutMeasure(withoutAges(read.words)), catalogue.statistics);
  const numbered = readNumberedThings(read.words);
  const named = readScope(
    { mentions, provinces, issueYears: readIssueYears(folded), types: readTypes(folded), filters },
    catalogue.documents,
  );
  // Two provinces in the name of one document are no comparison.
  const compared = named.ids.length === 1 ? Math.min(provinces.length, 1) : provinces.length;
  const {
    intent,
    certain,
    aspect,
    needs,
    compared: sides,
  } = readIntent(read.asking, { provinces: compared, years: read.years.length });
  const years = intent === 'compare' ? read.years : withoutBaseline(read.years, folded);
  const scope = intent === 'metadata' ? ofNamedAlone(named, mentions, catalogue.documents, aspect) : named;
  return {
    question,
    folded,
    intent: conductOf(question, read.printed, read.terms, offTopic && !scope.named) ?? intent,
    certain,
    aspect,
    compared: sides,
    needs,
    offTopic,
    wantsResult: needs.includes('result') || allBefore(years, scope.ids, catalogue.documents),
    scope,
    years,
    nextPeriod: / (?:moc|nam|giai doan|ki) (?:sau|ke tiep|tiep theo)(?: do)? | sau do thi /.test(` ${folded} `),
    passedYears: [],
    mentions,
    askedUnit: unit,
    numbered,
    agencies: read.agencies,
    concepts: [...concepts, ...readAges(read.terms), ...numbered],
    asides,
    background: [],
    askedDocumentTypes: askedDocumentTypes(folded),
  };
}

/** Attempts and courtesies are read off the words as typed and as corrected. */
function conductOf(
  question: string,
  printed: readonly string[],
  terms: readonly string[],
  offTopic: boolean,
): Intent | null {
  const readings = terms.every((term, i) => term === printed[i]) ? [terms] : [printed, terms];
  if (readings.some((reading) => isInjection(question, reading))) return 'injection';
  if (readings.some(isSmalltalk)) return 'smalltalk';
  return offTopic ? 'out_of_scope' : null;
}

/** A year that was over before any of the documents was issued can only be one of a result. */
function allBefore(years: readonly string[], ids: readonly string[], documents: readonly PolicyDocument[]): boolean {
  if (years.length === 0) return false;
  const directory = directoryOf(documents);
  return ids.every((id) => {
    const day = directory.byId(id)?.issuedOn ?? null;
    return day !== null && years.every((year) => year.slice(-4) < day.slice(0, 4));
  });
}

/** Metadata of a document that is only referred to here ("ai ký Kế hoạch 119-KH/TU") is not the metadata of those that do. */
function ofNamedAlone(
  scope: DocumentScope,
  mentions: readonly DocumentMention[],
  documents: readonly PolicyDocument[],
  aspect: MetadataAspect | null,
): DocumentScope {
  const isHere = mentions.some((mention) => namedBy(mention, documents).length > 0);
  if (mentions.length === 0 || isHere || aspect === 'replaces' || aspect === 'replacedBy') return scope;
  return { ...scope, unknownNumbers: mentions.map(mentionInWords) };
}

/** The year that growth is counted from is none a figure is asked for: "tăng mấy lần so với năm 2021". */
function withoutBaseline(years: readonly string[], folded: string): readonly string[] {
  const [, baseline = null] = /(?:^| )so voi (?:(?:cuoi |dau )?nam )?((?:19|20)\d\d)(?= |$)/.exec(folded) ?? [];
  return years.filter((year) => year !== baseline);
}

/** Years that say when a document was issued, not what its targets are for. */
function readIssueYears(folded: string): string[] {
  const pattern =
    /(?:(?:ke hoach|chi thi|quyet dinh|nghi quyet|van ban)(?: [a-z]+){0,4}|ban hanh|ki) (?:vao )?(?:nam |thang \d+ )?((?:19|20)\d\d)|nam ((?:19|20)\d\d) (?:co|ra|ban hanh) (?:nhung |may )?(?:ke hoach|van ban|chi thi)/g;
  return [...folded.matchAll(pattern)].map(([, after, before]) => after ?? before ?? '');
}

function readTypes(folded: string): string[] {
  const types = ['ke hoach', 'chi thi', 'quyet dinh', 'nghi quyet', 'thong bao', 'cong van', 'huong dan'];
  return types.filter((type) => ` ${folded} `.includes(` ${type} `) && OWN_TYPE.test(folded));
}

/** A type narrows only where the question speaks of the document itself, not of the one it implements. */
const OWN_TYPE =
  /(?:theo|trong|tai|o|ban|cua|ki) (?:ban )?(?:ke hoach|chi thi)|^(?:ke hoach|chi thi)|(?:ke hoach|chi thi) (?:cua|tinh|ben|nay|nam)|^(?:nghi quyet|quyet dinh)(?! (?:so )?\d)/;
