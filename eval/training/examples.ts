import { type Bag, bagOf, joined, type PlacedRows, placeRows, thin } from './bag.ts';
import type { Example } from './contrastive.ts';
import { misspell } from './misspell.ts';
import type { Pair } from './pairs.ts';
import type { Random } from './random.ts';
import type { Recipe } from './recipe.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Wording } from './wording.ts';

export interface Material {
  readonly pairs: readonly Pair[];
  readonly vocabulary: Vocabulary;
  readonly wording: Wording;
  readonly recipe: Recipe;
}

/** Groups of examples that are not made from a heading: one each, above all heading numbers. */
const OWN_GROUP = 1_000_000;

/** Makes one example of each pair that is asked for, of a kind drawn by the recipe's shares. */
export function exampleMaker({ pairs, vocabulary, wording, recipe }: Material): (i: number, random: Random) => Example {
  const placed = pairs.map(({ text }) => placeRows(text, vocabulary));
  const texts = placed.map((rows) => bagOf(rows));
  const headings = pairs.map(({ heading }) => bagOf(placeRows(heading, vocabulary)));
  const common = commonHeadings(pairs);
  const { everydayQuestions, sentences } = recipe;
  return (i, random) => {
    const { text, heading, headingNumber } = pairs[i] ?? NO_PAIR;
    const whole = texts[i] ?? NO_BAG;
    const headed = headings[i] ?? NO_BAG;
    // Passages are embedded with their title or headings, so some texts are seen with theirs.
    const titled = () => (random.next() < WITH_HEADING ? joined(headed, whole) : whole);
    const thinned = (question: Bag, about: Bag, group: number): Example => ({
      question: thin(question, recipe.questionDropout, random),
      text: thin(about, recipe.textDropout, random),
      group,
    });
    const kind = random.next();
    if (kind < sentences && text.length > SHORTEST_SPLIT) {
      const { start, end } = stretch(text.length, { least: 8, most: 25 }, random);
      const rows = placed[i] ?? NO_ROWS;
      const without = () => joined(bagOf(rows, 0, start), bagOf(rows, end));
      return thinned(bagOf(rows, start, end), random.next() < KEEP_SENTENCE ? titled() : without(), OWN_GROUP + i);
    }
    if (kind < sentences + everydayQuestions) {
      const { about, group } = subject(heading, text, common.has(headingNumber), random);
      const asked = misspell(wording.ask(about, random), recipe.misspelt, random);
      const question = bagOf(placeRows(asked, vocabulary));
      return group === 'heading' ? thinned(question, whole, headingNumber) : thinned(question, titled(), OWN_GROUP + i);
    }
    return thinned(headed, whole, headingNumber);
  };
}

const NO_PAIR: Pair = { heading: [], text: [], headingNumber: -1, source: '' };
const NO_BAG: Bag = new Int32Array(0);
const NO_ROWS: PlacedRows = { syllables: NO_BAG, pairs: NO_BAG };
/** A text this short is not split into a sentence and the rest. */
const SHORTEST_SPLIT = 40;
/** How often the sentence also stays in the text, as a question may repeat the passage's words. */
const KEEP_SENTENCE = 0.15;
/** How often a text that is not asked for by its heading has it in front. */
const WITH_HEADING = 0.4;
/** A heading over more than this many texts does not say what a question is about. */
const COMMON = 3;

/** What an everyday question is about: the heading, a stretch of the text, or both. */
function subject(
  heading: readonly string[],
  text: readonly string[],
  isCommon: boolean,
  random: Random,
): { readonly about: readonly string[]; readonly group: 'heading' | 'own' } {
  const useHeadingAlone = random.next() < 0.5;
  if (text.length <= SHORTEST_SPLIT || (useHeadingAlone && !isCommon)) return { about: heading, group: 'heading' };
  const { start, end } = stretch(text.length, { least: 5, most: 20 }, random);
  const inside = text.slice(start, end);
  const withHeading = !isCommon && random.next() < 0.5;
  return { about: withHeading ? [...heading, ...inside] : inside, group: 'own' };
}

/** Where a random stretch of a text lies. */
function stretch(
  terms: number,
  { least, most }: { readonly least: number; readonly most: number },
  random: Random,
): { readonly start: number; readonly end: number } {
  const length = least + random.below(most - least + 1);
  const start = random.below(Math.max(1, terms - length));
  return { start, end: Math.min(terms, start + length) };
}

function commonHeadings(pairs: readonly Pair[]): ReadonlySet<number> {
  const counts = headingCounts(pairs);
  return new Set([...counts].filter(([, count]) => count > COMMON).map(([heading]) => heading));
}

/** Heading number → number of texts under it. */
export function headingCounts(pairs: readonly Pair[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { headingNumber } of pairs) counts.set(headingNumber, (counts.get(headingNumber) ?? 0) + 1);
  return counts;
}
