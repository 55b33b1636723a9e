import type { Sentence } from '../evidence/document-view.ts';
import type { Found } from '../evidence/evidence.ts';
import { valueNearby } from '../evidence/value-nearby.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Intent, Understanding } from '../understand/understanding.ts';
import { statesAsked } from './figures-asked.ts';

/**
 * The sentences that answer, best first: the best one; where a value is asked for, the best that states it, or the one
 * that holds the subject with what states the value for it: near by in its provision or, else, in its article ("1. Đối
 * tượng: …", "2. Hệ số: 2,0"). Empty when none does. `sentences` are best first.
 */
export function answeringSentences(
  understanding: Understanding,
  sentences: readonly Found<Sentence>[],
): readonly Found<Sentence>[] {
  const first = sentences.find(({ coverage }) => coverage >= THRESHOLDS.sentence);
  if (first === undefined) return [];
  const states = STATING.has(understanding.intent) ? statesAsked(understanding) : null;
  if (states === null) return [first];
  const stating = sentences.filter(({ item }) => states(item));
  const best = stating.find(({ coverage }) => coverage >= THRESHOLDS.sentence);
  if (best !== undefined && best.coverage > first.coverage - LITTLE_BEHIND) return [best];
  const near = valueNearby(first, states);
  if (near !== null) return inOrder(first, near);
  if (best !== undefined && best.coverage > first.coverage - FAR_BEHIND) return [best];
  const companion = stating.find((found) => found.coverage >= COMPANION && standsBeside(found, first));
  if (companion !== undefined) return [first, companion];
  return [];
}

/** As the document has them: a lead-in before its point. */
function inOrder(...found: readonly Found<Sentence>[]): readonly Found<Sentence>[] {
  return [...found].sort(
    (a, b) => a.item.passage.span.start - b.item.passage.span.start || a.item.start - b.item.start,
  );
}

/** Questions whose answer must state the value asked for; the others count or list what they find. */
const STATING: ReadonlySet<Intent> = new Set<Intent>(['target', 'deadline', 'entitlement', 'passage']);
/** A sentence that states a value and holds so little less of what is asked is not looked for nearer the best one. */
const LITTLE_BEHIND = 0.05;
/** One that holds so much less is about another thing. */
const FAR_BEHIND = 0.25;
/** What the second sentence of an article must still hold itself. */
const COMPANION = 0.2;

/** Does the one stand beside the other under a common heading, or below what does? */
function standsBeside(one: Found<Sentence>, other: Found<Sentence>): boolean {
  const around = other.item.passage.provisionPath.slice(0, -1);
  const path = one.item.passage.provisionPath;
  return one.view === other.view && around.length > 0 && around.every((label, i) => path[i] === label);
}
