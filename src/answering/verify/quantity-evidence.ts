import type { Passage, TableRow } from '../../document/passage.ts';
import type { Comparator } from '../../document/records.ts';
import { readQuantities } from '../../vietnamese/numbers.ts';
import { readPeriods } from '../../vietnamese/periods.ts';
import type { DocumentView } from '../evidence/document-view.ts';
import { segmentsOf } from './segments.ts';
import { tellingWords } from './wording.ts';

/** A quantity as a document prints it, with what it is said of and when. */
export interface PrintedQuantity {
  readonly number: number | readonly [number, number];
  readonly comparator: Comparator;
  /** What it may be counted in; empty when nothing is printed. */
  readonly units: readonly string[];
  /** Years and recurring times it is printed for; null when none is, and for ages and the like within a name. */
  readonly periods: readonly string[] | null;
  /** Words it is printed with, of a cell those of its row and header, and words of its sentence before them. */
  readonly words: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
  /** Words of the province the document is for. */
  readonly owner: ReadonlySet<string>;
  /** Place in the text of the passage; a cell has that of its row. */
  readonly start: number;
  readonly end: number;
  /** "ít nhất" and the like earlier in the sentence govern what follows. */
  readonly governed: Comparator | null;
  readonly row: boolean;
  /** Words of the column of a cell. */
  readonly column: ReadonlySet<string>;
  /** Where the quantity is printed: the cells of a row have theirs in common. */
  readonly passage: Passage | null;
}

const NOBODY: ReadonlySet<string> = new Set();

const known = new WeakMap<Passage, readonly PrintedQuantity[]>();

/** The quantities of a passage: of its cells when it is a table row, of its sentences otherwise. */
export function quantitiesOf(view: DocumentView, passage: Passage): readonly PrintedQuantity[] {
  const found = known.get(passage);
  if (found !== undefined) return found;
  const read =
    passage.table === null
      ? proseQuantities(passage.text)
      : [
          ...cellQuantities(passage.table, rowName(view, passage), passage.text.length),
          ...proseQuantities(wordCells(passage.table)).map(timeless),
        ];
  const owner = new Set(tellingWords(view.document.province ?? ''));
  const owned = read.map((quantity) => ({ ...quantity, owner, passage }));
  known.set(passage, owned);
  return owned;
}

function wordCells(row: TableRow): string {
  const name = nameColumn(row);
  return row.cells.filter((cell, i) => i === name || !isValue(cell)).join(' . ');
}

/** The first column that holds no ordinals names the row, with figures in the name or not ("Dưới 30 biên chế"). */
function nameColumn({ columns }: TableRow): number {
  return columns.findIndex((column) => !ORDINAL_COLUMN.test(column.trim()));
}

/** A figure inside the words of a row ("dưới 36 tháng tuổi") is not bound to the row's years. */
function timeless(quantity: PrintedQuantity): PrintedQuantity {
  return { ...quantity, periods: null, row: false };
}

/** Quantities of running text. */
export function proseQuantities(text: string): readonly PrintedQuantity[] {
  const quantities = readQuantities(text);
  const segments = segmentsOf(text, quantities);
  return quantities.map((quantity, i) => {
    const { start, end } = segments[i] ?? quantity;
    const sentence = Math.max(0, ...[...text.slice(0, start).matchAll(/[.](?=\s)/gu)].map(({ index }) => index + 1));
    const before = text.slice(sentence, start);
    return {
      number: quantity.number,
      comparator: quantity.comparator,
      units: quantity.unit === null ? [] : [quantity.unit],
      periods: nearestPeriods(text.slice(start, end), before, text.slice(end)),
      words: new Set(tellingWords(text.slice(start, end))),
      before: new Set(tellingWords(before)),
      owner: NOBODY,
      start: quantity.start,
      end: quantity.unitEnd,
      governed: /(?:ít nhất|tối thiểu)(?![\p{L}])/iu.test(before + text.slice(start, quantity.numberStart))
        ? '>='
        : null,
      row: false,
      column: NOBODY,
      passage: null,
    };
  });
}

