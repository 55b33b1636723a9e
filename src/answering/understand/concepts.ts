import abbreviations from '../../../seeds/lexicon/abbreviations.json' with { type: 'json' };
import compoundWords from '../../../seeds/lexicon/compound-words.json' with { type: 'json' };
import everyday from '../../../seeds/lexicon/everyday-terms.json' with { type: 'json' };
import questionWords from '../../../seeds/lexicon/question-words.json' with { type: 'json' };
import type { WeightedTerm } from '../../index/ports.ts';
import { allowsAccents } from '../../vietnamese/accents.ts';
import { findPhrases, type PhraseMatch, phraseBook, termsOf } from '../../vietnamese/phrase-book.ts';
import { bigrams, tokenise } from '../../vietnamese/tokens.ts';
import { isMachine } from './artificial-intelligence.ts';
import {
  type Concept,
  type ConceptForm,
  conceptForm,
  inverseFrequency,
  isKnown,
  type TermStatistics,
} from './concept.ts';
import { blank, cohesion, runConcepts, runs } from './run-concepts.ts';

/**
 * What the documents' words for an everyday word count: nearly as much where the everyday word stands nowhere in the
 * documents, much less where it does, for then it may mean just what it says ("nước sạch" is not "nước hợp vệ sinh").
 */
const EVERYDAY = { unknown: 0.85, known: 0.5 };
/** What a phrase of the lexicon and a pair across the seam of two say. */
const WEIGHTS = { phrase: 1.2, seam: 0.25 };

/** A phrase of a lexicon: one to look for in its forms, one that only carries the question, or one to leave whole. */
type Entry =
  | { readonly kind: 'concept'; readonly words: readonly string[]; readonly forms: readonly ConceptForm[] }
  | { readonly kind: 'protected' | 'frame'; readonly words: readonly string[] };

/** The words of a phrase, with their accents. */
function wordsOf(phrase: string): readonly string[] {
  return tokenise(phrase).map(({ text }) => text);
}

/** Concepts come before frame words of the same length, so that a word of both is looked for. */
const BOOK = phraseBook<Entry>([
  ...conceptEntries(),
  ...questionWords.protected.map((phrase) => [phrase, { kind: 'protected', words: wordsOf(phrase) }] as const),
  ...questionWords.stop.map((phrase) => [phrase, { kind: 'frame', words: wordsOf(phrase) }] as const),
]);

/** Are the folded terms a phrase of the lexicons that is looked for or left whole? */
export function isPhrase(terms: readonly string[]): boolean {
  return findPhrases(BOOK, terms).some(
    ({ start, end, value }) => start === 0 && end === terms.length && value.kind !== 'frame',
  );
}

/** Phrases of questions of several words: their words belong to no other word ("phối hợp | với"). */
const FRAME_PHRASES = phraseBook(
  questionWords.stop.filter((phrase) => termsOf(phrase).length > 1).map((phrase) => [phrase, phrase] as const),
);

/** A word of a question as typed, and the folded term it was corrected to. */
export interface Word {
  readonly printed: string;
  readonly term: string;
  /** Already understood otherwise: a province, a document number, a year. */
  readonly used: boolean;
}

/** What a question looks for, and the phrases that carry it. */
export interface ReadConcepts {
  readonly concepts: readonly Concept[];
  /** Nouns that mostly carry a question ("chức danh", "đối tượng"): nothing must hold them, but they tell look-alikes apart. */
  readonly asides: readonly Concept[];
}

/** The concepts of a question. */
export function readConcepts(words: readonly Word[], statistics: TermStatistics): ReadConcepts {
  const terms = words.map(({ term, used }) => (used ? '' : term));
  const loose = blank(terms, findPhrases(FRAME_PHRASES, terms));
  const matches = findPhrases(BOOK, terms, (match) => isMeant(words, loose, match, statistics));
  const phrases = matches.flatMap(({ start, end, value }) => (value.kind === 'concept' ? [{ start, end, value }] : []));
  const content = blank(
    terms,
    matches.filter(({ value }) => value.kind !== 'protected'),
  );
  return {
    concepts: [
      ...phrases.map((match) => phraseConcept(terms, match, statistics)),
      ...runs(content).flatMap((run) => runConcepts(run, statistics)),
      ...seamConcepts(terms, content, phrases, statistics),
    ],
    asides: matches.flatMap(({ start, end, value }) =>
      value.kind === 'frame' && end - start > 1 ? asideConcepts(terms.slice(start, end), statistics) : [],
    ),
  };
}

/** A carrying phrase that is no question word as a concept; none where it asks. */
function asideConcepts(terms: readonly string[], statistics: TermStatistics): Concept[] {
  const pairs = bigrams(terms);
  if (terms.some((term) => ASKING.has(term)) || !isKnown(terms, statistics)) return [];
  const weight = Math.max(...pairs.map((pair) => inverseFrequency(pair, statistics)));
  return [{ label: terms.join(' '), weight, forms: [conceptForm(terms, 1)] }];
}

