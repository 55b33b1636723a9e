import type { Passage } from '../../document/passage.ts';
import { headingsOf } from '../evidence/contexts.ts';
import { coverage, matchesIn } from '../evidence/coverage.ts';
import type { DocumentView } from '../evidence/document-view.ts';
import { termSetOf } from '../evidence/term-set.ts';
import type { Concept } from '../understand/concept.ts';
import { lowerFirst, quoted, shorten } from './wording.ts';

/**
 * A table row as the titles it stands under and its cells under their columns: "Khu vực I – Đền Bạch Mã; Mức thu: 20.000
 * (đơn vị tính: đồng)". Of many columns only those the question speaks of are shown beside the first.
 */
export function rowInWords(view: DocumentView, row: Passage, concepts: readonly Concept[]): string {
  const { columns, cells } = row.table ?? { columns: [], cells: [] };
  const shown = cells
    .map((cell, i) => ({ cell, column: columns[i] ?? '' }))
    .filter(({ cell, column }) => cell !== '' && !ORDINALS.test(column));
  const open = untold(view, row, concepts);
  const asked = shown.slice(1).map((item) => ({ ...item, held: coverage(open, termSetOf(item.column)) }));
  const top = Math.max(0, ...asked.map(({ held }) => held));
  const kept =
    top < ASKED_COLUMN ? asked : asked.filter(({ held, column }) => held === top || UNIT_COLUMN.test(column));
  const told = [...shown.slice(0, 1), ...kept]
    .map(({ cell, column }, i) => {
      const text = cell.replace(/\s*[.;]$/u, '');
      const said = i > 0 && text.length > SENTENCE ? quoted(text) : text;
      return column === '' ? said : `${column}: ${said}`;
    })
    .join('; ');
  return [...titlesInWords(view, row), told].join(' – ') + unitInWords(row, columns);
}

/** The column that numbers the rows. */
export const ORDINALS = /^(?:STT|TT|Số TT)$/iu;
const ASKED_COLUMN = 0.25;
/** A cell so long is a sentence of the document, not a value: it is quoted. */
const SENTENCE = 60;
/** A title that lists what belongs to it is cut. */
const LONGEST_TITLE = 120;

/** What the title and the headings above a row say of all its columns tells none of them from another. */
function untold(view: DocumentView, row: Passage, concepts: readonly Concept[]): readonly Concept[] {
  const headings = headingsOf(view, row.headingTrail);
  const said = [view.titleTerms, headings].map((terms) => matchesIn(concepts, terms));
  return concepts.filter((_, i) => said.every((matches) => (matches[i] ?? 0) < SAID));
}

const SAID = 0.5;

/** The titles without their ordinals, which are no figures of the answer. */
function titlesInWords(view: DocumentView, row: Passage): readonly string[] {
  return view
    .titlesOf(row)
    .map((title) => shorten(title.replace(/^(?:[A-ZĐ]|[IVXLC]+|\d+(?:\.\d+)*)\.\s+/u, ''), LONGEST_TITLE));
}

/** "Đơn vị tính: 1.000 đồng" above a table is said with the row, unless the row has a unit of its own. */
function unitInWords(row: Passage, columns: readonly string[]): string {
  if (columns.some((column) => UNIT_COLUMN.test(column))) return '';
  const unit = row.headingTrail.findLast((heading) => UNIT.test(heading));
  return unit === undefined || !/\d/.test(row.text) ? '' : ` (${lowerFirst(unit)})`;
}

const UNIT = /^(?:đơn vị(?: tính)?|đvt)\s*:/iu;
const UNIT_COLUMN = /^(?:đơn vị(?: tính)?|đvt)$/iu;
