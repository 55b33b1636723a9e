import type { Concept, ConceptForm } from '../understand/concept.ts';
import { type LookAlike, lookAlikesOf } from './look-alikes.ts';
import { countTerms, knownNumber } from './term-numbers.ts';
import type { TermSet } from './term-set.ts';

/** How well a text holds each of the concepts, 0–1, in their order. */
export type ConceptMatcher = (text: TermSet) => readonly number[];

/** Words in their order count fully, all words in another order less, a part of them by its share of pairs. */
const OUT_OF_ORDER = 0.7;
const PARTIAL = 0.5;
/**
 * In a longer text than this, and of phrases of three syllables and more in any, syllables come up apart from each other
 * by chance ("cơ sở … công lập … người" is no "người có công"); so they must stand near, and some of a longer phrase side
 * by side ("không quá 03 ngày làm việc, phải có" is no "không có việc làm").
 */
const CHANCE = 30;
const LONG_PHRASE = 3;
/** How many other words may stand among those of a phrase: "hộ gia đình nghèo" holds "hộ nghèo". */
const AMONG = 4;

/** The matcher of a question's concepts: made once, and it remembers every text it has read. */
export function matcherOf(concepts: readonly Concept[]): ConceptMatcher {
  const known = MATCHERS.get(concepts);
  if (known !== undefined) return known;
  const made = conceptMatcher(concepts);
  MATCHERS.set(concepts, made);
  return made;
}

const MATCHERS = new WeakMap<readonly Concept[], ConceptMatcher>();

function conceptMatcher(concepts: readonly Concept[]): ConceptMatcher {
  const asked = askedOf(concepts.flatMap(({ forms }) => forms));
  const numbered = concepts.map(({ forms }) => forms.map(asked.numbered));
  const read = new Map<TermSet, readonly number[]>();
  return (text) => {
    const known = read.get(text);
    if (known !== undefined) return known;
    const held = asked.heldBy(text);
    const matches = numbered.map((forms) => matchForms(forms, held));
    read.set(text, matches);
    return matches;
  };
}

/** A form by the places of its terms and pairs among all that the question looks for. */
interface NumberedForm {
  readonly weight: number;
  readonly isWord: boolean;
  readonly terms: readonly number[];
  readonly pairs: readonly number[];
}

/** Which of the terms and pairs that are asked for a text holds; 1 for those it does. */
interface Held {
  isLong: boolean;
  /** Where in the text asked terms stand, and which. */
  readonly positions: number[];
  readonly standing: number[];
  readonly terms: Uint8Array;
  readonly pairs: Uint8Array;
}

function matchForms(forms: readonly NumberedForm[], held: Held): number {
  let best = 0;
  for (const form of forms) best = Math.max(best, form.weight * matchForm(form, held));
  return best;
}

function matchForm({ terms, pairs, isWord }: NumberedForm, held: Held): number {
  const [first] = terms;
  if (first === undefined) return 0;
  if (pairs.length === 0) return held.terms[first] ?? 0;
  let found = 0;
  for (const pair of pairs) found += held.pairs[pair] ?? 0;
  if (found === pairs.length) return 1;
  if (isWord) return 0;
  const share = (PARTIAL * found) / pairs.length;
  for (const term of terms) if (held.terms[term] === 0) return share;
  const isLongPhrase = terms.length >= LONG_PHRASE;
  if (isLongPhrase && found === 0) return 0;
  return (!held.isLong && !isLongPhrase) || standNear(terms, held) ? OUT_OF_ORDER : share;
}

/** Do all of these terms stand in one short stretch of the text? */
function standNear(terms: readonly number[], { positions, standing }: Held): boolean {
  const stretch = terms.length + AMONG;
  return positions.some((start, i) => {
    const missing = new Set(terms);
    for (let j = i; j < positions.length && (positions[j] ?? 0) - start < stretch; j++)
      missing.delete(standing[j] ?? -1);
    return missing.size === 0;
  });
}

