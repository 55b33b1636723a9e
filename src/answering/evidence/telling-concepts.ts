import type { Understanding } from '../understand/understanding.ts';
import { matcherOf } from './concept-matcher.ts';
import type { DocumentView } from './document-view.ts';

/**
 * What each concept counts where a document's sentences are told from one another: its weight, and nothing where the title
 * says it already.
 */
export function tellingWeights({ concepts }: Understanding, { titleTerms }: DocumentView): readonly number[] {
  const inTitle = matcherOf(concepts)(titleTerms);
  return concepts.map(({ weight }, i) => ((inTitle[i] ?? 0) < SAID ? weight : 0));
}

/** From this match on the title says it. */
const SAID = 0.5;
