import type { PolicyDocument } from '../../document/policy-document.ts';
import { findProvinces } from '../../vietnamese/provinces.ts';
import { type Token, tokenise } from '../../vietnamese/tokens.ts';
import type { AskRequest, Turn } from '../ask.ts';
import { readConcepts, type TermStatistics } from './concepts.ts';
import { isInjection, isOffTopic, isSmalltalk } from './conduct.ts';
import { findDocumentMentions } from './document-mentions.ts';
import { resolveFollowUp } from './follow-up.ts';
import { askedDocumentType, readIntent } from './intent.ts';
import { readScope } from './scope.ts';
import { correctTerms } from './spelling.ts';
import type { Intent, Understanding } from './understanding.ts';

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
  const tokens = tokenise(question.normalize('NFC'));
  const provinces = findProvinces(tokens);
  const isKnown = (term: string) => catalogue.vocabulary.has(term);
  const inProvince = (i: number) => provinces.some((mention) => i >= mention.start && i < mention.end);
  const printed = tokens.map((token) => token.term);
  const corrected = correctTerms(printed, isKnown, catalogue.vocabulary, catalogue.statistics);
  const terms = corrected.map((term, i) => (inProvince(i) ? (printed[i] ?? term) : term));
  const late = provinces.length > 0 ? provinces : findProvinces(retype(tokens, terms));
  const folded = terms.join(' ');
  const mentions = findDocumentMentions(question);
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
  const scope = readScope(
    { mentions, provinces: names, issueYears: readIssueYears(folded), types: readTypes(folded), filters },
    catalogue.documents,
  );
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
    concepts,
    background: [],
    askedDocumentType: askedDocumentType(folded),
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
  return years.length > 0 && issued.every((day) => day !== null && years.every((year) => year < day.slice(0, 4)));
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

function readYears(terms: readonly string[]): string[] {
  return [...new Set(terms.filter(isYear))];
}

/** Years that say when a document was issued, not what its targets are for. */
function readIssueYears(folded: string): string[] {
  const pattern =
    /(?:(?:ke hoach|chi thi|quyet dinh|nghi quyet|van ban)(?: [a-z]+){0,4}|ban hanh|ki) (?:vao )?(?:nam |thang \d+ )?((?:19|20)\d\d)/g;
  return [...folded.matchAll(pattern)].map(([, year = '']) => year);
}

function readTypes(folded: string): string[] {
  const types = ['ke hoach', 'chi thi', 'quyet dinh', 'nghi quyet', 'thong bao', 'cong van', 'huong dan'];
  return types.filter((type) => new RegExp(`(?:^| )${type}(?: |$)`).test(folded) && OWN_TYPE.test(folded));
}

/** A type narrows only where the question speaks of the document itself, not of the one it implements. */
const OWN_TYPE =
  /(?:theo|trong|tai|o|ban|cua|ki) (?:ban )?(?:ke hoach|chi thi)|(?:^)(?:ke hoach|chi thi)|(?:ke hoach|chi thi) (?:cua|tinh|ben|nay|nam)/;
