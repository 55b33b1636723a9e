import type { Concept } from '../understand/concept.ts';
import type { Understanding } from '../understand/understanding.ts';
import { matcherOf } from './concept-matcher.ts';
import type { DocumentView } from './document-view.ts';

/** What is looked for in a document and not said by its title already: what tells its sentences from one another. */
export function tellingConcepts(understanding: Understanding, view: DocumentView): readonly Concept[] {
  const byView = KNOWN.get(understanding) ?? new WeakMap<DocumentView, readonly Concept[]>();
  KNOWN.set(understanding, byView);
  const known = byView.get(view);
  if (known !== undefined) return known;
  const inTitle = matcherOf(understanding.concepts)(view.titleTerms);
  const telling = understanding.concepts.filter((_, i) => (inTitle[i] ?? 0) < SAID);
  byView.set(view, telling);
  return telling;
}

const KNOWN = new WeakMap<Understanding, WeakMap<DocumentView, readonly Concept[]>>();
/** From this match on the title says it. */
const SAID = 0.5;
