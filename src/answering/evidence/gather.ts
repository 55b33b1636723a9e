import { once } from '../../document/once.ts';
import type { Assignment, Target } from '../../document/records.ts';
import type { Candidate, Retrieve } from '../../index/retriever.ts';
import { sameAgency } from '../../vietnamese/agencies.ts';
import type { Corpus } from '../corpus.ts';
import { mentionConcept, termsToSearch } from '../understand/concepts.ts';
import { asksWhichSpeakOf } from '../understand/intent.ts';
import type { Intent, Understanding } from '../understand/understanding.ts';
import { accentAgreement } from './accent-agreement.ts';
import { contextsOf, OPENING, OPENING_OF_FIELD } from './contexts.ts';
import { type Context, HEADINGS } from './coverage.ts';
import { isField } from './defined-subject.ts';
import type { DocumentView, Sentence } from './document-view.ts';
import type { Evidence, Found } from './evidence.ts';
import { asksOfForms, isOfForm } from './forms.ts';
import { likelier } from './likelier.ts';
import { termsOfAssignment, termsOfEntitlement } from './record-terms.ts';
import { targetFit } from './target-fit.ts';
import {
  speakingForAssignment,
  speakingForEntitlement,
  speakingForSentence,
  speakingForTarget,
} from './texts-around.ts';
import type { ViewCache } from './view-cache.ts';
import {
  type Asked,
  type AskedOfDocument,
  askedBy,
  askedOf,
  heldAround,
  heldBeside,
  shareOf,
  surroundings,
  weigh,
  withContext,
} from './weigh.ts';

/** How many entries retrieval hands over, and how many documents are looked into. */
const CANDIDATES = 80;
const DOCUMENTS = 8;
/** Beyond the first few, a document is opened for a hit that scores so much of what the best one does. */
const NEAR_TOP = 0.6;
const FEW = 5;
/** Shares of the nouns that carry the question, of being short and of naming the years asked, in the order of sentences. */
const WEIGHTS = { asides: 0.05, brevity: 0.03, years: 0.05 };

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
  const least = NEAR_TOP * Math.max(0, ...found.map(({ score }) => score));
  const near = new Set(found.filter(({ score }) => score >= least).map(({ entry }) => entry.documentId));
  const ids = [...new Set(found.map(({ entry }) => entry.documentId))]
    .filter((id, rank) => rank < FEW || near.has(id))
    .slice(0, DOCUMENTS);
  const wanted =
    ids.length > 0 && !(WHOLE_DOCUMENTS.has(understanding.intent) && !asksWhichSpeakOf(understanding))
      ? ids
      : understanding.scope.ids.slice(0, DOCUMENTS);
  const views = await Promise.all(wanted.map((id) => library.views.view(id)));
  return weighedEvidence(understanding, found, views);
}