/** Everything the forms ask for, numbered from 0, and one pass over a text that says which of it stands there. */
function askedOf(forms: readonly ConceptForm[]) {
  const terms = placesOf(forms.flatMap((form) => form.terms));
  const pairs = placesOf(forms.flatMap((form) => form.pairs));
  const numbered = ({ weight, isWord = false, ...form }: ConceptForm): NumberedForm => ({
    weight,
    isWord,
    terms: form.terms.map((term) => placeOf(terms, term)),
    pairs: form.pairs.map((pair) => placeOf(pairs, pair)),
  });
  const pairByPlaces = new Map<number, number>();
  for (const form of forms.map(numbered)) {
    for (const [i, pair] of form.pairs.entries()) {
      pairByPlaces.set((form.terms[i] ?? 0) * terms.size + (form.terms[i + 1] ?? 0), pair);
    }
  }
  const inDocuments = askedByNumber(terms, lookAlikesOf(forms));
  /** What the text read last holds; it is asked before the next one is read. */
  const held: Held = {
    isLong: false,
    positions: [],
    standing: [],
    terms: new Uint8Array(terms.size),
    pairs: new Uint8Array(pairs.size),
  };
  const heldBy = ({ sequence }: TermSet): Held => {
    const { isAsked, places, lookAlikes } = inDocuments();
    held.terms.fill(0);
    held.pairs.fill(0);
    held.positions.length = 0;
    held.standing.length = 0;
    held.isLong = sequence.length > CHANCE;
    let before: number | undefined;
    for (let i = 0; i < sequence.length; i++) {
      const number = sequence[i] ?? 0;
      if (isAsked[number % FILTER] === 0) {
        before = undefined;
        continue;
      }
      const over = passedOver(lookAlikes, sequence, i);
      if (over > 0) {
        i += over - 1;
        before = undefined;
        continue;
      }
      const place = places.get(number);
      if (place !== undefined) {
        held.terms[place] = 1;
        held.positions.push(i);
        held.standing.push(place);
        const pair = before === undefined ? undefined : pairByPlaces.get(before * terms.size + place);
        if (pair !== undefined) held.pairs[pair] = 1;
      }
      before = place;
    }
    return held;
  };
  return { numbered, heldBy };
}

/** What is asked for, by the numbers that its terms have in the documents. */
interface AskedInDocuments {
  /** 0 for what no asked term has, by the remainder of a number: nearly every word of a text is passed over by it. */
  readonly isAsked: Uint8Array;
  readonly places: ReadonlyMap<number, number>;
  readonly lookAlikes: readonly NumberedLookAlike[];
}

/** A phrase that only looks like what is asked for; null for a term that no document has. */
interface NumberedLookAlike {
  readonly terms: readonly (number | null)[];
  readonly from: number;
}

/** A power of two, several hundred times what a question asks for. */
const FILTER = 4096;

/** Read anew when there are more numbers: a document opened in the middle of a question may bring that of another term. */
function askedByNumber(terms: ReadonlyMap<string, number>, lookAlikes: readonly LookAlike[]): () => AskedInDocuments {
  const isAsked = new Uint8Array(FILTER);
  let read: AskedInDocuments = { isAsked, places: new Map(), lookAlikes: [] };
  let counted = -1;
  return () => {
    if (counted === countTerms()) return read;
    counted = countTerms();
    const places = new Map<number, number>();
    for (const [term, place] of terms) {
      const number = knownNumber(term);
      if (number !== null) places.set(number, place);
    }
    const numbered = lookAlikes.map(({ terms: phrase, from }) => ({ terms: phrase.map(knownNumber), from }));
    for (const number of [...places.keys(), ...numbered.map(({ terms: phrase, from }) => phrase[from] ?? null)]) {
      if (number !== null) isAsked[number % FILTER] = 1;
    }
    read = { isAsked, places, lookAlikes: numbered };
    return read;
  };
}

/** How many terms from a place on belong to a phrase that only looks like what is asked for. */
function passedOver(lookAlikes: readonly NumberedLookAlike[], sequence: Uint32Array, at: number): number {
  for (const { terms, from } of lookAlikes) {
    if (at >= from && terms.every((number, i) => sequence[at - from + i] === number)) return terms.length - from;
  }
  return 0;
}

function placesOf(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(names)].map((name, place) => [name, place]));
}

function placeOf(places: ReadonlyMap<string, number>, name: string): number {
  return places.get(name) ?? 0;
}
