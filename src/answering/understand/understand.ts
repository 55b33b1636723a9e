import type { PolicyDocument } from '../../document/policy-document.ts';
import { findAgenciesTyped } from '../../vietnamese/agencies.ts';
import { expandChatForms } from '../../vietnamese/chat-forms.ts';
import { findProvinces } from '../../vietnamese/provinces.ts';
import { type Token, tokenise } from '../../vietnamese/tokens.ts';
import type { AskRequest, Turn } from '../ask.ts';
import { readAges } from './ages.ts';
import { readConcepts, type TermStatistics } from './concepts.ts';
import { isInjection, isOffTopic, isSmalltalk } from './conduct.ts';
import { type DocumentMention, findDocumentMentions } from './document-mentions.ts';
import { resolveFollowUp } from './follow-up.ts';
import { askedDocumentTypes, readIntent } from './intent.ts';
import { isNamedBy, readScope } from './scope.ts';
import { correctTerms } from './spelling.ts';
import type { DocumentScope, Intent, MetadataAspect, Understanding } from './understanding.ts';

/** What understanding needs to know of the corpus. */
export interface Catalogue {
  readonly documents: readonly PolicyDocument[];
  readonly statistics: TermStatistics;
  /** Terms of the index and of the lexicons: what counts as spelled right. */
  readonly vocabulary: ReadonlySet<string>;
}

/** Understands a question; a follow-up is completed from the user's earlier turns, oldest first. */
export function understand(request: AskRequest, catalogue: Catalogue): Understanding {
  const earlier = request.history.filter((turn: Turn) => turn.role === 'user').map((turn) => turn.content);
  const questions = [...earlier.slice(-MAX_TURNS), request.question];
  return (
    questions.reduce<Understanding | null>((before, question) => {
      const own = understandAlone(question, request.filters, catalogue);
      return before === null ? own : resolveFollowUp(own, before);
    }, null) ?? understandAlone(request.question, request.filters, catalogue)
  );
}

/** Follow-ups lean on what was said shortly before. */
const MAX_TURNS = 4;

function understandAlone(question: string, filters: AskRequest['filters'], catalogue: Catalogue): Understanding {
  const text = expandChatForms(question.normalize('NFC'));
  const tokens = tokenise(text);
  const provinces = findProvinces(tokens);
  const isKnown = (term: string) => catalogue.vocabulary.has(term);
  const inProvince = (i: number) => provinces.some((mention) => i >= mention.start && i < mention.end);
  const printed = tokens.map((token) => token.term);
  const corrected = correctTerms(printed, isKnown, catalogue.vocabulary, catalogue.statistics);
  const terms = corrected.map((term, i) => (inProvince(i) ? (printed[i] ?? term) : term));
  const late = provinces.length > 0 ? provinces : findProvinces(retype(tokens, terms));
  const folded = terms.join(' ');
  const mentions = findDocumentMentions(text);
  const years = readYears(terms);
  const words = terms.map((term, i) => ({
    printed: tokens[i]?.text ?? term,
    term,
    used:
      late.some((mention) => i >= mention.start && i < mention.end) ||
      mentions.some((mention) => overlaps(tokens[i], mention.start, mention.end)) ||
      isYear(term),
  }));
  const concepts = readConcepts(words, catalogue.statistics);
  const names = [...new Set(late.map((mention) => mention.name))];
  const reading = readIntent(folded, { provinces: names.length, years: years.length });
  const named = readScope(
    { mentions, provinces: names, issueYears: readIssueYears(folded), types: readTypes(folded), filters },
    catalogue.documents,
  );
  const scope =
    reading.intent === 'metadata' ? ofNamedAlone(named, mentions, catalogue.documents, reading.aspect) : named;
  return {
    question,
    folded,
    intent: conductOf(question, printed, terms) ?? reading.intent,
    certain: reading.certain,
    aspect: reading.aspect,
    needs: reading.needs,
    wantsResult: reading.needs.includes('result') || allBefore(years, scope.ids, catalogue.documents),
    scope,
    years,
    nextPeriod: / (?:moc|nam|giai doan|ki) (?:sau|ke tiep|tiep theo)(?: do)? | sau do thi /.test(` ${folded} `),
    passedYears: [],
    agencies: findAgenciesTyped(text)
      .filter(({ kind }) => kind === 'known')
      .map(({ name }) => name),
    concepts: [...concepts, ...readAges(terms)],
    background: [],
    askedDocumentTypes: askedDocumentTypes(folded),
  };
}

