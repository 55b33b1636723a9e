import { readPeriods } from '../../vietnamese/periods.ts';
import type { Grounds } from './grounds.ts';
import { unsetYears } from './unset.ts';

/** Every year or span of years a statement names is printed in what it cites, except those it says nothing is set for. */
export function checkYears(own: string, { all }: Grounds): string | null {
  const unset = unsetYears(own);
  const said = readPeriods(own).filter(({ kind, period }) => kind !== 'recurring' && !unset.has(period));
  if (said.length === 0) return null;
  const printed = all.replace(/\s*[-–]\s*/gu, '-');
  const wrong = said.find(({ period }) => !new RegExp(`(?<!\\d)${period}(?!\\d)`, 'u').test(printed));
  return wrong === undefined ? null : `“${wrong.printed}” không có trong đoạn được dẫn.`;
}
