import { askedKind } from '../evidence/asked-kind.ts';
import type { Sentence } from '../evidence/document-view.ts';
import type { Found } from '../evidence/evidence.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Intent, Understanding } from '../understand/understanding.ts';

/**
 * The sentences that answer, best first: the best one; where a value is asked for, the best that states it, or the one
 * that holds the subject with the one of its article that states the value ("1. Đối tượng: …", "2. Hệ số: 2,0"). Empty
 * when none does. `sentences` are best first.
 */
export function answeringSentences(
  understanding: Understanding,
  sentences: readonly Found<Sentence>[],
): readonly Found<Sentence>[] {
  const first = sentences.find(({ coverage }) => coverage >= THRESHOLDS.sentence);
  if (first === undefined) return [];
  const states = STATING.has(understanding.intent) ? askedKind(understanding) : null;
  if (states === null) return [first];
  const stating = sentences.filter(({ item }) => states(item.text));
  const best = stating.find(({ coverage }) => coverage >= THRESHOLDS.sentence);
  if (best !== undefined && best.coverage > first.coverage - FAR_BEHIND) return [best];
  const companion = stating.find((found) => found.coverage >= COMPANION && isOfArticle(found, first));
  if (companion !== undefined) return [first, companion];
  return [];
}

/** Questions whose answer must state the value asked for; the others count or list what they find. */
const STATING: ReadonlySet<Intent> = new Set<Intent>(['target', 'deadline', 'entitlement', 'passage']);
/** A sentence that states a value but holds so much less of what is asked is about another thing. */
const FAR_BEHIND = 0.25;
/** What the second sentence of an article must still hold itself. */
const COMPANION = 0.2;

/** Do both stand under one article, or one part of an appendix? */
function isOfArticle(a: Found<Sentence>, b: Found<Sentence>): boolean {
  const [path, other] = [a.item.passage.provisionPath, b.item.passage.provisionPath];
  const depth = Math.max(1, Math.min(2, Math.min(path.length, other.length) - 1));
  return a.view === b.view && path.length > 0 && path.slice(0, depth).join('/') === other.slice(0, depth).join('/');
}
