import people from '../../../seeds/lexicon/people.json' with { type: 'json' };
import { phraseBook, valuesIn } from '../../vietnamese/phrase-book.ts';
import type { Understanding } from '../understand/understanding.ts';
import { termNamed } from './term-numbers.ts';
import type { TermSet } from './term-set.ts';

const BOOK = phraseBook(people.groups.flatMap(({ name, says }) => says.map((phrase) => [phrase, name] as const)));

const IMPLIED = phraseBook(
  people.groups.flatMap(({ name, implied_by }) => implied_by.map((phrase) => [phrase, name] as const)),
);

/** The groups of people a text names, and those it speaks of without their name. */
export function groupsMeant(text: TermSet): ReadonlySet<string> {
  return new Set([...groupsIn(text), ...valuesIn(IMPLIED, Array.from(text.sequence, termNamed))]);
}

/** The groups of people a text names. */
export function groupsIn(text: TermSet): ReadonlySet<string> {
  const known = GROUPS.get(text);
  if (known !== undefined) return known;
  const found = valuesIn(BOOK, Array.from(text.sequence, termNamed));
  GROUPS.set(text, found);
  return found;
}

const GROUPS = new WeakMap<TermSet, ReadonlySet<string>>();

/** The groups of people that folded words name. */
export function groupsNamed(terms: readonly string[]): ReadonlySet<string> {
  return valuesIn(BOOK, terms);
}

/** The groups of people a question is about, in its own words or those of the documents for them. */
export function groupsAsked(understanding: Pick<Understanding, 'folded' | 'concepts'>): ReadonlySet<string> {
  const known = ASKED.get(understanding);
  if (known !== undefined) return known;
  const forms = understanding.concepts.flatMap(({ forms }) => forms.filter(({ weight }) => weight >= SURE));
  const asked = new Set(
    [understanding.folded.split(' '), ...forms.map(({ terms }) => terms)].flatMap((terms) => [
      ...valuesIn(BOOK, terms),
    ]),
  );
  ASKED.set(understanding, asked);
  return asked;
}

const ASKED = new WeakMap<object, ReadonlySet<string>>();
/** A looser word for a group may stand for another one. */
const SURE = 0.8;

/**
 * Is what is said about others than asked? It names a group the question does not, and leaves out one that the question
 * names, also in what stands round it.
 */
export function isOfOthers(
  asked: ReadonlySet<string>,
  text: TermSet,
  around: readonly { readonly terms: TermSet }[] = [],
): boolean {
  if (asked.size === 0) return false;
  const own = groupsIn(text);
  if ([...own].every((group) => asked.has(group))) return false;
  return [...asked].some((group) => !own.has(group) && !around.some(({ terms }) => groupsIn(terms).has(group)));
}
