import type { Target, TargetValue } from '../../document/records.ts';
import { overlaps } from '../../document/span.ts';
import { termsOf } from '../../vietnamese/phrase-book.ts';
import type { DocumentView, Sentence } from '../evidence/document-view.ts';
import type { Found } from '../evidence/evidence.ts';
import type { Understanding } from '../understand/understanding.ts';

/** A figure that names no year is set for the years of its plan: of a plan for 2025 it is none for 2030. */
export function withinPlan({ view, item }: Found<Target>, { years }: Pick<Understanding, 'years'>): Target {
  const { period } = view.document;
  const last = /\d{4}$/.exec(period ?? '')?.[0];
  if (period === null || last === undefined || years.length === 0 || years.some((year) => year.slice(0, 4) <= last))
    return item;
  return { ...item, values: item.values.map((value) => ({ ...value, period: value.period ?? period })) };
}

/**
 * The years asked for that a plan only passes through: a figure that names no year is what its plan is to reach in the
 * end, not in 2023 of 2021–2025.
 */
export function yearsOnTheWay(
  { document }: DocumentView,
  values: readonly TargetValue[],
  { years }: Pick<Understanding, 'years'>,
): readonly string[] {
  const [first, last] = document.period?.match(/\d{4}/g) ?? [];
  if (first === undefined || last === undefined || values.some(({ period }) => period !== null)) return [];
  return years.filter((year) => first <= year && year < last);
}

/** Measures a question may ask for by name, folded: a share of people is no coefficient. */
const MEASURES_NAMED = ['he so', 'hoc phi', 'le phi', 'dien tich', 'san luong', 'cong suat', 'chieu dai', 'muc chi'];

/** Does a target give the measure that the question names? */
export function measuresAsked(
  { indicator, parent, quote, group }: Target,
  { folded }: Pick<Understanding, 'folded'>,
): boolean {
  const said = termsOf([indicator, parent, quote, group].join(' . ')).join(' ');
  return MEASURES_NAMED.every((measure) => !` ${folded} `.includes(` ${measure} `) || said.includes(measure));
}

/** "Chỉ tiêu giảm nghèo là gì?": a figure to be reached, not one that was. */
export function asksForAim({ intent, folded, wantsResult }: Understanding): boolean {
  return intent === 'target' && !wantsResult && ` ${folded} `.includes(' chi tieu ');
}

/** Is what the sentence states the result of years gone by? */
export function reportsResult({ ingested }: DocumentView, { passage, text }: Sentence): boolean {
  return ingested.targets.some(
    ({ kind, span, quote }) => kind === 'result' && overlaps(span, passage.span) && text.includes(quote),
  );
}
