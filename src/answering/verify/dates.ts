import { type PrintedDate, readDates } from '../../vietnamese/periods.ts';
import type { Grounds } from './grounds.ts';
import { datesIn } from './source-facts.ts';

/** Every day a statement names is printed in what it cites; a day without a year matches one with any year. */
export function checkDates(own: string, grounds: Grounds): string | null {
  const said = readDates(own);
  const strange = slashedIn(own).find(
    (figures) => !grounds.sources.some((source) => slashedIn(source).includes(figures)),
  );
  if (strange !== undefined && !said.some(({ printed }) => printed.includes(strange))) {
    return `“${strange}” không có trong đoạn được dẫn.`;
  }
  if (said.length === 0) return null;
  const printed = grounds.sources.flatMap(datesIn);
  const wrong = said.find((date) => !printed.some((other) => sameDay(date, other)));
  return wrong === undefined ? null : `Ngày “${wrong.printed}” không có trong đoạn được dẫn.`;
}

function sameDay(said: PrintedDate, printed: PrintedDate): boolean {
  return said.day === printed.day && said.month === printed.month && (said.year === null || said.year === printed.year);
}

/** "10/12", "10/42", "24/7": figures that look like a day and may be none. */
function slashedIn(text: string): readonly string[] {
  return [...text.matchAll(/(?<![\d/.,])\d{1,2}\/\d{1,4}(?:\/\d{4})?(?![\d/]|\p{L})/gu)].map(([figures]) => figures);
}
