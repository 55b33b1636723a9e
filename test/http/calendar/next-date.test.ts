import { expect, test } from 'vitest';
import type { Schedule } from '../../../src/document/records.ts';
import { nextDate } from '../../../src/http/calendar/next-date.ts';

const NONE: Schedule = { printed: '', date: null, every: null, month: null, day: null };

test.each<[name: string, schedule: Partial<Schedule>, today: string, next: string | null]>([
  ['a date to come', { date: '2026-12-31' }, '2026-11-23', '2026-12-31'],
  ['today', { date: '2026-11-23' }, '2026-11-23', '2026-11-23'],
  ['a date that has passed', { date: '2024-12-31' }, '2026-11-23', null],
  ['10/12 every year, before it', { every: 'year', month: 12, day: 10 }, '2026-11-23', '2026-12-10'],
  ['10/12 every year, after it', { every: 'year', month: 12, day: 10 }, '2026-12-11', '2027-12-10'],
  ['half-yearly from December', { every: 'half-year', month: 12, day: 5 }, '2027-01-01', '2027-06-05'],
  ['half-yearly from June', { every: 'half-year', month: 6, day: 30 }, '2026-11-23', '2026-12-30'],
  ['quarterly', { every: 'quarter', month: 3, day: 20 }, '2026-11-23', '2026-12-20'],
  ['the 25th of every month', { every: 'month', day: 25 }, '2026-11-26', '2026-12-25'],
  ['the 31st in a month of 30 days', { every: 'month', day: 31 }, '2026-11-01', '2026-11-30'],
  ['every year without a day', { every: 'year' }, '2026-11-23', null],
  ['every week', { every: 'week' }, '2026-11-23', null],
])('%s', (_, schedule, today, next) => {
  expect(nextDate({ ...NONE, ...schedule }, today)).toBe(next);
});
