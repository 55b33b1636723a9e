import type { Passage } from '../../document/passage.ts';
import { termsOf } from '../../vietnamese/phrase-book.ts';
import type { DocumentView, Sentence } from '../evidence/document-view.ts';
import type { Evidence, Found } from '../evidence/evidence.ts';
import type { Understanding } from '../understand/understanding.ts';
import { claim, type DraftStatement } from './draft.ts';
import { enumerationStatements } from './enumerations.ts';
import { rowInWords } from './row-in-words.ts';
import { supportOfSentence } from './support.ts';
import { accordingTo, upperFirst } from './wording.ts';

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

/**
 * "Học phí tiểu học bao nhiêu?" where a small table has a row for each kind of place: where the question says nothing that
 * tells the rows apart, all are given. Null where it does.
 */
export function allRows({ view, item }: Found<Sentence>, { folded, concepts }: Understanding): DraftStatement[] | null {
  const rows = rowsBeside(view, item.passage);
  if (rows.length < 2 || rows.length > MOST_ROWS) return null;
  const asked = new Set(folded.split(' '));
  if (rows.some(({ text }) => !/\d/.test(text) || termsOf(text).some((term) => asked.has(term)))) return null;
  const place = accordingTo(view.document, item.passage.provisionPath);
  const [first] = rows;
  return rows.flatMap((row) => {
    const [sentence] = view.sentences(row);
    const where = row === first ? `${upperFirst(place)}:\n` : '';
    return sentence === undefined
      ? []
      : [claim(`${where}- ${rowInWords(view, row, concepts)}`, supportOfSentence(view, sentence))];
  });
}

const MOST_ROWS = 5;

/** The rows of the table a row is of: those right beside it with its columns and headings. */
function rowsBeside({ ingested: { passages } }: DocumentView, row: Passage): readonly Passage[] {
  const { table, headingTrail } = row;
  if (table === null) return [];
  const columns = table.columns.join('|');
  const isBeside = (other: Passage | undefined): other is Passage =>
    other?.table?.columns.join('|') === columns && other.headingTrail.join('|') === headingTrail.join('|');
  const at = passages.indexOf(row);
  let [from, to] = [at, at + 1];
  while (isBeside(passages[from - 1])) from -= 1;
  while (isBeside(passages[to])) to += 1;
  return passages.slice(from, to);
}
