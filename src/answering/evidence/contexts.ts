import type { Passage, TableRow } from '../../document/passage.ts';
import { type Context, HEADINGS } from './coverage.ts';
import type { DocumentView } from './document-view.ts';
import { type TermSet, termSetOf } from './term-set.ts';

/** What stands round a passage and says part of what it says: headings, lead-in, what it goes on from, opener, columns. */
export function contextsOf(view: DocumentView, passage: Passage): readonly Context[] {
  const known = CONTEXTS.get(passage);
  if (known !== undefined) return known;
  const contexts = readContexts(view, passage);
  CONTEXTS.set(passage, contexts);
  return contexts;
}

/** They are the document's and stay the same whatever is asked. */
const CONTEXTS = new WeakMap<Passage, readonly Context[]>();

function readContexts(view: DocumentView, passage: Passage): readonly Context[] {
  const { table } = passage;
  const titles = view.titlesOf(passage);
  return [
    { terms: headingsOf(view, passage.headingTrail), weight: HEADINGS },
    ...contextAt(view, view.continuedBy(passage), OPENING),
    ...contextAt(view, view.leadInOf(passage), LEAD_IN),
    ...contextAt(view, view.headingOf(passage), RIGHT_ABOVE),
    ...contextAt(view, view.openerOf(passage), HEADINGS),
    ...(table === null ? [] : [{ terms: view.terms(table, () => table.columns.join(' . ')), weight: OVER_ROW }]),
    ...(table === null ? [] : classesNamed(table)),
    ...(titles.length === 0 ? [] : [{ terms: view.terms(titles, () => titles.join(' . ')), weight: OVER_ROW }]),
  ];
}

/** "IV" below "Cấp cháy" is "cấp IV": what numbers its rows and says of what by the title of its column. */
function classesNamed({ columns, cells }: TableRow): readonly Context[] {
  const named = columns.flatMap((title, i) => {
    const cell = cells[i]?.trim() ?? '';
    const [noun = ''] = title.trim().split(/\s+/u);
    return CLASS.test(cell) && noun !== '' ? [`${title} ${cell}`, `${noun} ${cell}`] : [];
  });
  return named.length === 0 ? [] : [{ terms: termSetOf(named.join(' . ')), weight: OVER_ROW }];
}

const CLASS = /^(?:[IVX]{1,4}|[1-9]\d?|[A-ZĐ])$/u;

/** What the first sentence of a passage speaks of, and the paragraph it goes on from, the others mostly go on about. */
export const OPENING = 0.5;
/** "+ Tổng sản phẩm Xoài … . Thị trường xuất khẩu: …": a field behind it is its field. */
export const OPENING_OF_FIELD = 0.9;
/** A clause that ends in a colon and a point below it are one sentence. */
const LEAD_IN = 0.85;
/** "4. Đối tượng giảm 50% mức phí" above "Học sinh, sinh viên …": a heading and what stands right under it speak of one thing. */
const RIGHT_ABOVE = 0.75;
/** The header of a table and the titles in it belong to each of their rows. */
const OVER_ROW = 0.9;

function contextAt(view: DocumentView, around: Passage | null, weight: number): readonly Context[] {
  return around === null ? [] : [{ terms: view.terms(around, () => around.text), weight }];
}

/** The headings something stands under, with the title of its document. */
export function headingsOf(view: DocumentView, trail: readonly string[]): TermSet {
  return view.terms(trail, () => [view.document.title ?? '', ...trail].join(' . '));
}