const ASKING: ReadonlySet<string> = new Set([
  'nao',
  'gi',
  'ai',
  'dau',
  'bao',
  'may',
  'sao',
  'lau',
  'khong',
  'ko',
  'hoi',
  'toi',
  'em',
  'biet',
  'nhieu',
]);

/** Is the phrase what the words as typed say? */
function isMeant(
  words: readonly Word[],
  terms: readonly string[],
  match: PhraseMatch<Entry>,
  statistics: TermStatistics,
): boolean {
  const ofMachine = words.some((_, i) => i >= match.start && i < match.end && isMachine(words, i));
  if (ofMachine || isMachineName(match)) return ofMachine && match.value.kind !== 'frame';
  if (match.value.kind !== 'frame') return isWritten(words, match, TOLERATED);
  return (
    isWritten(words, match, 0) && !isHalfOfWord(terms, match, statistics) && !isOtherWord(words, match, statistics)
  );
}

/** "AI" as a form of artificial intelligence, which an "ai" that asks for a person is not. */
function isMachineName({ value }: PhraseMatch<Entry>): boolean {
  return value.kind === 'concept' && value.words.length === 1 && value.words[0] === 'AI';
}

/** Share of the words of a phrase whose accents may be wrong: one of two, so that "thoát nghéo" is still found. */
const TOLERATED = 0.5;

/** Does the phrase as typed have the accents of the phrase meant ("đó thì" is not "đô thị")? A word of its own is no slip. */
function isWritten(words: readonly Word[], match: PhraseMatch<Entry>, tolerated: number): boolean {
  const meant = match.value.words;
  const typed = words.slice(match.start, match.end).map(({ printed }) => printed);
  const wrong = typed.filter((printed, i) => !allowsAccents(meant[i] ?? '', printed));
  return wrong.length <= tolerated * meant.length && !wrong.some((printed) => SYLLABLES.has(printed.toLowerCase()));
}

/** The syllables of the lexicons with their accents: "chợ" typed is that word, and no slip for "chỗ". */
const SYLLABLES: ReadonlySet<string> = new Set(
  [
    ...questionWords.stop,
    ...questionWords.protected,
    ...compoundWords.words,
    ...abbreviations.groups.flat(),
    ...everyday.rows.flatMap(({ says, means }) => [...says, ...means]),
  ].flatMap((phrase) => wordsOf(phrase).map((word) => word.toLowerCase())),
);

/** A pair across the seam of a phrase and its neighbour ("lao động | qua đào tạo") tells look-alikes apart. */
function seamConcepts(
  terms: readonly string[],
  content: readonly string[],
  phrases: readonly PhraseMatch<unknown>[],
  statistics: TermStatistics,
): Concept[] {
  const phraseAt = (i: number) => phrases.findIndex(({ start, end }) => i >= start && i < end);
  return terms.slice(1).flatMap((term, i) => {
    const before = terms[i] ?? '';
    const [left, right] = [phraseAt(i), phraseAt(i + 1)];
    const telling = (at: number, phrase: number) => phrase >= 0 || content[at] !== '';
    const inside =
      (left === right && left >= 0) || (left < 0 && right < 0 && content[i] !== '' && content[i + 1] !== '');
    if (before === '' || term === '' || inside || !(telling(i, left) || telling(i + 1, right))) return [];
    if (GRAMMAR.has(before) || GRAMMAR.has(term)) return [];
    const frequency = statistics.documentFrequency(`${before}_${term}`);
    if (frequency < LEAST_PAIRS) return [];
    const weight =
      WEIGHTS.seam * inverseFrequency(`${before}_${term}`, statistics) * cohesion([before, term], statistics);
    return [{ label: `${before} ${term}`, weight, forms: [conceptForm([before, term], 1)] }];
  });
}

/** Words that join others and tell nothing about them: "doanh nghiệp | của", "số | cho". */
const GRAMMAR: ReadonlySet<string> = new Set([
  'cua',
  'cho',
  'thi',
  'va',
  'nhung',
  'cac',
  'nao',
  'o',
  'se',
  'la',
  'nguoi',
]);

/** "Di" in "di tích" is not "đi": a syllable typed without the marks of a frame word that mostly stands beside its neighbour. */
function isOtherWord(words: readonly Word[], match: PhraseMatch<Entry>, statistics: TermStatistics): boolean {
  const [word, next] = [words[match.start], words[match.end]];
  const [meant = ''] = match.value.words;
  if (match.end - match.start > 1 || word === undefined || next === undefined || next.used) return false;
  if (word.printed.toLowerCase() === meant.toLowerCase() || FRAME_WORDS.has(next.term)) return false;
  const together = statistics.documentFrequency(`${word.term}_${next.term}`);
  return together >= LEAST_PAIRS && together >= OTHER * statistics.documentFrequency(word.term);
}

