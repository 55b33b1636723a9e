import { THRESHOLDS } from '../thresholds.ts';
import type { Concept } from '../understand/concept.ts';
import { yearConcepts } from '../understand/concepts.ts';
import type { Understanding } from '../understand/understanding.ts';
import { type ConceptMatcher, matcherOf } from './concept-matcher.ts';
import { type Context, coverage, matchesAround, weightOf } from './coverage.ts';
import type { DocumentView } from './document-view.ts';
import { groupsAsked, isOfOthers } from './people.ts';
import { tellingWeights } from './telling-concepts.ts';
import type { TermSet } from './term-set.ts';

/** Shares of coverage, of what a follow-up took over and of the retrieval score in the order of what was found. */
const WEIGHTS = { coverage: 0.75, background: 0.15, retrieval: 0.1 };

/** What a question looks for, read once for all texts that are weighed against it. */
export interface Asked {
  readonly understanding: Understanding;
  readonly match: ConceptMatcher;
  readonly weights: readonly number[];
  readonly weight: number;
  readonly years: readonly Concept[];
  readonly groups: ReadonlySet<string>;
}

/** Reads what a question looks for. */
export function askedBy(understanding: Understanding): Asked {
  const weights = understanding.concepts.map(weightOf);
  return {
    understanding,
    match: matcherOf(understanding.concepts),
    weights,
    weight: sum(weights),
    years: yearConcepts(understanding.years),
    groups: groupsAsked(understanding),
  };
}

/** What is asked of one document. */
export interface AskedOfDocument {
  readonly view: DocumentView;
  /** What each concept counts of what the title leaves unsaid; null when it leaves too little to ask for by itself. */
  readonly telling: readonly number[] | null;
  /** The sum of `telling`. */
  readonly told: number;
}

/** Reads what is asked of a document beyond its title. */
export function askedOf({ understanding, weight }: Asked, view: DocumentView): AskedOfDocument {
  const telling = tellingWeights(understanding, view);
  const told = sum(telling);
  return { view, telling: told >= TELLING * weight ? telling : null, told };
}

/** When the title leaves so much of what is asked unsaid, the rest is a question of its own. */
const TELLING = 0.25;

/** What stands round a text, with how well it holds each concept. */
export interface Surroundings {
  readonly contexts: readonly Context[];
  /** The best of the contexts and the title of the document, by concept. */
  readonly matches: readonly number[];
}

/** Reads what stands round a text, once for all texts it stands round. */
export function surroundings({ match }: Asked, view: DocumentView, contexts: readonly Context[]): Surroundings {
  return { contexts, matches: matchesAround(match, [...contexts, { terms: view.titleTerms, weight: TITLE }]) };
}

/** The surroundings with one thing more. */
export function withContext({ match }: Asked, { contexts, matches }: Surroundings, more: Context): Surroundings {
  const held = match(more.terms);
  return {
    contexts: [...contexts, more],
    matches: matches.map((best, i) => Math.max(best, more.weight * (held[i] ?? 0))),
  };
}

/** What the whole document is about tells none of its sentences from another: it counts nearly as much as if each said it. */
const TITLE = 0.9;

/** A text of a document, to be weighed with what stands round it. */
export interface Weighable {
  readonly ofDocument: AskedOfDocument;
  readonly text: TermSet;
  readonly around: Surroundings;
  readonly retrieval: number;
}

/** How well a text answers: its score, for ordering, and the share of what is asked that it holds, 0–1. */
export function weigh(
  { understanding, match, weights, weight, groups }: Asked,
  { ofDocument, text, around: { contexts, matches }, retrieval }: Weighable,
): { readonly score: number; readonly coverage: number } {
  const own = match(text);
  const { telling, told } = ofDocument;
  let held = 0;
  let saidBeyondTitle = 0;
  for (let i = 0; i < weights.length; i++) {
    const best = Math.max(own[i] ?? 0, matches[i] ?? 0);
    held += (weights[i] ?? 0) * best;
    if (telling !== null) saidBeyondTitle += (telling[i] ?? 0) * best;
  }
  const share = weight === 0 ? 0 : held / weight;
  const isTold = telling === null || (told === 0 ? 0 : saidBeyondTitle / told) >= TOLD;
  const { numbered, background } = understanding;
  const isOfNumber = speaksOf(numbered, text, contexts);
  const shareOfBackground =
    background.length === 0
      ? 0
      : coverage(background, text, [...contexts, { terms: ofDocument.view.titleTerms, weight: TITLE }]);
  const others = isOfOthers(groups, text, contexts);
  return {
    coverage: isTold && isOfNumber ? share : Math.min(share, UNTOLD),
    score:
      ((isTold && isOfNumber) || numbered.length === 0 ? 0 : -OTHER_NUMBER) -
      (others ? OTHER_PEOPLE : 0) +
      WEIGHTS.coverage * share +
      WEIGHTS.background * shareOfBackground +
      WEIGHTS.retrieval * retrieval,
  };
}

/** Of what the title does not say a text must hold so much, or it holds too little of what is asked to answer. */
const TOLD = 0.4;
const UNTOLD = THRESHOLDS.sentence - 0.01;

/** What is said of others than asked. */
const OTHER_PEOPLE = 0.15;

/** Another number than the one asked ("cấp IV" for "cấp V") is another thing. */
const OTHER_NUMBER = 0.2;

function speaksOf(numbered: readonly Concept[], text: TermSet, contexts: readonly Context[]): boolean {
  if (numbered.length === 0) return true;
  const match = matcherOf(numbered);
  return numbered.every((_, i) => [text, ...contexts.map(({ terms }) => terms)].some((terms) => match(terms)[i] === 1));
}

function sum(weights: readonly number[]): number {
  return weights.reduce((all, weight) => all + weight, 0);
}
