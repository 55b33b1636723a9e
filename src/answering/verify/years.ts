import { readPeriods } from '../../vietnamese/periods.ts';
import type { Grounds } from './grounds.ts';
import { unsetYears } from './unset.ts';

/** Every year, span of years or recurring time of a statement is printed in what it cites, except years said to be unset. */
export function checkYears(own: string, grounds: Grounds): string | null {
  return strangeRecurrence(own, grounds) ?? strangeYear(own, grounds);
}

function strangeYear(own: string, { all }: Grounds): string | null {
  const unset = unsetYears(own);
  const said = readPeriods(own).filter(({ kind, period }) => kind !== 'recurring' && !unset.has(period));
  if (said.length === 0) return null;
  const printed = all.replace(/\s*[-–]\s*/gu, '-');
  const wrong = said.find(({ period }) => !standsAlone(period, printed));
  return wrong === undefined ? null : `“${wrong.printed}” không có trong đoạn được dẫn.`;
}

/** Does a year or span of years stand in a text, not as a part of a longer number? */
function standsAlone(period: string, text: string): boolean {
  for (let at = text.indexOf(period); at !== -1; at = text.indexOf(period, at + 1)) {
    if (!/\d/.test(text.charAt(at - 1)) && !/\d/.test(text.charAt(at + period.length))) return true;
  }
  return false;
}

/** "hằng năm", "hằng tháng": a rate per year is yearly as well. */
function strangeRecurrence(own: string, { all }: Grounds): string | null {
  const said = readPeriods(own).filter(({ kind }) => kind === 'recurring');
  if (said.length === 0) return null;
  const printed = new Set(readPeriods(all).map(({ period }) => period));
  if (/\/\s?năm/u.test(all)) printed.add('hằng năm');
  const wrong = said.find(({ period }) => !printed.has(period));
  return wrong === undefined ? null : `“${wrong.printed}” không có trong đoạn được dẫn.`;
}
