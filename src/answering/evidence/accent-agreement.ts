import { accentsOf } from '../../vietnamese/accents.ts';
import { foldTerm } from '../../vietnamese/tokens.ts';
import { eachWord, holdsWord } from '../../vietnamese/words.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Understanding } from '../understand/understanding.ts';
import { weightOf } from './coverage.ts';
import type { Found } from './evidence.ts';
import { printingsOf } from './term-numbers.ts';
import { holdsTerm } from './term-set.ts';
import type { Speaking } from './texts-around.ts';

/** Words by their folded term: several of other accents fall together there. */
type WordsByTerm = ReadonlyMap<string, ReadonlySet<string>>;

/** How many of the best are looked at, and how many that agree are enough. */
const LOOKED_AT = 24;
const ENOUGH = 4;
/** Of which so much is asked in other words, a text speaks of something else. */
const MOST = 0.5;
/** What the score loses of the coverage that only folding gave. */
const SCORE_SHARE = 0.75;

/** Orders what was found anew by the accents typed; `speakingFor` an item is all that says what it says. */
export type Agreeing = <F extends Found<unknown>>(found: readonly F[], speakingFor: (found: F) => Speaking) => F[];

/**
 * Words are matched without their accents. Where the question types them, what a text holds in other words alone ("bàn, đảm
 * bảo" for "bán dâm") does not count as held. What the question types is read once for all that was found.
 */
export function accentAgreement({ question, concepts }: Pick<Understanding, 'question' | 'concepts'>): Agreeing {
  const typed = accentedWords(question);
  const askedInAccents = concepts.filter(({ label }) => label.split(' ').every((term) => typed.has(term)));
  if (askedInAccents.length === 0) return (found) => [...found];
  const asked = askedInAccents.map(({ label }) => label.split(' ').map((term) => typedTerm(term, typed)));
  const weights = askedInAccents.map(weightOf);
  const whole = concepts.reduce((sum, concept) => sum + weightOf(concept), 0);
  const shareOfOthers = ({ terms, texts }: Speaking): number => {
    const stands = asked.map((own) => own.every(({ term }) => holdsTerm(terms, term)));
    if (!stands.includes(true)) return 0;
    const printed = texts();
    const isOther = (own: readonly TypedTerm[], i: number) => stands[i] === true && isInOtherWords(own, printed);
    return asked.reduce((sum, own, i) => sum + (isOther(own, i) ? (weights[i] ?? 0) : 0), 0) / whole;
  };
  return (found, speakingFor) => {
    let enough = 0;
    const looked = found.slice(0, LOOKED_AT).map((one) => {
      if (enough >= ENOUGH || one.coverage < THRESHOLDS.near) return one;
      const share = shareOfOthers(speakingFor(one));
      if (share === 0) {
        enough += 1;
        return one;
      }
      const held = Math.max(0, one.coverage - share);
      const coverage = share < MOST ? held : Math.min(held, THRESHOLDS.near);
      return { ...one, coverage, score: one.score - SCORE_SHARE * share };
    });
    return [...looked, ...found.slice(LOOKED_AT)].sort((a, b) => b.score - a.score);
  };
}

/** A term of the question with the words it was typed in. */
interface TypedTerm {
  readonly term: string;
  readonly words: readonly string[];
  /** Words of documents that may be meant by those typed. */
  readonly meant: () => readonly string[];
}

function typedTerm(term: string, typed: WordsByTerm): TypedTerm {
  const words = [...(typed.get(term) ?? [])];
  let meant: readonly string[] = [];
  let read = 0;
  return {
    term,
    words,
    meant: () => {
      const printings = printingsOf(term);
      if (read < printings.length) meant = printings.filter((word) => words.some((one) => mayBe(word, one)));
      read = printings.length;
      return meant;
    },
  };
}

/** Of terms that texts hold, none is printed as it is typed, and each only in words that cannot be meant. */
function isInOtherWords(own: readonly TypedTerm[], texts: readonly string[]): boolean {
  return (
    !own.some(({ words }) => words.some((word) => texts.some((text) => text.includes(word)))) &&
    own.every(({ meant }) => !meant().some((word) => texts.some((text) => holdsWord(text, word))))
  );
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
  const words = new Map<string, Set<string>>();
  eachWord(text, (word) => {
    const term = foldTerm(word);
    const known = words.get(term);
    if (known === undefined) words.set(term, new Set([word.toLowerCase()]));
    else known.add(word.toLowerCase());
  });
  return new Map([...words].filter(([, spelled]) => [...spelled].every((word) => accentsOf(word).length > 0)));
}
