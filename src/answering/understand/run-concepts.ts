import compoundWords from '../../../seeds/lexicon/compound-words.json' with { type: 'json' };
import { findPhrases, type PhraseMatch, phraseBook } from '../../vietnamese/phrase-book.ts';
import { type Concept, conceptForm, inverseFrequency, isKnown, type TermStatistics } from './concept.ts';
import { spellings } from './number-spellings.ts';

/** What a word by itself, a pair of neighbours, a syllable in a pair and a syllable by itself say. */
const WEIGHTS = { word: 1.3, pair: 0.6, syllableInPair: 0.25, syllable: 0.6 };

const COMPOUNDS = phraseBook(compoundWords.words.map((word) => [word, word] as const));

/** Every syllable, and every pair of neighbours that the index knows as a pair; words that it does not know as they are. */
export function runConcepts(run: readonly string[], statistics: TermStatistics): Concept[] {
  const compounds = findPhrases(COMPOUNDS, run);
  const unknown = compounds.filter(({ start, end }) => !isKnown(run.slice(start, end), statistics));
  return [
    ...unknown.map(({ start, end }) => unknownWord(run.slice(start, end), statistics)),
    ...runs(blank(run, unknown)).flatMap((rest) => syllableConcepts(rest, statistics)),
  ];
}

/** "Học phí" where no document writes it: texts that hold "học" and "phí" apart do not hold it. */
function unknownWord(terms: readonly string[], statistics: TermStatistics): Concept {
  const weight = WEIGHTS.word * inverseFrequency(terms.join('_'), statistics);
  return { label: terms.join(' '), weight, forms: [{ ...conceptForm(terms, 1), isWord: true }] };
}

function syllableConcepts(run: readonly string[], statistics: TermStatistics): Concept[] {
  const pairs = run.slice(1).map((term, i) => [run[i] ?? '', term] as const);
  const isPair = (pair: readonly [string, string] | undefined) =>
    pair !== undefined && spellings(pair).some((terms) => statistics.documentFrequency(terms.join('_')) > 0);
  return [
    ...run.map((term, i) => {
      const paired = isPair(pairs[i - 1]) || isPair(pairs[i]);
      const weight = paired ? WEIGHTS.syllableInPair : WEIGHTS.syllable;
      return spelledConcept([term], weight, statistics);
    }),
    ...pairs.filter(isPair).map((pair) => spelledConcept(pair, WEIGHTS.pair * cohesion(pair, statistics), statistics)),
  ];
}

/** Terms that are looked for however a small number among them is printed, weighed by the more usual print. */
function spelledConcept(terms: readonly string[], weight: number, statistics: TermStatistics): Concept {
  const written = spellings(terms);
  const rarity = Math.min(...written.map((form) => inverseFrequency(form.join('_'), statistics)));
  return { label: terms.join(' '), weight: weight * rarity, forms: written.map((form) => conceptForm(form, 1)) };
}

/**
 * How much two neighbours are one word: the share of the rarer one's entries that hold the pair, up to `ONE_WORD`. A pair
 * across the end of a word ("tự nguyện | chuyển giao") is rare in the documents without telling anything.
 */
export function cohesion([first, second]: readonly [string, string], statistics: TermStatistics): number {
  const rarer = Math.min(statistics.documentFrequency(first), statistics.documentFrequency(second));
  const share = rarer === 0 ? 0 : statistics.documentFrequency(`${first}_${second}`) / rarer;
  return LOOSE + (1 - LOOSE) * Math.min(1, share / ONE_WORD);
}

const LOOSE = 0.7;
const ONE_WORD = 0.1;

/** The terms with those of the matches blank. */
export function blank(terms: readonly string[], matches: readonly PhraseMatch<unknown>[]): string[] {
  const blanked = [...terms];
  for (const match of matches) blanked.fill('', match.start, match.end);
  return blanked;
}

/** Stretches of terms that are not blank. */
export function runs(terms: readonly string[]): string[][] {
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
