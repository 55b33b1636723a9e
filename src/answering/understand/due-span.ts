import type { IsoDate } from '../../document/policy-document.ts';

/** The days, both taken in, within which something asked for is due. */
export interface DueSpan {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

const ENDING = '(?:xong|hoan thanh|ket thuc|den han|thoi han|trien khai|thuc hien|han)';
const QUARTERS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, '1': 1, '2': 2, '3': 3, '4': 4 };

/** "quý IV năm 2025", "tháng 11/2025", "phải hoàn thành trong năm 2026" in folded words; null where no time is said so. */
export function dueSpanAsked(folded: string): DueSpan | null {
  const asked = ` ${folded} `;
  const quarter = / (?:qui|quy) (iv|iii|ii|i|[1-4]) (?:nam )?(20\d\d) /.exec(asked);
  if (quarter !== null) {
    const last = 3 * (QUARTERS[quarter[1] ?? ''] ?? 4);
    return spanOf(quarter[2] ?? '', last - 2, last);
  }
  const month = / thang (\d{1,2}) (?:nam )?(20\d\d) /.exec(asked);
  if (month !== null) return spanOf(month[2] ?? '', Number(month[1]), Number(month[1]));
  const year = new RegExp(` ${ENDING} (?:[a-z]+ ){0,4}nam (20\\d\\d) `).exec(asked);
  return year === null ? null : spanOf(year[1] ?? '', 1, 12);
}

function spanOf(year: string, first: number, last: number): DueSpan {
  const days = new Date(Date.UTC(Number(year), last, 0)).getUTCDate();
  return { from: `${year}-${twoDigits(first)}-01`, to: `${year}-${twoDigits(last)}-${twoDigits(days)}` };
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
