import type { Assignment, Target } from '../../document/records.ts';
import type { Candidate, Retrieve } from '../../index/retriever.ts';
import { sameAgency } from '../../vietnamese/agencies.ts';
import type { Corpus } from '../corpus.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Concept } from '../understand/concept.ts';
import { mentionConcept, termsToSearch, yearConcepts } from '../understand/concepts.ts';
import { asksWhichSpeakOf } from '../understand/intent.ts';
import type { Intent, Understanding } from '../understand/understanding.ts';
import { accentAgreement } from './accent-agreement.ts';
import { matcherOf } from './concept-matcher.ts';
import { contextsOf, OPENING, OPENING_OF_FIELD } from './contexts.ts';
import { type Context, coverage, HEADINGS, matchesIn, shareHeld, weightOf } from './coverage.ts';
import { isField } from './defined-subject.ts';
import type { DocumentView, Sentence } from './document-view.ts';
import type { Evidence, Found } from './evidence.ts';
import { asksOfForms, isOfForm } from './forms.ts';
import { likelier } from './likelier.ts';
import { groupsAsked, isOfOthers } from './people.ts';
import { termsOfAssignment, termsOfEntitlement } from './record-terms.ts';
import { targetFit } from './target-fit.ts';
import { tellingWeights } from './telling-concepts.ts';
import type { TermSet } from './term-set.ts';
import {
  speakingForAssignment,
  speakingForEntitlement,
  speakingForSentence,
  speakingForTarget,
} from './texts-around.ts';
import type { ViewCache } from './view-cache.ts';

/** How many entries retrieval hands over, and how many documents are looked into. */
const CANDIDATES = 80;
const DOCUMENTS = 8;
/** Shares of coverage, of what a follow-up took over, of the nouns that carry the question, of the retrieval score, of being short and of naming the years asked, in the order of sentences. */
const WEIGHTS = { coverage: 0.75, background: 0.15, asides: 0.05, retrieval: 0.1, brevity: 0.03, years: 0.05 };

/** Where evidence comes from. */
export interface EvidenceSource {
  readonly corpus: Pick<Corpus, 'index'>;
  readonly retrieve: Retrieve;
  readonly views: ViewCache;
}

/** Questions about documents as such look at every document in scope, not at the best hits. */
const WHOLE_DOCUMENTS: ReadonlySet<Intent> = new Set<Intent>(['metadata', 'documents']);

/** Retrieves and weighs everything that may answer the question; the signal gives up retrieval. */
export async function gather(
  understanding: Understanding,
  library: EvidenceSource,
  signal?: AbortSignal,
): Promise<Evidence> {
  const found = await search(understanding, library, signal);
  const ids = [...new Set(found.map((candidate) => candidate.entry.documentId))].slice(0, DOCUMENTS);
  const wanted =
    ids.length > 0 && !(WHOLE_DOCUMENTS.has(understanding.intent) && !asksWhichSpeakOf(understanding))
      ? ids
      : understanding.scope.ids.slice(0, DOCUMENTS);
  const views = await Promise.all(wanted.map((id) => library.views.view(id)));
  const byId = new Map(views.map((view) => [view.document.id, { view, ask: askOf(understanding, view) }]));
  const top = Math.max(...found.map((candidate) => candidate.score), Number.MIN_VALUE);
  const weighed = found.flatMap((candidate) => {
    const looked = byId.get(candidate.entry.documentId);
    return looked === undefined ? [] : [{ candidate, ...looked, retrieval: candidate.score / top }];
  });
  const years = yearConcepts(understanding.years);
  const agreeing = accentAgreement(understanding);
  const weighedSentences = best(weighed.flatMap((item) => weighSentences(item, understanding, years)));
  const sentences = best(likelier(agreeing(weighedSentences, speakingForSentence), understanding));
  const assignments = best([
    ...governing(sentences, understanding),
    ...weighed.flatMap((item) => weighAssignment(item, understanding)),
  ]);
  const targets = best(weighed.flatMap((item) => weighTarget(item, understanding)));
  const entitlements = best(weighed.flatMap((item) => weighEntitlement(item, understanding)));
  return {
    views,
    sentences,
    targets: agreeing(targets, speakingForTarget),
    assignments: agreeing(assignments, speakingForAssignment),
    entitlements: agreeing(entitlements, speakingForEntitlement),
  };
}

