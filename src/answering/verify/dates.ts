import { type PrintedDate, readDates } from '../../vietnamese/periods.ts';
import type { Grounds } from './grounds.ts';

/** Every day a statement names is printed in what it cites; a day without a year matches one with any year. */
export function checkDates(own: string, grounds: Grounds): string | null {
  const said = readDates(own);
  if (said.length === 0) return null;
  const printed = readDates(grounds.all);
  const wrong = said.find((date) => !printed.some((other) => sameDay(date, other)));
  return wrong === undefined ? null : `Ngày “${wrong.printed}” không có trong đoạn được dẫn.`;
}

function sameDay(said: PrintedDate, printed: PrintedDate): boolean {
  return said.day === printed.day && said.month === printed.month && (said.year === null || said.year === printed.year);
}