/** So much of the entries of a syllable must have it beside its neighbour. */
const OTHER = 0.1;

/** A frame word that the syllable beside it hardly ever does without is half of a word: "hỗ" in "hỗ trợ", not "hộ". */
function isHalfOfWord(terms: readonly string[], match: PhraseMatch<unknown>, statistics: TermStatistics): boolean {
  const term = terms[match.start];
  if (term === undefined || match.end - match.start > 1) return false;
  const clings = (neighbour: string | undefined, pair: string) =>
    neighbour !== undefined &&
    neighbour !== '' &&
    !FRAME_WORDS.has(neighbour) &&
    statistics.documentFrequency(pair) >= LEAST_PAIRS &&
    statistics.documentFrequency(pair) >= CLINGING * statistics.documentFrequency(neighbour);
  const before = terms[match.start - 1];
  const after = terms[match.end];
  return clings(before, `${before}_${term}`) || clings(after, `${term}_${after}`);
}

/** A syllable clings to its neighbour when this share of its entries, and so many at least, hold the pair. */
const CLINGING = 0.3;
const LEAST_PAIRS = 3;

const FRAME_WORDS: ReadonlySet<string> = new Set(
  questionWords.stop.map(termsOf).flatMap((terms) => (terms.length === 1 ? terms : [])),
);

/** A document's number as words to search for: "42-NQ/TW" is 42, nq, tw in a row. */
export function mentionConcept({
  number,
  printedSymbol,
}: {
  readonly number: string;
  readonly printedSymbol: string | null;
}): Concept {
  const terms = termsOf(`${number} ${printedSymbol ?? ''}`);
  return { label: terms.join(' '), weight: 0, forms: [conceptForm(terms, 1)] };
}

/** Years and spans of years as concepts: a sentence or clause that names them is the one meant. */
export function yearConcepts(years: readonly string[]): Concept[] {
  return years.map((year) => ({ label: year, weight: YEAR_WEIGHT, forms: [conceptForm(year.split('-'), 1)] }));
}

const YEAR_WEIGHT = 3;

/** The words of concepts as weighted index terms: unigrams and bigrams of every form. */
export function termsToSearch(concepts: readonly Concept[], factor = 1): WeightedTerm[] {
  const weights = new Map<string, number>();
  for (const concept of concepts) {
    for (const form of concept.forms) {
      for (const term of [...form.terms, ...form.pairs]) {
        weights.set(term, Math.max(weights.get(term) ?? 0, form.weight * factor));
      }
    }
  }
  return [...weights].map(([term, weight]) => ({ term, weight }));
}

function conceptEntries(): [string, Entry][] {
  const entries = new Map<string, { phrase: string; forms: Map<string, ConceptForm> }>();
  const add = (phrase: string, form: string, weight: number) => {
    const key = termsOf(phrase).join(' ');
    const terms = termsOf(form);
    if (key === '' || terms.length === 0) return;
    const entry = entries.get(key) ?? { phrase, forms: new Map<string, ConceptForm>() };
    const id = terms.join(' ');
    if ((entry.forms.get(id)?.weight ?? 0) < weight) entry.forms.set(id, conceptForm(terms, weight));
    entries.set(key, entry);
  };
  for (const group of abbreviations.groups) for (const phrase of group) for (const form of group) add(phrase, form, 1);
  for (const row of everyday.rows) {
    for (const phrase of row.says) {
      add(phrase, phrase, 1);
      for (const meaning of row.means) add(phrase, meaning, EVERYDAY.unknown);
    }
  }
  return [...entries].map(([key, { phrase, forms }]) => [
    key,
    { kind: 'concept', words: wordsOf(phrase), forms: [...forms.values()] },
  ]);
}

function phraseConcept(
  terms: readonly string[],
  match: PhraseMatch<Extract<Entry, { readonly kind: 'concept' }>>,
  statistics: TermStatistics,
): Concept {
  const asked = terms.slice(match.start, match.end);
  const known = isKnown(asked, statistics);
  const forms = match.value.forms.map((form) =>
    form.weight < 1 && known ? { ...form, weight: EVERYDAY.known } : form,
  );
  const rarity = forms
    .filter((form) => isKnown(form.terms, statistics))
    .map((form) => formRarity(form.terms, statistics));
  const weight = rarity.length > 0 ? Math.min(...rarity) : formRarity(asked, statistics);
  return { label: asked.join(' '), weight: WEIGHTS.phrase * weight, forms };
}

/** A form is as rare as its rarest pair of syllables. */
function formRarity(terms: readonly string[], statistics: TermStatistics): number {
  const parts = terms.length === 1 ? terms : bigrams(terms);
  return Math.max(...parts.map((part) => inverseFrequency(part, statistics)));
}