async function search(
  understanding: Understanding,
  { corpus, retrieve }: EvidenceSource,
  signal: AbortSignal | undefined,
): Promise<readonly Candidate[]> {
  const terms = [
    ...termsToSearch(understanding.concepts),
    ...termsToSearch(understanding.background, 0.4),
    ...termsToSearch(understanding.mentions.map(mentionConcept), MENTION),
  ];
  if (terms.length === 0) return [];
  const { ids, named } = understanding.scope;
  return retrieve(corpus.index, {
    terms,
    text: understanding.concepts.map(({ label }) => label).join(' '),
    only: named ? { documents: ids } : null,
    k: CANDIDATES,
    signal,
  });
}

/** Documents spoken of are found by their number, but do not count as what is asked. */
const MENTION = 0.4;

interface Weighed {
  readonly candidate: Candidate;
  readonly view: DocumentView;
  readonly ask: Ask;
  readonly retrieval: number;
}

/** What each concept of the question counts, in all and of what the document's title leaves unsaid; null when it leaves too little. */
interface Ask {
  readonly weights: readonly number[];
  readonly telling: readonly number[] | null;
}

/** When the title leaves so much of what is asked unsaid, the rest is a question of its own. */
function askOf(understanding: Understanding, view: DocumentView): Ask {
  const weights = understanding.concepts.map(weightOf);
  const telling = tellingWeights(understanding, view);
  return { weights, telling: sum(telling) >= TELLING * sum(weights) ? telling : null };
}

function sum(weights: readonly number[]): number {
  return weights.reduce((all, weight) => all + weight, 0);
}

const TELLING = 0.25;

function best<T extends { readonly score: number }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => b.score - a.score);
}

function weighSentences(
  { candidate, view, ask, retrieval }: Weighed,
  understanding: Understanding,
  years: readonly Concept[],
): Found<Sentence>[] {
  const passage = view.passages.get(candidate.entry.id);
  if (passage === undefined || (isOfForm(passage) && !asksOfForms(understanding))) return [];
  const contexts = contextsOf(view, passage);
  const charged = chargesNamed(view.assignmentsOf(passage), understanding) ? CHARGED : 0;
  return view.sentences(passage).map((sentence, i, [first]) => {
    const around = i === 0 || first === undefined ? contexts : [...contexts, openedBy(first, sentence)];
    const weighed = weigh({ understanding, view, ask, text: sentence.terms, contexts: around, retrieval });
    const brevity = Math.min(1, understanding.concepts.length / sentence.terms.size);
    const dated = coverage(years, sentence.terms, contexts);
    const carried = coverage(understanding.asides, sentence.terms, around);
    const worded = WEIGHTS.brevity * brevity + WEIGHTS.years * dated + WEIGHTS.asides * carried;
    const score = weighed.score + worded + charged;
    return { view, item: sentence, ...weighed, score };
  });
}

function openedBy({ terms }: Sentence, { text }: Sentence): Context {
  return { terms, weight: isField(text) ? OPENING_OF_FIELD : OPENING };
}

/** What a body that the question names is charged with is likelier meant than what others are. */
const CHARGED = 0.06;

/** A text of a document, to be weighed with what stands round it. */
interface Weighable extends Pick<Weighed, 'view' | 'ask' | 'retrieval'> {
  readonly understanding: Understanding;
  readonly text: TermSet;
  readonly contexts: readonly Context[];
}

function weigh({ understanding, view, ask, text, contexts, retrieval }: Weighable): {
  readonly score: number;
  readonly coverage: number;
} {
  const around = [...contexts, { terms: view.titleTerms, weight: TITLE }];
  const matches = matchesIn(understanding.concepts, text, around);
  const held = shareHeld(ask.weights, matches);
  const background = coverage(understanding.background, text, around);
  const told = ask.telling === null ? 1 : shareHeld(ask.telling, matches);
  const others = isOfOthers(groupsAsked(understanding), text, contexts);
  const answers = told >= TOLD && speaksOf(understanding.numbered, text, contexts);
  return {
    coverage: answers ? held : Math.min(held, UNTOLD),
    score:
      (answers || understanding.numbered.length === 0 ? 0 : -OTHER_NUMBER) -
      (others ? OTHER_PEOPLE : 0) +
      WEIGHTS.coverage * held +
      WEIGHTS.background * background +
      WEIGHTS.retrieval * retrieval,
  };
}

