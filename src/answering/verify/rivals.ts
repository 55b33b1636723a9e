import type { CitedPlace, Grounds } from './grounds.ts';
import { type PrintedQuantity, quantitiesOf, rowValues, sameNumber } from './quantity-evidence.ts';

/** Words of a statement about a quantity. */
export interface Subject {
  /** Those of its segment. */
  readonly near: ReadonlySet<string>;
  /** Those of its segment where they say what the quantity is of, else all. */
  readonly own: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
}

/**
 * Is a quantity printed at a place said of the subject, rather than one of its rivals? A cell is told from those of
 * other rows by all that is said, for the row is named once; from those of its own row by the name of its column.
 */
export function isSaidOf(
  { near, own, all }: Subject,
  { place, item }: { readonly place: CitedPlace; readonly item: PrintedQuantity },
  { places }: Grounds,
): boolean {
  return !rivalsOf(item, place, places).some((rival) => {
    if (!isAge(item) && isAge(rival)) return false;
    if (!item.row) return isCloser(own, rival, item);
    return rival.passage === item.passage ? isOfColumn(near, rival, item) : isCloser(all, rival, item);
  });
}

/** Does a statement name the column of another cell of the row, and nothing of this one's own? */
function isOfColumn(said: ReadonlySet<string>, rival: PrintedQuantity, mine: PrintedQuantity): boolean {
  if (sameNumber(rival.number, mine.number)) return false;
  const only = (a: PrintedQuantity, b: PrintedQuantity) =>
    [...said].some((word) => a.column.has(word) && !b.column.has(word));
  return only(rival, mine) && !only(mine, rival);
}

/** "trẻ em từ 03 đến 05 tuổi": an age says whom a figure is of, and is no figure it could be mistaken for. */
function isAge({ units }: PrintedQuantity): boolean {
  return units.some((unit) => /(?:^|\s)tuổi$/iu.test(unit));
}

/** What the quantity could be mistaken for: other rows of the table, other quantities of the cited passages. */
function rivalsOf(
  item: PrintedQuantity,
  { view }: CitedPlace,
  places: readonly CitedPlace[],
): readonly PrintedQuantity[] {
  if (!item.row) return places.flatMap((place) => quantitiesAt(place).filter(({ row }) => !row));
  return [...rowValues(view), ...places.filter((place) => place.view !== view).flatMap(quantitiesAt)];
}

function quantitiesAt({ view, passages }: CitedPlace): readonly PrintedQuantity[] {
  return passages.flatMap((passage) => quantitiesOf(view, passage));
}

/** How much likelier, in words, a neighbour may be before the quantity counts as the neighbour's. */
const LIKELIER = { row: 0.2, prose: 0.35 };

/**
 * Is the statement rather about a rival? Not when it has a word of the quantity's own that the rival lacks. When it has
 * none of them, it is as soon as it has words only the rival has, or says little else than the rival. A quantity
 * without words of its own ("…, trong đó giai đoạn 2021 - 2025 là 291 ha") goes by those before it.
 */
function isCloser(subject: ReadonlySet<string>, rival: PrintedQuantity, mine: PrintedQuantity): boolean {
  if (sameNumber(rival.number, mine.number)) return false;
  const has = ({ words, owner }: PrintedQuantity, word: string) => words.has(word) || owner.has(word);
  for (const word of subject) if (has(mine, word) && !has(rival, word)) return false;
  const onlyRival = [...subject].filter((word) => has(rival, word) && !has(mine, word));
  if ([...mine.words].every((word) => has(rival, word))) return onlyRival.some((word) => !mine.before.has(word));
  if (onlyRival.length > 0) return true;
  const margin = mine.row ? LIKELIER.row : LIKELIER.prose;
  return likeness(subject, rival.words) > likeness(subject, mine.words) + margin;
}

/** Jaccard: |a ∩ b| / |a ∪ b|. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}
