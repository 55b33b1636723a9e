import { accentsOf } from '../../vietnamese/accents.ts';
import { foldTerm } from '../../vietnamese/tokens.ts';
import { eachWord } from '../../vietnamese/words.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Understanding } from '../understand/understanding.ts';
import { weightOf } from './coverage.ts';
import type { Found } from './evidence.ts';

/** Words by their folded term: several of other accents fall together there. */
type WordsByTerm = ReadonlyMap<string, ReadonlySet<string>>;

/** How many of the best are looked at, and how many that agree are enough. */
const LOOKED_AT = 24;
const ENOUGH = 4;
/** Of which so much is asked in other words, a text speaks of something else. */
const MOST = 0.5;
/** What the score loses of the coverage that only folding gave. */
const SCORE_SHARE = 0.75;

/**
 * Words are matched without their accents. Where the question types them, what a text holds in other words alone ("bàn, đảm
 * bảo" for "bán dâm") does not count as held; `textOf` is all that speaks for an item. The order may change.
 */
export function agreeing<F extends Found<unknown>>(
  found: readonly F[],
  { question, concepts }: Pick<Understanding, 'question' | 'concepts'>,
  textOf: (found: F) => string,
): F[] {
  const typed = accentedWords(question);
  const askedInAccents = concepts.filter(({ label }) => label.split(' ').every((term) => typed.has(term)));
  if (askedInAccents.length === 0) return [...found];
  const terms = new Set(askedInAccents.flatMap(({ label }) => label.split(' ')));
  const whole = concepts.reduce((sum, concept) => sum + weightOf(concept), 0);
  let enough = 0;
  const looked = found.slice(0, LOOKED_AT).map((one) => {
    if (enough >= ENOUGH) return one;
    const words = wordsOf(textOf(one), terms);
    const other = askedInAccents.filter(({ label }) => label.split(' ').every((term) => differs(term, typed, words)));
    if (other.length === 0) enough += 1;
    const share = other.reduce((sum, concept) => sum + weightOf(concept), 0) / whole;
    const held = Math.max(0, one.coverage - share);
    const coverage = share < MOST ? held : Math.min(held, THRESHOLDS.near);
    return { ...one, coverage, score: one.score - SCORE_SHARE * share };
  });
  return [...looked, ...found.slice(LOOKED_AT)].sort((a, b) => b.score - a.score);
}

/** The text has the term, and none of its words is the one typed. */
function differs(term: string, typed: WordsByTerm, words: WordsByTerm): boolean {
  const printed = words.get(term);
  const asked = [...(typed.get(term) ?? [])];
  return printed !== undefined && ![...printed].some((word) => asked.some((one) => mayBe(word, one)));
}

/** Typed in haste, some accents are missing, and hỏi stands for ngã. */
function mayBe(printed: string, typed: string): boolean {
  const own = marksOf(printed);
  return marksOf(typed).every((mark) => own.includes(mark));
}

const HOI = '\u0309';
const NGA = '\u0303';

function marksOf(word: string): readonly string[] {
  return accentsOf(word).map((mark) => (mark === NGA ? HOI : mark));
}

function accentedWords(text: string): WordsByTerm {
  const words = wordsOf(text);
  return new Map([...words].filter(([, spelled]) => [...spelled].every((word) => accentsOf(word).length > 0)));
}

/** The words of a text, or those of some terms: most words of a passage are none that a question asks for. */
function wordsOf(text: string, terms: ReadonlySet<string> | null = null): WordsByTerm {
  const words = new Map<string, Set<string>>();
  eachWord(text, (word) => {
    const term = foldTerm(word);
    if (terms !== null && !terms.has(term)) return;
    const known = words.get(term);
    if (known === undefined) words.set(term, new Set([word.toLowerCase()]));
    else known.add(word.toLowerCase());
  });
  return words;
}