/** Attempts and courtesies are read off the words as typed and as corrected. */
function conductOf(question: string, printed: readonly string[], terms: readonly string[]): Intent | null {
  if (isInjection(question, printed) || isInjection(question, terms)) return 'injection';
  if (isSmalltalk(printed) || isSmalltalk(terms)) return 'smalltalk';
  return isOffTopic(printed) ? 'out_of_scope' : null;
}

/** A year that was over before any of the documents was issued can only be one of a result. */
function allBefore(years: readonly string[], ids: readonly string[], documents: readonly PolicyDocument[]): boolean {
  const issued = documents.filter((document) => ids.includes(document.id)).map((document) => document.issuedOn);
  return (
    years.length > 0 && issued.every((day) => day !== null && years.every((year) => year.slice(-4) < day.slice(0, 4)))
  );
}

/** Metadata of a document that is only referred to here ("ai ký Kế hoạch 119-KH/TU") is not the metadata of those that do. */
function ofNamedAlone(
  scope: DocumentScope,
  mentions: readonly DocumentMention[],
  documents: readonly PolicyDocument[],
  aspect: MetadataAspect | null,
): DocumentScope {
  const isHere = mentions.some((mention) => documents.some((document) => isNamedBy(document, mention)));
  if (mentions.length === 0 || isHere || aspect === 'replaces' || aspect === 'replacedBy') return scope;
  return { ...scope, unknownNumbers: mentions.map(({ type, number }) => `${type ?? 'văn bản'} ${number}`) };
}

/** Tokens under their corrected terms, for a province that was misspelt. */
function retype(tokens: readonly Token[], terms: readonly string[]): Token[] {
  return tokens.map((token, i) => ({ ...token, term: terms[i] ?? token.term }));
}

function overlaps(token: Token | undefined, start: number, end: number): boolean {
  return token !== undefined && token.start < end && start < token.end;
}

function isYear(term: string): boolean {
  return /^(?:19|20)\d\d$/.test(term);
}

/** Years and spans of years in order: "2025", "2021-2030". Two years one after the other are a span. */
function readYears(terms: readonly string[]): string[] {
  const years: string[] = [];
  for (let i = 0; i < terms.length; i += 1) {
    const [year = '', next = '', after = ''] = terms.slice(i, i + 3);
    if (!isYear(year)) continue;
    const end = isYear(next) ? next : next === 'den' && isYear(after) && terms[i - 1] !== 'nam' ? after : null;
    years.push(end === null || end <= year ? year : `${year}-${end}`);
    if (end !== null && end > year) i += end === next ? 1 : 2;
  }
  return [...new Set(years)];
}

/** Years that say when a document was issued, not what its targets are for. */
function readIssueYears(folded: string): string[] {
  const pattern =
    /(?:(?:ke hoach|chi thi|quyet dinh|nghi quyet|van ban)(?: [a-z]+){0,4}|ban hanh|ki) (?:vao )?(?:nam |thang \d+ )?((?:19|20)\d\d)|nam ((?:19|20)\d\d) (?:co|ra|ban hanh) (?:nhung |may )?(?:ke hoach|van ban|chi thi)/g;
  return [...folded.matchAll(pattern)].map(([, after, before]) => after ?? before ?? '');
}

function readTypes(folded: string): string[] {
  const types = ['ke hoach', 'chi thi', 'quyet dinh', 'nghi quyet', 'thong bao', 'cong van', 'huong dan'];
  return types.filter((type) => new RegExp(`(?:^| )${type}(?: |$)`).test(folded) && OWN_TYPE.test(folded));
}

/** A type narrows only where the question speaks of the document itself, not of the one it implements. */
const OWN_TYPE =
  /(?:theo|trong|tai|o|ban|cua|ki) (?:ban )?(?:ke hoach|chi thi)|(?:^)(?:ke hoach|chi thi)|(?:ke hoach|chi thi) (?:cua|tinh|ben|nay|nam)/;
