import { labelPrinted } from '../../document/provision.ts';
import type { CitedPlace, Grounds } from './grounds.ts';

/** "mục III.2.1", "điểm b", "khoản 1 Điều 3", "Phụ lục II". */
const PLACE =
  /(?<![\p{L}])(tiểu mục|mục|điểm|khoản|điều|phần|chương|nhóm|phụ lục)(?:\s+((?:[IVXLC]+|\d+|[a-zđ])(?:\.(?:\d+|[a-zđ]|[IVXLC]+))*)(?![\p{L}\d]))?/giu;

/** The provisions a statement names that its citations stand in or name: they are proven, and their labels are no figures. */
export function provisionsOf(
  text: string,
  { places, all }: Grounds,
): readonly { readonly start: number; readonly end: number }[] {
  const proven = [...text.matchAll(PLACE)].filter(([printed, word = '', label]) => {
    if (label !== undefined) {
      const proves = /^nhóm$/iu.test(word) ? standsInGroup : standsIn;
      return places.some((place) => proves(place, label)) || isPrinted(all, printed);
    }
    return isAppendix(word) && (places.some(inAppendix) || isPrinted(all, printed));
  });
  return proven.map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** Every provision a statement names is proven, so none is left in what remains of it. */
export function checkProvisions(own: string): string | null {
  for (const [printed, word = '', label] of own.matchAll(PLACE)) {
    if (label !== undefined || isAppendix(word)) return `Đoạn được dẫn không nằm ở ${printed}.`;
  }
  return null;
}

function isAppendix(word: string): boolean {
  return /^phụ lục$/iu.test(word);
}

function inAppendix({ paths }: CitedPlace): boolean {
  return paths.some((path) => path.some((label) => /phụ lục/iu.test(label)));
}

/** A label alone, or the labels joined down to any level ("III.2.1" for III › 2 › 2.1). */
function standsIn({ paths }: CitedPlace, label: string): boolean {
  return paths.some((path) => {
    const marks = path.map((mark) => labelPrinted(mark).replace(/^(?:phụ lục|điều|chương|phần|mục)\s+/iu, ''));
    if (marks.includes(label)) return true;
    const levels = marks.filter((mark, i) => !(marks[i + 1] ?? '').startsWith(`${mark}.`));
    const joined = [levels, marks].flatMap((list) =>
      list.flatMap((_, from) => list.map((__, to) => list.slice(from, to + 1).join('.'))),
    );
    return joined.includes(label) || marks.some((_, i) => joinedTo(marks.slice(0, i + 1)) === label);
  });
}

/** A group of rows is named by the number in the row that opens it. */
function standsInGroup({ view, rows }: CitedPlace, label: string): boolean {
  return rows.some(({ group }) =>
    view.ingested.passages.some(
      ({ table }) => group !== null && table?.cells.includes(group) === true && table.cells[0]?.trim() === label,
    ),
  );
}

function joinedTo(marks: readonly string[]): string {
  return marks.filter((mark, i) => !(marks[i + 1] ?? '').startsWith(`${mark}.`)).join('.');
}

function isPrinted(text: string, printed: string): boolean {
  const at = text.toLowerCase().indexOf(printed.toLowerCase());
  return at !== -1 && !/[\p{L}\d.]/u.test(text.charAt(at + printed.length).replace('.', ' '));
}
