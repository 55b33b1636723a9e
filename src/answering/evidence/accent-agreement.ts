import { accentsOf } from '../../vietnamese/accents.ts';
import { foldTerm } from '../../vietnamese/tokens.ts';
import { eachWord } from '../../vietnamese/words.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Understanding } from '../understand/understanding.ts';
import { weightOf } from './coverage.ts';
import type { Found } from './evidence.ts';
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
  const asked = askedInAccents.map(({ label }) => label.split(' '));
  const terms = new Set(asked.flat());
  const weights = askedInAccents.map(weightOf);
  const whole = concepts.reduce((sum, concept) => sum + weightOf(concept), 0);
  /** Whether all its words stand there is known by their numbers; only for those that do is the print looked at. */
  const shareOfOthers = (speaking: Speaking): number => {
    const held = asked.map((own) => own.every((term) => holdsTerm(speaking.terms, term)));
    if (!held.includes(true)) return 0;
    const texts = speaking.texts();
    const doubted = asked.map((own, i) => held[i] === true && !own.some((term) => isPrinted(term, typed, texts)));
    if (!doubted.includes(true)) return 0;
    const words = wordsOf(texts, terms);
    const isOther = (own: readonly string[], i: number) =>
      doubted[i] === true && own.every((term) => differs(term, typed, words));
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

/** The text has just the word that is typed, which costs less to find than what else it has. */
function isPrinted(term: string, typed: WordsByTerm, texts: readonly string[]): boolean {
  for (const word of typed.get(term) ?? []) if (texts.some((text) => text.includes(word))) return true;
  return false;
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
  const words = wordsOf([text]);
  return new Map([...words].filter(([, spelled]) => [...spelled].every((word) => accentsOf(word).length > 0)));
}

/** The words of a text, or those of some terms: most words of a passage are none that a question asks for. */
function wordsOf(texts: readonly string[], terms: ReadonlySet<string> | null = null): WordsByTerm {
  const words = new Map<string, Set<string>>();
  const add = (word: string) => {
    const term = foldTerm(word);
    if (terms !== null && !terms.has(term)) return;
    const known = words.get(term);
    if (known === undefined) words.set(term, new Set([word.toLowerCase()]));
    else known.add(word.toLowerCase());
  };
  for (const text of texts) eachWord(text, add);
  return words;
}
