import type { Sentence } from '../evidence/document-view.ts';
import type { Evidence, Found } from '../evidence/evidence.ts';
import type { DraftStatement } from './draft.ts';
import { enumerationStatements } from './enumerations.ts';

/**
 * "Diện tích trạm trung chuyển tối thiểu bao nhiêu?" where an item for each radius gives one: where the items fit alike, or
 * the clause that opens them holds as much of the question as the best of them, no case is named, and all are given. Null
 * where one is.
 */
export function allCases(
  { view, item, coverage, score }: Found<Sentence>,
  { sentences }: Evidence,
): DraftStatement[] | null {
  const leadIn = view.leadInOf(item.passage);
  if (leadIn === null) return null;
  const opening = sentences.find((other) => other.item.passage === leadIn && /:\s*$/u.test(other.item.text));
  if (opening === undefined) return null;
  const margin = opening.coverage >= coverage ? NONE_NAMED : ALIKE;
  const fitsAsWell = (other: Found<Sentence>) =>
    other.view === view &&
    other.item.passage !== item.passage &&
    other.coverage >= coverage - margin.coverage &&
    other.score >= score - margin.score &&
    view.leadInOf(other.item.passage) === leadIn;
  return sentences.some(fitsAsWell) ? enumerationStatements(view, opening.item) : null;
}

/** Beside what items hold, their length and place move the score a little. */
const ALIKE = { coverage: 0.005, score: 0.02 };
/** Under an opening that says it all, an item with a word more than its neighbours still names no case of its own. */
const NONE_NAMED = { coverage: 0.1, score: 0.1 };
