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
  const companion = stating.find((found) => found.coverage >= COMPANION && belongsTo(found, first));
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

/**
 * Does a value belong to a subject: beside it under a common heading or below what stands there, or elsewhere in its
 * article or appendix ("I. Đối tượng", "II. Mức hỗ trợ") when it does not say for whom it is itself?
 */
function belongsTo(value: Found<Sentence>, subject: Found<Sentence>): boolean {
  const [path, other] = [value.item.passage.provisionPath, subject.item.passage.provisionPath];
  if (value.view !== subject.view) return false;
  if (other.length > 1 && startsWith(path, other.slice(0, -1))) return true;
  return other.length > 0 && startsWith(path, wholeOf(other)) && !FOR_ITS_OWN.test(value.item.text);
}

/** The article or appendix a place is in; of an appendix of parts by letters, each a matter of its own, the part. */
function wholeOf(path: readonly string[]): readonly string[] {
  return path.slice(0, /^[A-H]$/.test(path[1] ?? '') ? 2 : 1);
}

function startsWith(path: readonly string[], start: readonly string[]): boolean {
  return start.every((label, i) => path[i] === label);
}

const FOR_ITS_OWN = /đối với|áp dụng|dành cho/iu;
