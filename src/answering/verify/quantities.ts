import { type Quantity, readQuantities } from '../../vietnamese/numbers.ts';
import { type Period, readPeriods } from '../../vietnamese/periods.ts';
import type { CitedPlace, Grounds } from './grounds.ts';
import { type PrintedQuantity, proseQuantities, quantitiesOf, sameNumber } from './quantity-evidence.ts';
import type { ReadStatement } from './reading.ts';
import { isSaidOf, type Subject } from './rivals.ts';
import { type Segment, segmentsOf } from './segments.ts';
import { unitFits } from './units.ts';
import { unsetYears } from './unset.ts';
import { tellingWords } from './wording.ts';

/**
 * Every quantity a statement gives is printed in what it cites: the same number with the same comparator and unit, for
 * the same time, and said of the same thing rather than of its neighbour.
 */
export function checkQuantities(statement: ReadStatement, grounds: Grounds): string | null {
  const said = readQuantities(statement.own);
  if (said.length === 0) return null;
  const segments = segmentsOf(statement.content, said);
  const unset = unsetYears(statement.own);
  const periods = readPeriods(statement.own).filter(({ period }) => !unset.has(period));
  const printed = grounds.places.flatMap(citedQuantities);
  for (const [i, quantity] of said.entries()) {
    const reason = checkOne({
      quantity,
      segment: segments[i] ?? quantityRange(quantity),
      periods,
      printed,
      statement,
      grounds,
    });
    if (reason !== null) return reason;
  }
  return null;
}

interface Said {
  readonly quantity: Quantity;
  readonly segment: Segment;
  readonly periods: readonly Period[];
  readonly printed: readonly Cited[];
  readonly statement: ReadStatement;
  readonly grounds: Grounds;
}

interface Cited {
  readonly place: CitedPlace;
  readonly item: PrintedQuantity;
}

function quantityRange({ start, unitEnd }: Quantity): Segment {
  return { start, end: unitEnd };
}

function checkOne(said: Said): string | null {
  const { quantity, printed, statement, grounds } = said;
  const numbers = printed.filter(({ item }) => sameNumber(item.number, quantity.number));
  if (numbers.length === 0) return `“${quantity.value}” không có trong đoạn được dẫn.`;
  const compared = numbers.filter(({ item }) => comparatorFits(quantity, item));
  if (compared.length === 0) return `“${quantity.value}” sai dấu so sánh.`;
  const counted = compared.filter(({ item }) => unitFits(quantity.unit, item, statement.text, grounds.cited));
  if (counted.length === 0) return `“${quantity.value}” sai đơn vị.`;
  const period = periodOf(said);
  const timed = counted.filter((candidate) => period === null || periodFits(period, candidate));
  if (timed.length === 0) return `“${quantity.value}” không phải cho ${period?.printed ?? ''}.`;
  const subject = subjectOf(said);
  return timed.some((candidate) => isSaidOf(subject, candidate, grounds))
    ? null
    : `“${quantity.value}” là của chỉ tiêu khác.`;
}

const cited = new WeakMap<CitedPlace, readonly Cited[]>();

/** The quantities within the cited words, read with the whole passage round them. */
function citedQuantities(place: CitedPlace): readonly Cited[] {
  const known = cited.get(place);
  if (known !== undefined) return known;
  const read = readCited(place);
  cited.set(place, read);
  return read;
}

function readCited(place: CitedPlace): readonly Cited[] {
  const { view, quote, passages, context } = place;
  const own = passages.flatMap((passage) => {
    const all = quantitiesOf(view, passage);
    const at = passage.text.indexOf(quote);
    if (at === -1 || passage.table !== null) return quote.includes(passage.text) || passage.table !== null ? all : [];
    return all.filter(({ start, end }) => start >= at - 30 && end <= at + quote.length + 30);
  });
  const read = own.length > 0 ? own : proseQuantities(quote);
  const round = proseQuantities(context).map((item) => ({ ...item, periods: null }));
  return [...read, ...round].map((item) => ({ place, item }));
}

function comparatorFits({ comparator }: Quantity, { comparator: printed, governed }: PrintedQuantity): boolean {
  return (
    comparator === printed ||
    (printed === '=' && governed === comparator) ||
    (comparator === '=' && governed !== null && printed === governed)
  );
}

/** The time a statement gives a quantity for: the nearest in the quantity's own words, else the only one there is. */
function periodOf({ quantity, segment, periods }: Said): Period | null {
  const distance = ({ start, end }: Period) =>
    start >= quantity.unitEnd ? start - quantity.unitEnd : quantity.start - end;
  const own = periods
    .filter(({ start, end }) => start >= segment.start && end <= segment.end)
    .sort((a, b) => distance(a) - distance(b));
  return own[0] ?? (periods.length === 1 ? (periods[0] ?? null) : null);
}

function periodFits({ period, kind }: Period, { place, item }: Cited): boolean {
  if (item.periods !== null && (kind !== 'recurring' || item.periods.includes(period))) {
    const years = item.periods.filter((other) => /\d/.test(other));
    if (years.length > 0 || kind === 'recurring')
      return item.periods.some((other) => other === period || endsIn(other, period));
  }
  if (item.row && item.periods !== null) return false;
  const round = `${place.quote} . ${place.context} . ${place.view.document.title ?? ''} . năm ${place.view.document.period ?? ''} ${place.passages.map(({ text }) => text).join(' ')}`;
  if (kind === 'recurring')
    return readPeriods(round).some((other) => other.period === period) || /\/\s?năm/u.test(round);
  return yearsIn(round).some((other) => other === period || endsIn(other, period));
}

function endsIn(span: string, year: string): boolean {
  return /^\d{4}-\d{4}$/.test(span) && span.endsWith(`-${year}`);
}

function yearsIn(text: string): readonly string[] {
  return [...text.matchAll(/(?<!\d)((?:19|20)\d\d)(?:\s*[-–]\s*((?:19|20)\d\d))?(?!\d)/gu)].map(([, from, to]) =>
    to === undefined ? `${from}` : `${from}-${to}`,
  );
}

/** What the statement says the quantity of: the words of its segment, or all words when these name nothing but unit and place. */
function subjectOf({ quantity, segment, statement, printed }: Said): Subject {
  const near = new Set(tellingWords(statement.content.slice(segment.start, segment.end)));
  const unit = new Set(tellingWords(quantity.unit ?? ''));
  const telling = [...near].filter((word) => !unit.has(word) && !printed.some(({ item }) => item.owner.has(word)));
  const all = new Set(tellingWords(statement.content));
  return { near, own: telling.length > 1 ? near : all, all };
}
