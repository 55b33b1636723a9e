import abbreviations from '../../../seeds/lexicon/abbreviations.json' with { type: 'json' };
import everyday from '../../../seeds/lexicon/everyday-terms.json' with { type: 'json' };
import questionWords from '../../../seeds/lexicon/question-words.json' with { type: 'json' };
import type { WeightedTerm } from '../../index/ports.ts';
import { findPhrases, type PhraseMatch, phraseBook, termsOf } from '../../vietnamese/phrase-book.ts';
import { bigrams } from '../../vietnamese/tokens.ts';

/** One way of writing a concept, as folded terms; 1 for the words asked or their equivalents, less for looser words. */
export interface ConceptForm {
  readonly terms: readonly string[];
  readonly weight: number;
}

/** A thing that is looked for, in every form it may be written in. */
export interface Concept {
  /** Folded words of the question. */
  readonly label: string;
  /** Informativeness: inverse document frequency of its most frequent form. */
  readonly weight: number;
  readonly forms: readonly ConceptForm[];
}

/** What the index knows of a term. */
export interface TermStatistics {
  documentFrequency(term: string): number;
  readonly size: number;
}

/** How rare a term is in the index: ln(1 + N / (1 + df)). */
export function inverseFrequency(term: string, statistics: TermStatistics): number {
  return Math.log(1 + statistics.size / (1 + statistics.documentFrequency(term)));
}

/** Words the documents use for an everyday word count less than the word itself. */
const EVERYDAY_WEIGHT = 0.85;
/** A single syllable says less than a phrase of the lexicon; its pair with the next one says about as much again. */
const SYLLABLE_WEIGHT = 0.6;
const PAIR_WEIGHT = 0.7;

const LEXICON = phraseBook(lexiconEntries());
const FRAME = phraseBook([
  ...questionWords.protected.map((phrase) => [phrase, 'protected'] as const),
  ...questionWords.stop.map((phrase) => [phrase, 'stop'] as const),
]);

/** The concepts of a question; `used` marks terms already understood otherwise (provinces, numbers, years). */
export function readConcepts(
  terms: readonly string[],
  used: readonly boolean[],
  statistics: TermStatistics,
): Concept[] {
  const free = terms.map((term, i) => (used[i] ? '' : term));
  const phrases = findPhrases(LEXICON, free);
  const withoutPhrases = blank(free, phrases);
  const frame = findPhrases(FRAME, withoutPhrases).filter(
    (match) => match.value === 'stop' && !isHalfOfWord(withoutPhrases, match, statistics),
  );
  const content = blank(withoutPhrases, frame);
  const concepts = phrases.map((match) => phraseConcept(terms, match, statistics));
  for (const run of runs(content)) concepts.push(...runConcepts(run, statistics));
  return concepts;
}

/** A frame word that the syllable beside it hardly ever does without is half of a word: "hỗ" in "hỗ trợ", not "hộ". */
function isHalfOfWord(terms: readonly string[], match: PhraseMatch<unknown>, statistics: TermStatistics): boolean {
  const term = terms[match.start];
  if (term === undefined || match.end - match.start > 1) return false;
  const clings = (neighbour: string | undefined, pair: string) =>
    neighbour !== undefined &&
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

/** The words of concepts as weighted index terms: unigrams and bigrams of every form. */
export function termsToSearch(concepts: readonly Concept[], factor = 1): WeightedTerm[] {
  const weights = new Map<string, number>();
  for (const concept of concepts) {
    for (const form of concept.forms) {
      for (const term of [...form.terms, ...bigrams(form.terms)]) {
        weights.set(term, Math.max(weights.get(term) ?? 0, form.weight * factor));
      }
    }
  }
  return [...weights].map(([term, weight]) => ({ term, weight }));
}

function lexiconEntries(): [string, ConceptForm[]][] {
  const forms = new Map<string, Map<string, ConceptForm>>();
  const add = (phrase: string, form: string, weight: number) => {
    const key = termsOf(phrase).join(' ');
    if (key === '' || termsOf(form).length === 0) return;
    const known = forms.get(key) ?? new Map<string, ConceptForm>();
    const terms = termsOf(form);
    const id = terms.join(' ');
    if ((known.get(id)?.weight ?? 0) < weight) known.set(id, { terms, weight });
    forms.set(key, known);
  };
  const strict = abbreviations.groups;
  for (const group of strict) for (const phrase of group) for (const form of group) add(phrase, form, 1);
  for (const row of everyday.rows) {
    for (const phrase of row.says) {
      add(phrase, phrase, 1);
      for (const meaning of row.means) add(phrase, meaning, EVERYDAY_WEIGHT);
    }
  }
  return [...forms].map(([phrase, known]) => [phrase, [...known.values()]]);
}

function phraseConcept(
  terms: readonly string[],
  match: PhraseMatch<ConceptForm[]>,
  statistics: TermStatistics,
): Concept {
  const rarity = match.value.map((form) => formRarity(form.terms, statistics));
  return { label: terms.slice(match.start, match.end).join(' '), weight: Math.min(...rarity), forms: match.value };
}

/** A form is as rare as its rarest pair of syllables. */
function formRarity(terms: readonly string[], statistics: TermStatistics): number {
  const parts = terms.length === 1 ? terms : bigrams(terms);
  return Math.max(...parts.map((part) => inverseFrequency(part, statistics)));
}

/** Every syllable, and every pair of neighbours that the index knows as a pair. */
function runConcepts(run: readonly string[], statistics: TermStatistics): Concept[] {
  const syllables = run.map((term) => ({
    label: term,
    weight: SYLLABLE_WEIGHT * inverseFrequency(term, statistics),
    forms: [{ terms: [term], weight: 1 }],
  }));
  const pairs = run.slice(1).flatMap((term, i) => {
    const pair = `${run[i]}_${term}`;
    if (statistics.documentFrequency(pair) === 0) return [];
    const weight = PAIR_WEIGHT * inverseFrequency(pair, statistics);
    return [{ label: `${run[i]} ${term}`, weight, forms: [{ terms: [run[i] ?? '', term], weight: 1 }] }];
  });
  return [...syllables, ...pairs];
}

function blank(terms: readonly string[], matches: readonly PhraseMatch<unknown>[]): string[] {
  const blanked = [...terms];
  for (const match of matches) blanked.fill('', match.start, match.end);
  return blanked;
}

/** Stretches of terms that are not blank. */
function runs(terms: readonly string[]): string[][] {
  const found: string[][] = [];
  let run: string[] = [];
  for (const term of [...terms, '']) {
    if (term !== '') run.push(term);
    else if (run.length > 0) {
      found.push(run);
      run = [];
    }
  }
  return found;
}
