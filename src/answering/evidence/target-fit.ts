import type { Target } from '../../document/records.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Concept } from '../understand/concept.ts';
import type { Understanding } from '../understand/understanding.ts';
import { type Context, coverage, HEADINGS, NEIGHBOURHOOD } from './coverage.ts';
import type { DocumentView } from './document-view.ts';
import { groupsAsked, groupsIn, groupsNamed, isOfOthers } from './people.ts';
import { termsOfTarget } from './record-terms.ts';
import { distinctTerms, type TermSet } from './term-set.ts';

/** Shares of what was asked and found, and of what was found and asked, in the fit of a target. */
const RECALL = 0.7;
const PRECISION = 0.25;
const RETRIEVAL = 0.05;
const BACKGROUND = 0.1;
/** Deductions: another part of the population, a result where a goal is asked or the other way round, another year. */
const OTHER_SCOPE = 0.4;
const OTHER_KIND = 0.2;
const OTHER_YEAR = 0.12;
const OTHER_UNIT = 0.15;
/** Of a measure that makes up so much of the question so much must be held, or the figure is none to answer with. */
const MEASURE = 0.3;
const HELD = 0.35;
const NO_MEASURE = THRESHOLDS.target - 0.01;
const OTHER_PEOPLE = 0.2;
const SOME_PEOPLE = 0.04;
/** What a word of the quote counts when the target is the only one in it. */
const OWN_QUOTE = 0.9;
/** A column or clause for just the period asked. */
const OWN_YEAR = 0.1;

/** Parts of the population that exclude one another, in folded words. */
const SCOPES: readonly (readonly RegExp[])[] = [
  [/\b(?:thanh thi|do thi)\b/, /\bnong thon\b/],
  [/\bmien nui\b/, /\bdong bang\b/],
];

/** How well a target fits what is asked, for ordering, and the share of the question it covers. */
export function targetFit(
  view: DocumentView,
  target: Target,
  understanding: Understanding,
  retrieval: number,
): { readonly score: number; readonly coverage: number } {
  const { own: terms, headings, quote } = termsOfTarget(view, target);
  const contexts = [
    { terms: headings, weight: HEADINGS },
    { terms: quote, weight: view.isAlone(target) ? OWN_QUOTE : NEIGHBOURHOOD },
  ];
  const recall = coverage(understanding.concepts, terms, contexts);
  const background = coverage(understanding.background, terms, contexts);
  const words = distinctTerms(terms);
  const precision = sharedShare(words, askedTerms(understanding));
  const deductions =
    (otherScope(understanding.folded, words) ? OTHER_SCOPE : 0) +
    ((target.kind === 'result') === understanding.wantsResult ? 0 : OTHER_KIND) +
    (missesYear(target, understanding.years) ? OTHER_YEAR : 0) +
    (countsOther(target.unit, understanding) ? OTHER_UNIT : 0) +
    ofOthers(terms, headings, understanding);
  return {
    coverage: holdsMeasure(terms, contexts, understanding) ? recall : Math.min(recall, NO_MEASURE),
    score:
      RECALL * recall +
      PRECISION * precision +
      BACKGROUND * background +
      RETRIEVAL * retrieval +
      (namesPeriod(target, understanding.years) ? OWN_YEAR : 0) -
      deductions,
  };
}

/** Beside the people it is for, a figure must hold something of what is measured: "hộ nghèo dùng nước sạch". */
function holdsMeasure(terms: TermSet, contexts: readonly Context[], understanding: Understanding): boolean {
  const measure = measureAsked(understanding);
  return measure === null || coverage(measure, terms, contexts) >= HELD;
}

/** What is looked for besides the people it is for; null where no people are named or little else is. Made once a question. */
function measureAsked(understanding: Understanding): readonly Concept[] | null {
  const known = MEASURES.get(understanding);
  if (known !== undefined) return known;
  const { concepts } = understanding;
  const measure = concepts.filter(({ forms }) => !forms.some((form) => groupsNamed(form.terms).size > 0));
  const weightOfAll = (some: readonly Concept[]) => some.reduce((sum, { weight }) => sum + weight, 0);
  const isAsked = measure.length < concepts.length && weightOfAll(measure) >= MEASURE * weightOfAll(concepts);
  const asked = isAsked ? measure : null;
  MEASURES.set(understanding, asked);
  return asked;
}

const MEASURES = new WeakMap<Understanding, readonly Concept[] | null>();

/** What a figure for one group of people loses where another, or none, is asked about. */
function ofOthers(terms: TermSet, headings: TermSet, understanding: Understanding): number {
  const asked = groupsAsked(understanding);
  if (asked.size === 0) return groupsIn(terms).size > 0 ? SOME_PEOPLE : 0;
  return isOfOthers(asked, terms, [{ terms: headings }]) ? OTHER_PEOPLE : 0;
}

/** Words every indicator has; they tell none from another. */
const GENERIC = new Set([
  'ti',
  'le',
  'so',
  'muc',
  'chi',
  'tieu',
  'cac',
  'cua',
  'va',
  'duoc',
  'trong',
  'co',
  'tren',
  'theo',
]);

/** Share of an indicator's telling words that the question holds in some form. */
function sharedShare(words: readonly string[], asked: ReadonlySet<string>): number {
  let telling = 0;
  let shared = 0;
  for (const word of words) {
    if (GENERIC.has(word)) continue;
    telling += 1;
    if (asked.has(word)) shared += 1;
  }
  return telling === 0 ? 0 : shared / telling;
}

/** All words of what a question looks for, in every form; made once a question. */
function askedTerms(understanding: Understanding): ReadonlySet<string> {
  const known = ASKED.get(understanding);
  if (known !== undefined) return known;
  const concepts = [...understanding.concepts, ...understanding.background];
  const terms = new Set(concepts.flatMap((concept) => concept.forms.flatMap((form) => form.terms)));
  ASKED.set(understanding, terms);
  return terms;
}

const ASKED = new WeakMap<Understanding, ReadonlySet<string>>();

function otherScope(question: string, words: readonly string[]): boolean {
  return SCOPES.some((parts) => {
    const asked = parts.filter((part) => part.test(question));
    if (asked.length !== 1) return false;
    const target = words.join(' ');
    return parts.some((part) => part.test(target)) && !asked.some((part) => part.test(target));
  });
}

function missesYear(target: Target, years: readonly string[]): boolean {
  const periods = target.values.map((value) => value.period);
  return (
    years.length > 0 &&
    !periods.includes(null) &&
    !years.some((year) => periods.some((period) => holdsYear(period, year)))
  );
}

/** A share where things are counted, or money where something else is, or the other way round. */
function countsOther(unit: string | null, { askedUnit, needs }: Understanding): boolean {
  if (unit === null) return false;
  if (needs.includes('money') !== /đồng|USD/u.test(unit)) return needs.includes('money') || askedUnit !== null;
  return askedUnit !== null && (askedUnit === 'phan tram') !== unit.includes('%');
}

function namesPeriod(target: Target, years: readonly string[]): boolean {
  return target.values.some(({ period }) => period !== null && years.includes(period));
}

/** Does a period ("2025", "2021-2025", "hằng năm") hold the year or span of years asked for? */
export function holdsYear(period: string | null, asked: string): boolean {
  if (period === null) return false;
  const [from = '', to = from] = period.match(/(?:19|20)\d\d/g) ?? [];
  if (from === '') return /năm/.test(period);
  const [first = '', last = first] = asked.split('-');
  return asked.includes('-')
    ? to === last && (from === to || from === first)
    : from <= first && first <= to && (from === first || from !== to);
}
