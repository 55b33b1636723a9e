import type { Passage } from '../../document/passage.ts';
import type { Sentence } from '../evidence/document-view.ts';
import type { Evidence, Found } from '../evidence/evidence.ts';
import type { Understanding } from '../understand/understanding.ts';
import type { DraftStatement } from './draft.ts';
import { enumerationStatements } from './enumerations.ts';

/**
 * "Diện tích trạm trung chuyển tối thiểu bao nhiêu?" where an item for each radius gives one: where the items fit alike, no
 * case is named, and all are given under the clause that opens them. Null where one fits better.
 */
export function allCases(
  { view, item, coverage, score }: Found<Sentence>,
  { sentences }: Evidence,
  { folded }: Understanding,
): DraftStatement[] | null {
  if (namesNumber(folded, item.text)) return null;
  const leadIn = view.leadInOf(item.passage);
  const opening = leadIn === null ? undefined : view.sentences(leadIn).at(-1);
  if (opening === undefined || !/:\s*$/u.test(opening.text)) return null;
  const fitsAsWell = (other: Found<Sentence>) =>
    other.view === view &&
    other.coverage >= coverage - ALIKE.coverage &&
    other.score >= score - ALIKE.score &&
    areSiblings(other.item.passage, item.passage) &&
    view.leadInOf(other.item.passage) === leadIn;
  return sentences.some(fitsAsWell) ? enumerationStatements(view, opening) : null;
}

/** Beside what items hold, their length and place move the score a little. */
const ALIKE = { coverage: 0.005, score: 0.02 };

/** "Bán kính tối đa 10 km": a number of the question that the item has is its case. */
function namesNumber(folded: string, text: string): boolean {
  const printed = new Set(text.match(/\d+/g));
  return (folded.match(/(?<![a-z\d])\d+/g) ?? []).some((number) => printed.has(number));
}

/** Points of one clause, or paragraphs of one provision. */
function areSiblings(a: Passage, b: Passage): boolean {
  const parent = ({ provisionPath }: Passage) => provisionPath.slice(0, -1).join('/');
  return a !== b && a.provisionPath.length === b.provisionPath.length && parent(a) === parent(b);
}
