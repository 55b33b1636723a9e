import type { IsoDate } from '../../document/policy-document.ts';
import type { Schedule } from '../../document/records.ts';

const MONTHS_BETWEEN = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

/**
 * The first day on or after `today` that a schedule falls on: its own date, or the next turn of a recurring one.
 * Null when the text names no day ("hằng năm") or the only date has passed.
 *
 * @example nextDate({ printed: 'trước ngày 10/12 hằng năm', date: null, every: 'year', month: 12, day: 10 }, '2026-11-23') // '2026-12-10'
 */
export function nextDate({ date, every, month, day }: Schedule, today: IsoDate): IsoDate | null {
  if (date !== null && every === null) return date >= today ? date : null;
  if (every === null || every === 'day' || every === 'week' || day === null) return null;
  const step = MONTHS_BETWEEN[every];
  if (month === null && step !== 1) return null;
  const [year, thisMonth] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const first = month ?? thisMonth;
  // Turns fall on every `step`-th month counted from the named one, before it too: a half-year report of December is due in June.
  for (let turn = first - 12; turn <= 24; turn += step) {
    const next = dayOf(year, turn, day);
    if (next >= today) return next;
  }
  return null;
}

/** The day of a month counted from January of a year; the last day where the month is shorter. */
function dayOf(year: number, month: number, day: number): IsoDate {
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1, Math.min(day, lastDay))).toISOString().slice(0, 10);
}
