import { findAgenciesTyped } from '../../vietnamese/agencies.ts';
import { expandChatForms } from '../../vietnamese/chat-forms.ts';
import { findProvinces } from '../../vietnamese/provinces.ts';
import { tokenise } from '../../vietnamese/tokens.ts';
import { isMachine } from './artificial-intelligence.ts';
import type { Word } from './concepts.ts';
import { type DocumentMention, findDocumentMentions } from './document-mentions.ts';
import { correctTerms } from './spelling.ts';
import type { Catalogue } from './understand.ts';

/** The words of a question and what they name outright. */
export interface ReadQuestion {
  /** Folded terms as typed, and as corrected. */
  readonly printed: readonly string[];
  readonly terms: readonly string[];
  /** The corrected terms, joined by spaces. */
  readonly folded: string;
  /** The same where "AI", artificial intelligence, is no "ai", who: what the question asks is read off this. */
  readonly asking: string;
  readonly words: readonly Word[];
  /** Canonical names of provinces, in order. */
  readonly provinces: readonly string[];
  readonly mentions: readonly DocumentMention[];
  /** "2025", "2021-2030", in order. */
  readonly years: readonly string[];
  /** Canonical names of the known bodies. */
  readonly agencies: readonly string[];
}

/** Reads the words of a question: chat forms written out, spelling corrected, provinces, numbers and years marked as used. */
export function readQuestion(
  question: string,
  { isKnown, syllables, statistics }: Pick<Catalogue, 'isKnown' | 'syllables' | 'statistics'>,
): ReadQuestion {
  const text = writeOutDepartments(expandChatForms(question.normalize('NFC')));
  const tokens = tokenise(text);
  const printed = tokens.map((token) => token.term);
  const accented = tokens.map(({ text: word }) => /[\u0080-\uffff]/.test(word));
  const asTyped = findProvinces(tokens);
  const isNamed = (i: number) => asTyped.some(({ start, end }) => i >= start && i < end);
  const corrected = correctTerms(printed, isKnown, syllables, statistics, accented);
  const terms = corrected.map((term, i) => (isNamed(i) ? (printed[i] ?? term) : term));
  const retyped = tokens.map((token, i) => ({ ...token, term: terms[i] ?? token.term }));
  const provinces = findProvinces(retyped);
  const mentions = findDocumentMentions(text);
  const isOfMention = ({ start, end }: { readonly start: number; readonly end: number }) =>
    mentions.some((mention) => start < mention.end && mention.start < end);
  const words = retyped.map((token, i) => ({
    printed: token.text,
    term: token.term,
    used:
      isYear(token.term) || provinces.some((mention) => i >= mention.start && i < mention.end) || isOfMention(token),
  }));
  return {
    printed,
    terms,
    folded: terms.join(' '),
    asking: terms.map((term, i) => (isMachine(words, i) ? 'tri tue nhan tao' : term)).join(' '),
    words,
    provinces: [...new Set(provinces.map(({ name }) => name))],
    mentions,
    years: readYears(retyped.map((token) => (isOfMention(token) ? '' : token.term))),
    agencies: findAgenciesTyped(text)
      .filter((agency) => agency.kind === 'known' && !isOfMention(agency))
      .map(({ name }) => withoutProvince(name, provinces)),
  };
}

/** "UBND các huyện Quảng Ngãi" are the districts of the province. */
function withoutProvince(agency: string, provinces: readonly { readonly name: string }[]): string {
  const of = provinces.find(({ name }) => LOWER_LEVELS.some((level) => agency.endsWith(` ${level} ${name}`)));
  return of === undefined ? agency : agency.slice(0, -of.name.length - 1);
}

const LOWER_LEVELS = ['huyện', 'xã', 'phường', 'đặc khu', 'thị trấn'];

/** Departments named by initials alone ("STP") as the documents print them ("Sở Tư pháp"). */
function writeOutDepartments(text: string): string {
  return findAgenciesTyped(text)
    .filter(({ kind, name, printed }) => kind === 'known' && name.startsWith('Sở ') && /^\p{L}+$/u.test(printed))
    .reduceRight((written, { start, end, name }) => `${written.slice(0, start)}${name}${written.slice(end)}`, text);
}

function isYear(term: string): boolean {
  return /^(?:19|20)\d\d$/.test(term);
}

/** Years and spans of years in order. Two years one after the other, or joined by "đến", are a span. */
function readYears(terms: readonly string[]): string[] {
  const years: string[] = [];
  for (let i = 0; i < terms.length; i += 1) {
    const [year = '', next = '', after = ''] = terms.slice(i, i + 3);
    if (!isYear(year)) continue;
    const joined = next === 'den' && isYear(after) && terms[i - 1] !== 'nam';
    const end = isYear(next) ? next : joined ? after : null;
    const isSpan = end !== null && end > year;
    years.push(isSpan ? `${year}-${end}` : year);
    if (isSpan) i += end === next ? 1 : 2;
  }
  return [...new Set(years)];
}