/** What was found, each kind weighed when it is first asked for: most answers look at one or two of the four. */
function weighedEvidence(
  understanding: Understanding,
  found: readonly Candidate[],
  views: readonly DocumentView[],
): Evidence {
  const asked = askedBy(understanding);
  const byId = new Map(views.map((view) => [view.document.id, askedOf(asked, view)]));
  const top = Math.max(...found.map((candidate) => candidate.score), Number.MIN_VALUE);
  const weighed = found.flatMap((candidate) => {
    const ofDocument = byId.get(candidate.entry.documentId);
    return ofDocument === undefined ? [] : [{ candidate, ofDocument, retrieval: candidate.score / top }];
  });
  const agreeing = accentAgreement(understanding);
  const sentences = once(() => {
    const inOrder = best(weighed.flatMap((item) => weighSentences(item, asked)));
    return best(likelier(agreeing(inOrder, speakingForSentence), understanding));
  });
  const targets = once(() => agreeing(best(weighed.flatMap((item) => weighTarget(item, asked))), speakingForTarget));
  const assignments = once(() => {
    const own = weighed.flatMap((item) => weighAssignment(item, asked));
    return agreeing(best([...governing(sentences(), understanding), ...own]), speakingForAssignment);
  });
  const entitlements = once(() =>
    agreeing(best(weighed.flatMap((item) => weighEntitlement(item, asked))), speakingForEntitlement),
  );
  return {
    views,
    get sentences() {
      return sentences();
    },
    get targets() {
      return targets();
    },
    get assignments() {
      return assignments();
    },
    get entitlements() {
      return entitlements();
    },
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
  readonly ofDocument: AskedOfDocument;
  readonly retrieval: number;
}

function best<T extends { readonly score: number }>(items: readonly T[]): T[] {
  return [...items].sort((a, b) => b.score - a.score);
}

function weighSentences({ candidate, ofDocument, retrieval }: Weighed, asked: Asked): Found<Sentence>[] {
  const { view } = ofDocument;
  const { understanding, asides, years } = asked;
  const passage = view.passages.get(candidate.entry.id);
  if (passage === undefined || (isOfForm(passage) && !asksOfForms(understanding))) return [];
  const contexts = contextsOf(view, passage);
  const round = surroundings(asked, view, contexts);
  const yearsRound = heldAround(years, contexts);
  const asidesRound = heldAround(asides, contexts);
  const charged = chargesNamed(view.assignmentsOf(passage), understanding) ? CHARGED : 0;
  return view.sentences(passage).map((sentence, i, [first]) => {
    const opening = i === 0 || first === undefined ? null : openedBy(first, sentence);
    const around = opening === null ? round : withContext(asked, round, opening);
    const asidesAround = opening === null ? asidesRound : heldBeside(asides, asidesRound, opening);
    const weighed = weigh(asked, { ofDocument, text: sentence.terms, around, retrieval });
    const brevity = Math.min(1, understanding.concepts.length / sentence.terms.size);
    const dated = shareOf(years, sentence.terms, yearsRound);
    const carried = shareOf(asides, sentence.terms, asidesAround);
    const worded = WEIGHTS.brevity * brevity + WEIGHTS.years * dated + WEIGHTS.asides * carried;
    return { view, item: sentence, coverage: weighed.coverage, score: weighed.score + worded + charged };
  });
}

function openedBy({ terms }: Sentence, { text }: Sentence): Context {
  return { terms, weight: isField(text) ? OPENING_OF_FIELD : OPENING };
}

/** What a body that the question names is charged with is likelier meant than what others are. */
const CHARGED = 0.06;

function weighTarget({ candidate, ofDocument, retrieval }: Weighed, { understanding }: Asked): Found<Target>[] {
  const { view } = ofDocument;
  const target = view.targets.get(candidate.entry.id);
  return target === undefined ? [] : [{ view, item: target, ...targetFit(view, target, understanding, retrieval) }];
}

function weighAssignment(
  { candidate, ofDocument, retrieval }: Weighed,
  asked: Asked,
): Evidence['assignments'][number][] {
  const { view } = ofDocument;
  const assignment = view.assignments.get(candidate.entry.id);
  if (assignment === undefined) return [];
  const { own: text, headings } = termsOfAssignment(view, assignment);
  const around = surroundings(asked, view, [{ terms: headings, weight: HEADINGS }]);
  const weighed = weigh(asked, { ofDocument, text, around, retrieval });
  const chance = Math.max(SCATTERED, Math.min(1, SECTION / text.size));
  const held = { coverage: weighed.coverage * chance, score: weighed.score * chance };
  return [{ view, item: assignment, sentence: null, ...withNamed(held, assignment, asked.understanding) }];
}

/**
 * Terms a task may have before words found scattered over it count less, and what they count at least: in a whole
 * section nearly any question finds its words, while a sentence that holds them speaks for itself.
 */
const SECTION = 150;
const SCATTERED = 0.7;

function weighEntitlement(
  { candidate, ofDocument, retrieval }: Weighed,
  asked: Asked,
): Evidence['entitlements'][number][] {
  const { view } = ofDocument;
  const entitlement = view.entitlements.get(candidate.entry.id);
  if (entitlement === undefined) return [];
  const { own: text, headings } = termsOfEntitlement(view, entitlement);
  const around = surroundings(asked, view, [{ terms: headings, weight: HEADINGS }]);
  return [{ view, item: entitlement, ...weigh(asked, { ofDocument, text, around, retrieval }) }];
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