/** What is said of others than asked. */
const OTHER_PEOPLE = 0.15;

/** Another number than the one asked ("cấp IV" for "cấp V") is another thing. */
const OTHER_NUMBER = 0.2;

function speaksOf(numbered: readonly Concept[], text: TermSet, contexts: readonly Context[]): boolean {
  if (numbered.length === 0) return true;
  const match = matcherOf(numbered);
  return numbered.every((_, i) => [text, ...contexts.map(({ terms }) => terms)].some((terms) => match(terms)[i] === 1));
}

/** What the whole document is about tells none of its sentences from another: it counts nearly as much as if each said it. */
const TITLE = 0.9;
/** Of what the title does not say a text must hold so much, or it holds too little of what is asked to answer. */
const TOLD = 0.4;
const UNTOLD = THRESHOLDS.sentence - 0.01;

function weighTarget({ candidate, view, retrieval }: Weighed, understanding: Understanding): Found<Target>[] {
  const target = view.targets.get(candidate.entry.id);
  return target === undefined ? [] : [{ view, item: target, ...targetFit(view, target, understanding, retrieval) }];
}

function weighAssignment(
  { candidate, view, ask, retrieval }: Weighed,
  understanding: Understanding,
): Evidence['assignments'][number][] {
  const assignment = view.assignments.get(candidate.entry.id);
  if (assignment === undefined) return [];
  const { own: text, headings } = termsOfAssignment(view, assignment);
  const weighed = weigh({
    understanding,
    view,
    ask,
    text,
    contexts: [{ terms: headings, weight: HEADINGS }],
    retrieval,
  });
  const chance = Math.max(SCATTERED, Math.min(1, SECTION / text.size));
  const held = { coverage: weighed.coverage * chance, score: weighed.score * chance };
  return [{ view, item: assignment, sentence: null, ...withNamed(held, assignment, understanding) }];
}

/**
 * Terms a task may have before words found scattered over it count less, and what they count at least: in a whole
 * section nearly any question finds its words, while a sentence that holds them speaks for itself.
 */
const SECTION = 150;
const SCATTERED = 0.7;

function weighEntitlement(
  { candidate, view, ask, retrieval }: Weighed,
  understanding: Understanding,
): Evidence['entitlements'][number][] {
  const entitlement = view.entitlements.get(candidate.entry.id);
  if (entitlement === undefined) return [];
  const { own: text, headings } = termsOfEntitlement(view, entitlement);
  return [
    {
      view,
      item: entitlement,
      ...weigh({ understanding, view, ask, text, contexts: [{ terms: headings, weight: HEADINGS }], retrieval }),
    },
  ];
}

/** A sentence that stands in the task of an assignment speaks for the assignment. */
function governing(
  sentences: readonly Found<Sentence>[],
  understanding: Understanding,
): Evidence['assignments'][number][] {
  return sentences.flatMap(({ view, item, score, coverage: held }) =>
    view.assignmentsOf(item.passage).map((assignment) => ({
      view,
      item: assignment,
      sentence: item,
      ...withNamed({ score, coverage: held }, assignment, understanding),
    })),
  );
}

/** A body the question names and the assignment is for makes it likelier. */
const NAMED = 0.15;

function withNamed<T extends { readonly score: number }>(
  weighed: T,
  assignment: Assignment,
  understanding: Understanding,
): T {
  return chargesNamed([assignment], understanding) ? { ...weighed, score: weighed.score + NAMED } : weighed;
}

/** Does one of the assignments give a body that the question names a part? */
function chargesNamed(assignments: readonly Assignment[], { agencies }: Understanding): boolean {
  return agencies.some((name) =>
    assignments.some(({ lead, coordinate }) => [...lead, ...coordinate].some((body) => sameAgency(body.name, name))),
  );
}
