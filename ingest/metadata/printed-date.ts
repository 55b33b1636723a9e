import type { IsoDate } from '../../src/document/policy-document.ts';

/** A day as documents print it: "ngày 02 tháng 7 năm 2024", "05/11/2020", "01-10-1997". */
export const PRINTED_DAY = String.raw`(?:ngày\s+)?(?<day>\d{1,2})\s*(?:tháng|/|-|\.)\s*(?<month>\d{1,2})\s*(?:năm|/|-|\.)\s*(?<year>\d{4})`;

const DAY = new RegExp(PRINTED_DAY, 'iu');

/** The first day a text names; null for none, and for one that is not in the calendar. */
export function readDay(text: string): IsoDate | null {
  const { day, month, year } = DAY.exec(text)?.groups ?? {};
  return day === undefined || month === undefined || year === undefined ? null : isoDate(year, month, day);
}

function isoDate(year: string, month: string, day: string): IsoDate | null {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const exists = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return exists ? date.toISOString().slice(0, 10) : null;
}