/** Times in the words themselves, else the last one before them in the sentence, else one after them. */
function nearestPeriods(own: string, before: string, after: string): readonly string[] | null {
  const inside = readPeriods(own).map(({ period }) => period);
  if (inside.some(isYear)) return inside;
  const earlier = readPeriods(before).filter(({ kind }) => kind !== 'recurring');
  const last = earlier.at(-1);
  const span = earlier.findLast(({ kind }) => kind === 'years');
  if (last !== undefined) return [...inside, last.period, ...(span === undefined ? [] : [span.period])];
  const [next] = readPeriods(after.split(/[.](?=\s)/u)[0] ?? '').filter(({ kind }) => kind !== 'recurring');
  if (next !== undefined) return [...inside, next.period];
  return inside.length > 0 ? inside : null;
}

function isYear(period: string): boolean {
  return /\d/.test(period);
}

const ORDINAL_COLUMN = /^(?:số\s+)?(?:tt|stt|thứ tự)$/iu;
const UNIT_COLUMN = /^đơn vị(?:\s+tính)?$|^đvt$/iu;

/** The value cells of a row under the years their columns name. */
function cellQuantities(row: TableRow, name: string, length: number): readonly PrintedQuantity[] {
  const { columns, cells } = row;
  const unitCell = cells[columns.findIndex((column) => UNIT_COLUMN.test(column.trim()))]?.trim() ?? '';
  const words = new Set(tellingWords([name, unitCell, ...columns].join(' . ')));
  return cells.flatMap((cell, i) => {
    const column = columns[i] ?? '';
    if (ORDINAL_COLUMN.test(column.trim()) || i === nameColumn(row) || !isValue(cell)) return [];
    const [quantity] = readQuantities(cell.trim());
    if (quantity === undefined) return [];
    const years = column.match(/(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?/gu) ?? [];
    return [
      {
        number: quantity.number,
        comparator: quantity.comparator,
        units: [quantity.unit, unitCell === '' ? null : unitCell, inBrackets(column), inBrackets(name)].filter(
          (unit) => unit !== null,
        ),
        periods: years.length === 0 ? null : years.map((year) => year.replace(/\s*[-–]\s*/u, '-')),
        words,
        column: new Set(tellingWords(column)),
        before: NOBODY,
        owner: NOBODY,
        start: 0,
        end: length,
        governed: null,
        row: true,
        passage: null,
      },
    ];
  });
}

/** A cell that gives a number, with a comparator or unit at most: not a name that holds one. */
function isValue(cell: string): boolean {
  return (
    /^[^\p{L}]*(?:(?:trên|dưới|khoảng|tối thiểu|tối đa|ít nhất|từ|đạt)\s+)*[^\p{L}]*\d/iu.test(cell) && cell.length < 60
  );
}

function inBrackets(text: string): string | null {
  return /\(([^()]{1,20})\)/u.exec(text)?.[1] ?? null;
}

/** What the row is about: its indicator with the row above it, or the titles it stands under with its words. */
function rowName(view: DocumentView, passage: Passage): string {
  const { table } = passage;
  const target = view.ingested.targets.find(
    ({ span }) => span.start < passage.span.end && passage.span.start < span.end,
  );
  if (target !== undefined)
    return [target.group, target.parent, target.indicator, target.scope].filter((text) => text !== null).join(' . ');
  return table === null ? passage.text : [...view.titlesOf(passage), wordCells(table)].join(' . ');
}

const rows = new WeakMap<DocumentView, readonly PrintedQuantity[]>();

/** The values of all table rows of a document: what a row's value could be mistaken for. */
export function rowValues(view: DocumentView): readonly PrintedQuantity[] {
  const found = rows.get(view);
  if (found !== undefined) return found;
  const read = view.ingested.passages
    .filter((passage) => passage.table !== null)
    .flatMap((passage) => quantitiesOf(view, passage).filter(({ row }) => row));
  rows.set(view, read);
  return read;
}

/** One number, or one range. */
export function sameNumber(a: PrintedQuantity['number'], b: PrintedQuantity['number']): boolean {
  if (typeof a === 'number' || typeof b === 'number') return a === b;
  return a[0] === b[0] && a[1] === b[1];
}
