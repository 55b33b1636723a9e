import data from '../../seeds/lexicon/provinces.json' with { type: 'json' };
import { accentsOf, allowsAccents } from './accents.ts';
import { fold } from './fold.ts';
import { findPhrases, type PhraseMatch, phraseBook } from './phrase-book.ts';
import { type Token, tokenise } from './tokens.ts';

/** A province named in a text: terms `[start, end)` of its tokens. */
export interface ProvinceMention {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** A unit of today and the units of before 12/6/2025 it was made of. */
export interface ProvinceUnit {
  readonly name: string;
  readonly kind: string;
  readonly mergedFrom: readonly string[];
  readonly changed: boolean;
}

const UNITS: readonly ProvinceUnit[] = data.units;
const SPELLINGS: Readonly<Record<string, readonly string[]>> = data.spellings;
const NAMES = [...new Set(UNITS.flatMap((unit) => [unit.name, ...unit.mergedFrom]))];

const BOOK = phraseBook(
  NAMES.flatMap((name) => [name, ...(SPELLINGS[name] ?? [])].map((spelling) => [spelling, name] as const)),
);

/**
 * Names that are everyday words once the accents are gone (hòa bình, bên trẻ, sơn là): taken only when written with
 * capital letters or after "tỉnh".
 */
const EVERYDAY_WORDS = new Set(['Hòa Bình', 'Thái Bình', 'Bến Tre', 'Sơn La', 'Hà Nam', 'Nam Định', 'Long An', 'Huế']);

/** The provinces named in a tokenised text, old and new names in all spellings, in order. */
export function findProvinces(tokens: readonly Token[]): ProvinceMention[] {
  const terms = tokens.map((token) => token.term);
  const unaccented = tokens.every(({ text }) => accentsOf(text).length === 0);
  for (;;) {
    const matches = findPhrases(BOOK, terms);
    const wrong = matches.find(
      (match) =>
        !(isWrittenAs(tokens, match) || (unaccented && isTypedPlain(terms, match))) ||
        isCutShort(tokens, terms, match) ||
        isOfPerson(terms, match),
    );
    if (wrong === undefined) return matches.map(({ value, start, end }) => ({ name: value, start, end }));
    terms[wrong.start] = '';
  }
}

/** "Đoàn Thanh niên Cộng sản Hồ Chí Minh", "tư tưởng Hồ Chí Minh": the man and what bears his name, not the city. */
function isOfPerson(terms: readonly string[], { start, value }: PhraseMatch<string>): boolean {
  return value === 'Hồ Chí Minh' && OF_PERSON.has(terms.slice(Math.max(0, start - 2), start).join(' '));
}

const OF_PERSON: ReadonlySet<string> = new Set(
  [
    'cộng sản',
    'tư tưởng',
    'phong cách',
    'đạo đức',
    'chủ tịch',
    'tấm gương',
    'tên Bác',
    'đường mòn',
    'quốc gia',
    'giải thưởng',
  ].map(fold),
);

/**
 * "việc làm Đồng Nai" without accents: a name whose last word begins another whole name gives way to that one; not where a
 * stop stands between ("Ninh Bình: định dạng").
 */
function isCutShort(tokens: readonly Token[], terms: readonly string[], { start, end }: PhraseMatch<string>): boolean {
  const [next] = end - start < 2 ? [] : findPhrases(BOOK, terms.slice(end - 1));
  const between = (tokens[end]?.start ?? 0) - (tokens[end - 1]?.end ?? 0);
  return next?.start === 0 && next.end > 1 && between <= 1;
}

function isWrittenAs(tokens: readonly Token[], { start, end, value }: PhraseMatch<string>): boolean {
  const words = tokens.slice(start, end).map((token) => token.text);
  if (words.every((word) => /^\p{Lu}/u.test(word)) || tokens[start - 1]?.term === 'tinh') return true;
  return !EVERYDAY_WORDS.has(value) && isSpelling(value, words);
}

/** Of the names that are everyday words those that hardly any other words come down to: "son la", not "hang nam dinh ki". */
const PLAIN: ReadonlySet<string> = new Set(['Sơn La', 'Thái Bình', 'Bến Tre', 'Huế']);
/** What asks right behind a name that ends in "la": "lam son la gi". */
const ASKING: ReadonlySet<string> = new Set(['gi', 'ai', 'sao', 'bao', 'the', 'khi']);

/** In a question typed without any accent there are none to tell a name by. */
function isTypedPlain(terms: readonly string[], { end, value }: PhraseMatch<string>): boolean {
  return PLAIN.has(value) && !ASKING.has(terms[end] ?? '');
}

/** "làm đồng" is not Lâm Đồng. */
function isSpelling(name: string, words: readonly string[]): boolean {
  return [name, ...(SPELLINGS[name] ?? [])].some((spelling) => {
    const own = tokenise(spelling);
    return own.length === words.length && own.every((token, i) => allowsAccents(token.text, words[i] ?? ''));
  });
}

/** The canonical name of a province, or null for what is none. */
export function canonicalProvince(name: string): string | null {
  const terms = fold(name).replace(/^(?:tinh|thanh pho|tp\.?)\s+/, '');
  return NAMES.find((known) => [known, ...(SPELLINGS[known] ?? [])].some((form) => fold(form) === terms)) ?? null;
}

/** The unit of today that holds a province, when it was merged into or renamed; null when nothing changed. */
export function mergedInto(province: string): ProvinceUnit | null {
  return UNITS.find((unit) => unit.changed && unit.mergedFrom.includes(province)) ?? null;
}

/** The names under which documents of a province may stand: its own and those of the units it was made of. */
export function provinceAndPredecessors(province: string): readonly string[] {
  const unit = UNITS.find((candidate) => candidate.name === province);
  return [...new Set([province, ...(unit?.mergedFrom ?? [])])];
}
