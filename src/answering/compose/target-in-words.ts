import type { Target, TargetValue } from '../../document/records.ts';
import type { Found } from '../evidence/evidence.ts';
import { holdsYear } from '../evidence/target-fit.ts';
import type { Understanding } from '../understand/understanding.ts';
import { claim, type DraftStatement } from './draft.ts';
import { supportOfTarget } from './support.ts';
import { yearsOnTheWay } from './targets-asked.ts';
import { accordingTo, lowerFirst, periodInWords, shorten, upperFirst, valueInWords } from './wording.ts';

/** The value asked for; and, for a year the document sets nothing for, what it does set. */
export function targetStatements({ view, item }: Found<Target>, understanding: Understanding): DraftStatement[] {
  const support = supportOfTarget(view, item);
  const where = accordingTo(view.document, item.provisionPath);
  const asked = askedValues(item, understanding);
  const given = asked.filter((value) => value.value !== null);
  const missing = asked.filter((value) => value.value === null);
  if (given.length > 0) {
    const result = item.kind === 'result' ? ' (kết quả đã đạt)' : '';
    const onTheWay = yearsOnTheWay(view, given, understanding);
    const unset = [...missing.map((value) => value.period).filter((period) => period !== null), ...onTheWay];
    const rest = unset.length === 0 ? '' : `; năm ${unset.join(', ')} văn bản không đặt chỉ tiêu`;
    const said = given.map((value) => dated(valueInWords(value, item.unit), periodOf(item, value)));
    return [claim(`${upperFirst(said.join('; '))}: ${indicatorInWords(item)}${result}${rest}, ${where}.`, support)];
  }
  const period = asked[0]?.period ?? understanding.years[0] ?? null;
  const others = item.values.filter((value) => value.value !== null);
  const elsewhere =
    others.length === 0
      ? ''
      : `; văn bản chỉ đặt ${others.map((value) => dated(valueInWords(value, item.unit), periodOf(item, value))).join(', ')}`;
  const when = period === null ? '' : ` cho ${spanInWords(period)}`;
  return [claim(`Văn bản không đặt chỉ tiêu${when}: ${indicatorInWords(item)}${elsewhere}, ${where}.`, support)];
}

/** "năm 2030", "giai đoạn 2026 - 2030". */
function spanInWords(period: string): string {
  return /^\d{4}$/.test(period) ? `năm ${period}` : (periodInWords(period) ?? period);
}

/** The values of the years asked for; all of them when none is. */
export function askedValues(
  target: Target,
  understanding: Pick<Understanding, 'years' | 'nextPeriod' | 'passedYears'>,
): readonly TargetValue[] {
  if (understanding.nextPeriod) {
    const later = target.values.filter((value) =>
      understanding.passedYears.every((year) => value.period !== null && value.period > year),
    );
    return later.slice(0, 1);
  }
  if (understanding.years.length === 0) return target.values;
  const fitting = target.values.filter((value) => understanding.years.some((year) => holdsYear(value.period, year)));
  if (fitting.length > 0) return fitting;
  return target.values.filter((value) => value.period === null);
}

/** A value with its time; "%/năm" needs no "hằng năm" after it. */
function dated(value: string | null, period: string | null): string {
  const said = period !== null && /^h[ằà]ng năm$/u.test(period) && /\/\s?năm|h[ằà]ng năm/u.test(value ?? '');
  return [value, said ? null : period].filter((part) => part !== null).join(' ');
}

/** A goal is set "đến năm 2030"; a result was reached "năm 2020". */
function periodOf({ kind }: Target, { period }: TargetValue): string | null {
  return kind === 'result' && period !== null && /^\d{4}$/.test(period) ? `năm ${period}` : periodInWords(period);
}

/** Values in words with their periods: "25% đến năm 2025, dưới 18% đến năm 2030". */
export function allValues(target: Target, years: readonly string[]): string {
  const values = askedValues(target, { years, nextPeriod: false, passedYears: [] });
  const shown = values.length === 0 ? target.values : values;
  return shown
    .map((value) => {
      // "Tiểu học" in a column of a year is no figure that is reached by then.
      if (value.value !== null && value.number === null && !/\d/.test(value.value)) return `“${value.value}”`;
      const worded = valueInWords(value, target.unit) ?? 'không đặt chỉ tiêu';
      return dated(worded, periodOf(target, value));
    })
    .join(', ');
}

/** The indicator with the row above it and the part of the population it is for. */
export function indicatorInWords(target: Target): string {
  const parent = target.parent === null || target.indicator.includes(target.parent) ? null : lowerFirst(target.parent);
  const scope =
    target.scope === null || `${target.indicator} ${parent ?? ''}`.toLowerCase().includes(target.scope.toLowerCase())
      ? null
      : target.scope;
  const name = parent === null ? lowerFirst(target.indicator) : `${parent} – ${lowerFirst(target.indicator)}`;
  return shorten([name, scope === null ? null : `(${scope})`].filter((part) => part !== null).join(' '), 260);
}
