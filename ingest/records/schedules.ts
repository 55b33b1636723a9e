import type { Schedule } from '../../src/document/records.ts';
import { readDates } from '../../src/vietnamese/periods.ts';

type Every = NonNullable<Schedule['every']>;

/** How often, by the words for it; half-year before month, or "06 tháng" would be read as months. */
const RECURRENCE: readonly (readonly [Every, RegExp])[] = [
  ['half-year', /(?:0?6|sáu)\s+tháng|nửa năm/iu],
  ['quarter', /(?:hằng|hàng|mỗi|từng)\s+quý|(?:tháng\s+)?cuối\s+(?:mỗi\s+)?quý|0?3 tháng|theo quý/iu],
  ['month', /(?:hằng|hàng|mỗi|từng)\s+tháng/iu],
  ['week', /(?:hằng|hàng|mỗi)\s+tuần/iu],
  ['day', /(?:hằng|hàng|mỗi)\s+ngày/iu],
  ['year', /(?:hằng|hàng|mỗi|từng)\s+năm|năm\s+một\s+lần/iu],
];

/** A moment with the words that fix it: "định kỳ 06 tháng (trước ngày 30/6)", "trước ngày 10/12 hằng năm". */
const BEFORE = String.raw`(?:(?:hoàn thành\s+|xong\s+)?(?:trước|chậm nhất(?:\s+là)?(?:\s+(?:vào|trước|đến))?|không quá|đến hết|đến|vào|muộn nhất(?:\s+(?:là|vào))?|hết)\s+)`;
const DAY = String.raw`(?:ngày\s+)?(?<![\d/.])\d{1,2}(?:\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{4})?(?![\d/%])|\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?)`;
const DAY_OF_MONTH = String.raw`ngày\s+\d{1,2}(?!\s?[/\d.])(?:\s+của)?(?:\s+(?:hằng|hàng|mỗi)\s+tháng|\s+tháng\s+(?:cuối\s+(?:mỗi\s+)?quý|tiếp theo|sau|đầu quý sau))?`;
const EVERY = String.raw`(?:(?:hằng|hàng|mỗi|từng)\s+(?:năm|quý|tháng|tuần|ngày)|(?:0?6|sáu|0?3)\s+tháng(?:\s+(?:một\s+lần|đầu năm))?(?:,?\s*(?:và\s+)?(?:cả\s+)?năm)?)`;
const QUARTER = String.raw`[Qq]u[ýí]\s+(?:IV|III|II|I|[1-4])(?:\s?[/-]\s?|\s+năm\s+|\s+)\d{4}`;
const MONTH = String.raw`tháng\s+\d{1,2}(?:\s?[/-]\s?|\s+năm\s+)\d{4}`;
const YEAR = String.raw`năm\s+\d{4}`;

const MOMENT = new RegExp(
  String.raw`(?:[Đđ]ịnh kỳ\s+)?(?:${EVERY}\s*(?:,\s*)?\(\s*${BEFORE}?${DAY}\s*\)|${BEFORE}?(?:${DAY})(?:\s+(?:của\s+)?${EVERY})?|${BEFORE}?${DAY_OF_MONTH}|(?:${BEFORE}|trong\s+)?(?:${QUARTER}|${MONTH})|(?:${BEFORE}|trong\s+|đến\s+|cuối\s+|hết\s+)+${YEAR}|[Đđ]ịnh kỳ\s+${EVERY}|${EVERY})`,
  'giu',
);

/** "Thông tư số 29/2024/TT-BTC ngày 16/5/2024": the day of a document, not of a duty. */
const DATES_A_DOCUMENT = /\d+\S*[-/]\s?\p{Lu}[\p{L}\d-]*\s*,?\s*$/u;

export interface PrintedSchedule extends Schedule {
  readonly start: number;
  readonly end: number;
}

/** The moments a text sets, each in a form a calendar entry can be made from. */
export function readSchedules(text: string): PrintedSchedule[] {
  return [...text.matchAll(MOMENT)]
    .filter((match) => !DATES_A_DOCUMENT.test(text.slice(0, match.index)) || /^(?:trước|chậm nhất)/iu.test(match[0]))
    .map((match) => ({ ...scheduleOf(match[0]), start: match.index, end: match.index + match[0].length }));
}

/** The parts of a schedule that records carry. */
export function bare({ printed, date, every, month, day }: PrintedSchedule): Schedule {
  return { printed, date, every, month, day };
}

function scheduleOf(printed: string): Schedule {
  const every = RECURRENCE.find(([, pattern]) => pattern.test(printed))?.[0] ?? null;
  const [date] = readDates(
    /\d\s?[/.-]\s?\d/.test(printed) ? printed.replace(/(^|[\s(])(\d{1,2}\s?[/.-])/u, '$1ngày $2') : printed,
  );
  if (date !== undefined) {
    return { printed, date: every === null ? date.iso : null, every, month: date.month, day: date.day };
  }
  const dayOfMonth = printed.match(/ngày\s+(\d{1,2})/iu)?.[1];
  const day = dayOfMonth === undefined ? null : Number(dayOfMonth);
  if (day !== null || every !== null)
    return { printed, date: null, every: every ?? (day === null ? null : 'month'), month: null, day };
  return { printed, date: lastDay(printed), every: null, month: null, day: null };
}

const QUARTERS: Readonly<Record<string, number>> = { I: 3, II: 6, III: 9, IV: 12, 1: 3, 2: 6, 3: 9, 4: 12 };

/** A deadline in a quarter, month or year runs out on its last day. */
function lastDay(printed: string): string | null {
  const year = printed.match(/\d{4}/)?.[0];
  if (year === undefined) return null;
  const quarter = printed.match(/qu[ýí]\s+(IV|III|II|I|[1-4])/iu)?.[1]?.toUpperCase();
  const month =
    quarter === undefined ? Number(printed.match(/tháng\s+(\d{1,2})/iu)?.[1] ?? 12) : (QUARTERS[quarter] ?? 12);
  const days = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  return `${year}-${String(month).padStart(2, '0')}-${String(days).padStart(2, '0')}`;
}
