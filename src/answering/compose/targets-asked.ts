import type { Target, TargetValue } from '../../document/records.ts';
import { overlaps } from '../../document/span.ts';
import { termsOf } from '../../vietnamese/phrase-book.ts';
import { statesMeasure } from '../evidence/asked-measure.ts';
import type { DocumentView, Sentence } from '../evidence/document-view.ts';
import type { Found } from '../evidence/evidence.ts';
import type { Understanding } from '../understand/understanding.ts';

/**
 * A figure that names no year is set for the years of its plan: of a plan for 2026 it is none for 2030, and what it sets is
 * none for 2025. What was reached may lie before the plan.
 */
export function withinPlan({ view, item }: Found<Target>, { years }: Pick<Understanding, 'years'>): Target {
  const { period } = view.document;
  const [first, last] = [/^\d{4}/.exec(period ?? '')?.[0], /\d{4}$/.exec(period ?? '')?.[0]];
  if (period === null || first === undefined || last === undefined || years.length === 0) return item;
  const isOutside = (year: string) => year.slice(0, 4) > last || (item.kind === 'target' && year.slice(-4) < first);
  if (!years.every(isOutside)) return item;
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
  return years.filter((year) => first <= year.slice(-4) && year.slice(-4) < last);
}

/** Measures a question may ask for by name, folded: a share of people is no coefficient. */
const MEASURES_NAMED = ['he so', 'hoc phi', 'le phi', 'dien tich', 'san luong', 'cong suat', 'chieu dai', 'muc chi'];

/** Things a question counts one by one, folded, and units that measure instead: "bao nhiêu căn" is not answered in hectares. */
const COUNTED: ReadonlySet<string> = new Set(
  'can cai chiec ho xa phuong huyen truong lop giuong bac tram du mo doanh luot cuon buoi vi'.split(' '),
);
const MEASURING = /(?:^|\s)(?:ha|hecta|km2?|m[23]?|tấn|tạ|kg|lít|kW|MW|kWh|đồng|USD|giờ|ngày|tháng|năm)(?:$|[\s/])/iu;

/** Things of which "bao nhiêu" asks for a number, an age or points, never for a share. */
export const NO_SHARE: ReadonlySet<string> = new Set('tuoi nha can cai chiec diem'.split(' '));

/** Masses that are told in money, folded: "bao nhiêu vốn" is not answered in hectares. */
const FUNDS: ReadonlySet<string> = new Set(['von', 'kinh']);
const MONEY = /đồng|tỷ|tỉ|triệu|USD/iu;

function isShare(unit: string | null): boolean {
  return unit?.trim().startsWith('%') === true;
}

/** What people are paid by the month or the like is no share. */
export function asksAmount(folded: string): boolean {
  return AMOUNT.test(` ${folded} `);
}

const AMOUNT =
  / (?:tro cap|phu cap|luong|boi duong|hoc phi|le phi|tien) (?:[a-z0-9]+ ){0,8}?bao nhieu (?:tien |dong )?(?:mot|1|moi) (?:thang|nam|ngay|buoi|nguoi) /;

/** Words for people one by one, folded: where one is asked for, another counts them too. */
const PEOPLE = 'nguoi dan|nguoi|dan|nhan khau|lao dong|doi tuong|tre em|tre|hoc sinh|can bo|hoi vien|doan vien';
/** Other things that are counted one by one. */
const THINGS = 'pho giam doc|pho chu tich|pho truong phong|khu|cum|vu|dai bieu|benh vien|tram|thon|lang';
const HEADS = new RegExp(
  ` (?:(?:co|cho|con) (?:khoang |tat ca )?(?:bao nhieu|may)|so(?: luong)?) (${PEOPLE}|ho|gia dinh|truong|doanh nghiep|${THINGS}) (?!.* (?:dat|duoc|tham gia|su dung|dung|huong|phai|mac|nhiem|hoc|co|tren|mot|1|moi) )(?=.* (?:bao nhieu|may) |.*$)`,
);

/** "Có bao nhiêu hộ nghèo", "cho bao nhiêu người": the things to be counted themselves; null where a share of them may be asked for. */
export function headsAsked(folded: string): string | null {
  const asked = ` ${folded} `;
  return / (?:bao nhieu|may) /.test(asked) ? (HEADS.exec(asked)?.[1] ?? null) : null;
}

/** Does a folded text give a number of the things asked for? Of people and households any will do. */
export function givesNumberOf(heads: string, folded: string): boolean {
  const things = THINGS.split('|').includes(heads) ? heads : `${PEOPLE}|ho|truong|doanh nghiep`;
  return new RegExp(`\\d (?:[a-z]+ ){0,2}?(?:${things})(?![a-z])|(?<![a-z])(?:${things})(?![a-z])[^|]*\\| *\\d`).test(
    folded,
  );
}

/** Does a figure of this unit count the things asked for? */
function countsHeads(unit: string, heads: string): boolean {
  const said = termsOf(unit).join(' ');
  return said.includes(heads) || (PEOPLE.split('|').includes(heads) && new RegExp(`\\b(?:${PEOPLE})\\b`).test(said));
}

/** Does a target give the measure that the question names, and figures of the things it counts? */
export function measuresAsked(
  { indicator, parent, quote, group, unit }: Target,
  { folded, askedUnit }: Pick<Understanding, 'folded' | 'askedUnit'>,
): boolean {
  if (askedUnit !== null && COUNTED.has(askedUnit) && unit !== null && MEASURING.test(unit)) return false;
  if (askedUnit !== null && FUNDS.has(askedUnit) && unit !== null && !MONEY.test(unit)) return false;
  if (statesMeasure(folded)?.([unit, quote].join(' ')) === false) return false;
  if (isShare(unit) && (asksAmount(folded) || (askedUnit !== null && NO_SHARE.has(askedUnit)))) return false;
  const heads = headsAsked(folded);
  if (heads !== null && unit !== null && !countsHeads(unit, heads)) return false;
  const named = MEASURES_NAMED.filter((measure) => ` ${folded} `.includes(` ${measure} `));
  if (named.length === 0) return true;
  const said = termsOf([indicator, parent, quote, group].join(' . ')).join(' ');
  return named.every((measure) => said.includes(measure));
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
