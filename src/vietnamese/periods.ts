import type { IsoDate } from '../document/policy-document.ts';
import { remembered } from './remembered.ts';

/** A stretch of time a text names: a year, a span of years, or "every year". */
export interface Period {
  readonly start: number;
  readonly end: number;
  readonly printed: string;
  /** "2025", "2021-2025", "hằng năm": the form records carry. */
  readonly period: string;
  readonly kind: 'year' | 'years' | 'recurring';
}

/** A day (or month) a text names. `iso` is null when the year is not printed. */
export interface PrintedDate {
  readonly start: number;
  readonly end: number;
  readonly printed: string;
  readonly iso: IsoDate | null;
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

const YEAR = String.raw`(?:19|20)\d{2}`;

/** Not the middle of a longer number or of a document number ("88/2019/QH14"). */
const ALONE_BEFORE = String.raw`(?<![\d/.,]|\d-)`;
const ALONE_AFTER = String.raw`(?![\d/]|[.,]\d|\s?%)`;

const YEARS = new RegExp(String.raw`${ALONE_BEFORE}(${YEAR})\s*[-–]\s*(${YEAR})${ALONE_AFTER}`, 'g');
const FROM_TO = new RegExp(
  String.raw`từ\s+(?:năm\s+)?(${YEAR})\s+đến\s+(?:hết\s+|cuối\s+)?(?:năm\s+)?(${YEAR})${ALONE_AFTER}`,
  'giu',
);
/** "đến hết ngày 31/12/2025" is a date; "đến hết năm 2025", "cuối năm 2025", "Năm 2025" are years. */
const ONE_YEAR = new RegExp(
  String.raw`(?:(?:đến|tới)\s+)?(?:(?:hết|cuối|đầu|giữa|trong|kết thúc|vào|tháng\s+\d{1,2})\s+)*năm\s+(${YEAR})${ALONE_AFTER}`,
  'giu',
);
const EVERY_YEAR = /(?:(?:bình quân|trung bình)\s+)?(?:hằng|hàng|mỗi|từng)\s+năm|bình quân\s+(?:(?:một|\/)\s*)?năm/giu;
const EVERY_MONTH = /(?:hằng|hàng|mỗi)\s+(?:tháng|quý|tuần|ngày)/giu;

/** The periods of a text, in order, without overlaps; the same texts are read by one check after the other. */
export const readPeriods: (text: string) => readonly Period[] = remembered((text) => {
  const found: Period[] = [
    ...(/\d{4}/.test(text) ? readYears(text) : []),
    ...read(text, EVERY_YEAR, 'recurring', () => 'hằng năm'),
    ...read(text, EVERY_MONTH, 'recurring', ([printed]) =>
      printed
        .toLowerCase()
        .replace(/^(?:hàng|mỗi)/, 'hằng')
        .replace(/\s+/g, ' '),
    ),
  ];
  return withoutOverlaps(found);
});

function readYears(text: string): Period[] {
  return [
    ...read(text, FROM_TO, 'years', ([, from, to]) => `${from}-${to}`),
    ...read(text, YEARS, 'years', ([, from, to]) => `${from}-${to}`),
    ...read(text, ONE_YEAR, 'year', ([, year]) => `${year}`),
  ];
}

const DAY = String.raw`(0?[1-9]|[12]\d|3[01])`;
const MONTH = '(0?[1-9]|1[0-2])';

const IN_WORDS = new RegExp(
  String.raw`(?:ngày\s+)?(?<!\d)${DAY}\s+tháng\s+${MONTH}(?:\s+năm\s+(${YEAR}))?(?!\d)`,
  'giu',
);
const IN_FIGURES = new RegExp(
  String.raw`(?:ngày\s+)?(?<![\d/.,-])${DAY}\s?[/.-]\s?${MONTH}\s?[/.-]\s?(${YEAR})(?![\d/])`,
  'giu',
);
/** Day and month alone need a word that says so: "trước ngày 10/12", "trước 30/6". */
const DAY_AND_MONTH = new RegExp(
  String.raw`(?:(?:ngày|trước|đến|hạn)\s+)(?<![\d/.,-])${DAY}\s?[/-]\s?${MONTH}(?![\d/]|\s?[-/]\s?\d|\s?%)`,
  'giu',
);

/** The dates of a text in any printed form, in order. */
export const readDates: (text: string) => readonly PrintedDate[] = remembered((text) => {
  if (!/\d/.test(text)) return [];
  const found = [IN_WORDS, IN_FIGURES, DAY_AND_MONTH].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => dateOf(match)),
  );
  return withoutOverlaps(found);
});

function dateOf(match: RegExpExecArray): PrintedDate {
  const [printed, dayText = '', monthText = '', yearText] = match;
  const day = Number(dayText);
  const month = Number(monthText);
  const year = yearText === undefined ? null : Number(yearText);
  const iso = year === null ? null : `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return { start: match.index, end: match.index + printed.length, printed, iso, year, month, day };
}

function read(
  text: string,
  pattern: RegExp,
  kind: Period['kind'],
  period: (match: RegExpExecArray) => string,
): Period[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    printed: match[0],
    period: period(match),
    kind,
  }));
}

/** Earlier patterns win: a span of years is not read again as two years. */
function withoutOverlaps<T extends { readonly start: number; readonly end: number }>(found: readonly T[]): T[] {
  const kept: T[] = [];
  for (const item of found) {
    if (kept.every((other) => item.end <= other.start || other.end <= item.start)) kept.push(item);
  }
  return kept.sort((a, b) => a.start - b.start);
}
