import units from '../../seeds/lexicon/units.json' with { type: 'json' };
import type { Comparator } from '../document/records.ts';
import { maskNonQuantities } from './numbers-mask.ts';
import { remembered } from './remembered.ts';

/** A quantity in a text. */
export interface Quantity {
  /** From the comparator ("trên", "khoảng từ") to the end of the number and its percent sign. */
  readonly start: number;
  readonly end: number;
  /** Where the figures begin. */
  readonly numberStart: number;
  /** As written between `start` and `end`. */
  readonly value: string;
  readonly number: number | readonly [number, number];
  readonly comparator: Comparator;
  /** "%", "%/năm", "lao động", "tỷ đồng"; null when nothing that could be a unit follows. */
  readonly unit: string | null;
  /** End of the unit; `end` when it has none. */
  readonly unitEnd: number;
  /** "từ" stood before the figures: the start of a change ("từ 17,39% xuống còn 6,01%") unless it opens a range. */
  readonly from: boolean;
}

const longestFirst = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/\s+/g, '\\s+'))
    .join('|');

/** Dots are thousands, a comma is the decimal sign; one or two digits after a dot are decimals typed the English way. */
const FIGURES = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+|\d+\.\d{1,2}(?!\d)|\d+`;

/** "vạn", "nghìn", "k" multiply a count; before money they belong to the unit. */
const SCALE = String.raw`\s?(?:k(?![\p{L}])|vạn(?=\s)|nghìn(?=\s(?!tỷ|tỉ|đồng|USD))|ngàn(?=\s(?!tỷ|tỉ|đồng|USD)))`;

const PER = String.raw`(?:\s?/\s?(?:\d[\d.]*\s?)?(?:${longestFirst([...units.counters, 'ha', 'km2', 'km²', 'm2'])})(?![\p{L}]))`;
const MEASURE = `(?:${longestFirst(units.measures)})(?![\\p{L}\\d])`;
const MONEY = `(?:${longestFirst(units.money)})(?![\\p{L}])`;
const COUNTER = `(?:${longestFirst(units.counters)})(?![\\p{L}])`;

const COMPARATORS: readonly (readonly [string, Comparator])[] = [
  ['<=|≤|không\\s+quá|tối\\s+đa|không\\s+vượt\\s+quá|nhiều\\s+nhất|cao\\s+nhất|không\\s+cao\\s+hơn', '<='],
  ['>=|≥|ít\\s+nhất|tối\\s+thiểu|không\\s+dưới|không\\s+thấp\\s+hơn|không\\s+ít\\s+hơn|đạt\\s+từ', '>='],
  ['<|dưới|chưa\\s+đến|chưa\\s+tới|thấp\\s+hơn|nhỏ\\s+hơn', '<'],
  ['>|trên|hơn|vượt|cao\\s+hơn|lớn\\s+hơn', '>'],
  ['khoảng|xấp\\s+xỉ|ước|gần|~', '~'],
];

const COMPARATOR = COMPARATORS.map(([words]) => words).join('|');

const COMPARED = COMPARATORS.map(([words, comparator]) => [new RegExp(`(?:${words})`, 'iu'), comparator] as const);

const QUANTITY = new RegExp(
  String.raw`(?<prefix>(?<![\p{L}])(?:(?:${COMPARATOR})\s*)+(?:(?:là|đạt|có|còn)\s+)?)?(?<from>(?<![\p{L}])từ\s+)?(?<late>(?:trên|dưới|khoảng)\s+)?` +
    String.raw`(?<![\p{L}\d.,/])(?<low>${FIGURES})(?:/\d{1,4}(?=\s(?:${COUNTER})))?(?<lowScale>${SCALE})?(?<lowPercent>\s?%)?` +
    String.raw`(?:(?<joint>\s*[-–]\s*|\s+(?:đến|tới)\s+(?:dưới\s+)?)(?<high>${FIGURES})(?<highScale>${SCALE})?(?<highPercent>\s?%)?)?` +
    String.raw`(?![\d\p{L}])`,
  'giu',
);

/** "95% trở lên" says at least, after the number and its unit. */
const OR_MORE = /^\s+trở\s+lên(?![\p{L}])/iu;
const OR_LESS = /^\s+trở\s+xuống(?![\p{L}])/iu;

const UNIT = new RegExp(String.raw`^\s?(?:${MONEY}|${MEASURE}|${COUNTER})${PER}{0,2}`, 'iu');
const ONLY_PER = new RegExp(`^${PER}`, 'iu');

/** Any other noun: one lower-case word that is no joining word. */
const OPEN_UNIT =
  /^\s(?!(?:và|hoặc|trong|của|đến|tới|từ|có|là|được|cho|để|với|theo|tại|ở|vào|so|trở|thì|mà|như|bằng|đạt|nếu|khi|do|về|các|những|số|tổng|còn|nhưng|trên|dưới|đã|sẽ|phải|không|lên|xuống|đồng thời|gồm)(?![\p{L}]))(\p{Ll}[\p{Ll}\p{M}]*)/u;

/**
 * Every quantity of a Vietnamese text with its comparator and unit. Years, dates, numbers of documents and of their
 * articles, and list marks are no quantities.
 *
 * @example readQuantities('đạt trên 65%')[0] // { value: 'trên 65%', number: 65, comparator: '>', unit: '%', … }
 */
export const readQuantities: (text: string) => readonly Quantity[] = remembered((text) => {
  if (!/\d/.test(text)) return [];
  const masked = maskNonQuantities(text);
  if (!/\d/.test(masked)) return [];
  const quantities = [...masked.matchAll(QUANTITY)].map((match) => quantityOf(text, match));
  return shareUnits(text, quantities);
});

function quantityOf(text: string, match: RegExpExecArray): Quantity {
  const groups = match.groups ?? {};
  const rangeWanted = groups.high !== undefined;
  const percent = groups.highPercent ?? groups.lowPercent;
  const start = match.index;
  const end = start + match[0].length;
  const unit = readUnit(text, end, percent !== undefined);
  const low = figure(groups.low ?? '', groups.lowScale ?? groups.highScale);
  const number = rangeWanted ? ([low, figure(groups.high ?? '', groups.highScale)] as const) : low;
  const after = text.slice(unit.end);
  const tail = after.match(OR_MORE)?.[0] ?? after.match(OR_LESS)?.[0] ?? '';
  const stop = tail === '' ? end : unit.end + tail.length;
  return {
    start,
    end: stop,
    numberStart: start + match[0].indexOf(groups.low ?? ''),
    value: text.slice(start, stop).trim(),
    number,
    comparator: comparatorOf({ before: `${groups.prefix ?? ''}${groups.late ?? ''}`, tail, range: rangeWanted }),
    unit: unit.name,
    unitEnd: Math.max(unit.end, stop),
    from: groups.from !== undefined && !rangeWanted && tail === '',
  };
}

function figure(printed: string, scale: string | undefined): number {
  const english = /^\d+\.\d{1,2}$/.test(printed);
  const value = Number(english ? printed : printed.replaceAll('.', '').replace(',', '.'));
  const factor = scale === undefined ? 1 : /vạn/i.test(scale) ? 10_000 : 1_000;
  return Math.round(value * factor * 1e6) / 1e6;
}

function comparatorOf({ before, tail, range }: { before: string; tail: string; range: boolean }): Comparator {
  if (range) return 'range';
  if (OR_MORE.test(tail)) return '>=';
  if (OR_LESS.test(tail)) return '<=';
  const words = before.trim();
  if (words === '') return '=';
  return COMPARED.find(([pattern]) => pattern.test(words))?.[1] ?? '=';
}

function readUnit(text: string, end: number, percent: boolean): { readonly name: string | null; readonly end: number } {
  const rest = text.slice(end, end + 60);
  if (percent) {
    const per = rest.match(ONLY_PER)?.[0] ?? '';
    return { name: tidy(`%${per}`), end: end + per.length };
  }
  const named = rest.match(UNIT)?.[0] ?? rest.match(ONLY_PER)?.[0];
  if (named !== undefined) return { name: tidy(named), end: end + named.length };
  const open = rest.match(OPEN_UNIT);
  if (open?.[1] === undefined) return { name: null, end };
  const per = rest.slice(open[0].length).match(ONLY_PER)?.[0] ?? '';
  return { name: tidy(open[1] + per), end: end + open[0].length + per.length };
}

function tidy(unit: string): string {
  return unit
    .trim()
    .replace(/\s*\/\s*/g, '/')
    .replace(/\s+/g, ' ');
}

/** "08 bác sĩ và 32 giường bệnh/01 vạn dân": what is counted per 10.000 people is counted so in both. */
function shareUnits(text: string, quantities: readonly Quantity[]): Quantity[] {
  return quantities.map((quantity, i) => {
    const next = quantities[i + 1];
    if (next?.unit == null || quantity.unit === null || quantity.unit.includes('/')) return quantity;
    const per = next.unit.match(/\/(?:\d[\d.]*\s)?(?:vạn dân|dân|người dân)$/)?.[0];
    const joined = /^\s*(?:và|,)\s*$/u.test(text.slice(quantity.unitEnd, next.start));
    return per !== undefined && joined && !quantity.unit.startsWith('%')
      ? { ...quantity, unit: quantity.unit + per }
      : quantity;
  });
}
