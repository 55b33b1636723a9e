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

/** Concepts that are looked for together, with what each counts; read once for all texts. */
export interface LookedFor {
  readonly match: ConceptMatcher;
  readonly weights: readonly number[];
  /** Their sum. */
  readonly weight: number;
}

function lookedFor(concepts: readonly Concept[]): LookedFor {
  const weights = concepts.map(weightOf);
  return { match: matcherOf(concepts), weights, weight: sum(weights) };
}

/** What a question looks for. */
export interface Asked {
  readonly understanding: Understanding;
  readonly subject: LookedFor;
  readonly asides: LookedFor;
  readonly years: LookedFor;
  readonly groups: ReadonlySet<string>;
}

/** Reads what a question looks for. */
export function askedBy(understanding: Understanding): Asked {
  return {
    understanding,
    subject: lookedFor(understanding.concepts),
    asides: lookedFor(understanding.asides),
    years: lookedFor(yearConcepts(understanding.years)),
    groups: groupsAsked(understanding),
  };
}

/** How well what stands round a text holds each concept; empty where none is looked for. */
export function heldAround({ match, weights }: LookedFor, contexts: readonly Context[]): readonly number[] {
  return weights.length === 0 ? [] : matchesAround(match, contexts);
}

/** The same with one context more. */
export function heldBeside({ match, weights }: LookedFor, around: readonly number[], more: Context): readonly number[] {
  if (weights.length === 0) return around;
  const held = match(more.terms);
  return weights.map((_, i) => Math.max(around[i] ?? 0, more.weight * (held[i] ?? 0)));
}

/** Share of what is looked for that a text holds, itself or in what stands round it, 0–1. */
export function shareOf({ match, weights, weight }: LookedFor, text: TermSet, around: readonly number[]): number {
  if (weight === 0) return 0;
  const own = match(text);
  let held = 0;
  for (let i = 0; i < weights.length; i++) held += (weights[i] ?? 0) * Math.max(own[i] ?? 0, around[i] ?? 0);
  return held / weight;
}

/** What is asked of one document. */
export interface AskedOfDocument {
  readonly view: DocumentView;
  /** What is left to look for where the title says a part already; null when it leaves too little to ask for by itself. */
  readonly untold: LookedFor | null;
}

/** Reads what is asked of a document beyond its title. */
export function askedOf({ understanding, subject }: Asked, view: DocumentView): AskedOfDocument {
  const weights = tellingWeights(understanding, view);
  const weight = sum(weights);
  return { view, untold: weight >= TELLING * subject.weight ? { match: subject.match, weights, weight } : null };
}

/** When the title leaves so much of what is asked unsaid, the rest is a question of its own. */
const TELLING = 0.25;

/** What stands round a text. */
export interface Surroundings {
  readonly contexts: readonly Context[];
  /** How well they and the title of the document hold what is looked for, by concept. */
  readonly held: readonly number[];
}

/** Reads what stands round a text, once for all texts it stands round. */
export function surroundings({ subject }: Asked, view: DocumentView, contexts: readonly Context[]): Surroundings {
  return { contexts, held: heldAround(subject, [...contexts, { terms: view.titleTerms, weight: TITLE }]) };
}

/** The same with one context more. */
export function withContext({ subject }: Asked, { contexts, held }: Surroundings, more: Context): Surroundings {
  return { contexts: [...contexts, more], held: heldBeside(subject, held, more) };
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
  { understanding, subject, groups }: Asked,
  { ofDocument, text, around: { contexts, held }, retrieval }: Weighable,
): { readonly score: number; readonly coverage: number } {
  const { untold, view } = ofDocument;
  const { numbered, background } = understanding;
  const share = shareOf(subject, text, held);
  const beyondTitle = untold === null ? 1 : shareOf(untold, text, held);
  const answers = subject.weight >= LITTLE && beyondTitle >= TOLD && speaksOf(numbered, text, contexts);
  const before =
    background.length === 0 ? 0 : coverage(background, text, [...contexts, { terms: view.titleTerms, weight: TITLE }]);
  return {
    coverage: answers ? share : Math.min(share, UNTOLD),
    score:
      (answers || numbered.length === 0 ? 0 : -OTHER_NUMBER) -
      (isOfOthers(groups, text, contexts) ? OTHER_PEOPLE : 0) +
      WEIGHTS.coverage * share +
      WEIGHTS.background * before +
      WEIGHTS.retrieval * retrieval,
  };
}

/** Looked for by less than this, by a common syllable alone, anything is found. */
const LITTLE = 1.2;

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
