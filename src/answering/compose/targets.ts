import type { Target, TargetValue } from '../../document/records.ts';
import { sharesLine } from '../../document/span.ts';
import { askedKind } from '../evidence/asked-kind.ts';
import type { DocumentView, Sentence } from '../evidence/document-view.ts';
import type { Evidence, Found } from '../evidence/evidence.ts';
import { holdsYear } from '../evidence/target-fit.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Understanding } from '../understand/understanding.ts';
import { countedList, thingsBelow } from './counted-things.ts';
import { claim, type Draft, type DraftStatement, draft, framing } from './draft.ts';
import { enumerationStatements } from './enumerations.ts';
import { countsThing, givesFigure, isOfYears } from './figures-asked.ts';
import { composePassages, readable, sentenceStatement, wanted } from './passages.ts';
import { supportOfTarget } from './support.ts';
import { asksForAim, measuresAsked, reportsResult, withinPlan, yearsOnTheWay } from './targets-asked.ts';
import {
  accordingTo,
  documentName,
  lowerFirst,
  periodInWords,
  placeName,
  shorten,
  upperFirst,
  valueInWords,
} from './wording.ts';

/** What a document sets for an indicator; several documents that set it are asked about or answered side by side. */
export function composeTarget(understanding: Understanding, evidence: Evidence): Draft | null {
  const fitting = evidence.targets.filter(
    ({ item, coverage }) =>
      coverage >= THRESHOLDS.target &&
      (item.kind === 'result' || !understanding.wantsResult) &&
      (item.kind === 'target' || !asksForAim(understanding)) &&
      measuresAsked(item, understanding),
  );
  const [best] = fitting;
  const sentence = betterSentence(understanding, evidence, best);
  const row = sentence === null ? null : targetOfRow(sentence);
  const isOther = row !== null && !measuresAsked(row.item, understanding);
  if (row !== null && !isOther) return answerOf(row, understanding);
  if (sentence !== null && !isOther) {
    const { view, item } = sentence;
    return draft(
      'answered',
      enumerationStatements(view, item) ?? [sentenceStatement(view, item, wanted(understanding))],
    );
  }
  if (best === undefined) {
    return countedList(evidence) ?? thingsBelow(understanding, evidence) ?? stated(understanding, evidence);
  }
  const several = listTargets(understanding, fitting);
  if (several !== null) return several;
  const chosen = onePerDocument(fitting, best, understanding);
  if (chosen.length > 1) return sideBySide(chosen, understanding);
  const siblings = sameClause(best, fitting);
  if (siblings !== null) return draft('answered', [sentenceStatement(best.view, siblings, wanted(understanding))]);
  return answerOf(best, understanding);
}

/** "Chỉ tiêu nào về người cao tuổi?", "có những chỉ tiêu gì …": all that fit, not the best alone. */
const ASKS_TARGETS = /\b(?:nhung|cac) (?:[a-z]+ )?chi tieu\b|\bchi tieu (?:nao|gi)\b/;

/** Where several are asked for: the targets of one document that fit about as well as the best, counted, a line each. */
export function listTargets({ folded }: Understanding, fitting: readonly Found<Target>[]): Draft | null {
  const [best] = fitting;
  if (best === undefined || best.coverage < THRESHOLDS.target || !ASKS_TARGETS.test(folded)) return null;
  const alike = fitting.filter(({ view, coverage }) => view === best.view && coverage >= best.coverage - ALIKE);
  const lines = [...new Map(alike.map(({ item }) => [indicatorInWords(item), item])).values()].map((item) =>
    claim(`- ${indicatorInWords(item)}: ${allValues(item, [])}`, supportOfTarget(best.view, item)),
  );
  const [first] = lines;
  if (first === undefined || lines.length < 2) return null;
  return draft('answered', [
    claim(`${lines.length} chỉ tiêu, theo ${documentName(best.view.document)}:`, ...first.supports),
    ...lines,
  ]);
}

function answerOf(found: Found<Target>, understanding: Understanding): Draft {
  const inTime = { ...found, item: withinPlan(found, understanding) };
  return draft(statusOf(inTime, understanding), targetStatements(inTime, understanding));
}

function statusOf({ view, item }: Found<Target>, understanding: Understanding): Draft['status'] {
  if (lacksYear(item, understanding)) return 'not_found';
  return yearsOnTheWay(view, askedValues(item, understanding), understanding).length > 0 ? 'partial' : 'answered';
}

/** The target that a table row was read as. */
function targetOfRow({ view, item, score, coverage }: Found<Sentence>): Found<Target> | null {
  if (item.passage.kind !== 'row') return null;
  const target = view.ingested.targets.find(({ span, table }) => table !== null && sharesLine(span, item.passage.span));
  return target === undefined ? null : { view, item: target, score, coverage };
}

/** No column, clause or span of the target is for the year asked: the document says nothing about it. */
function lacksYear(target: Target, understanding: Understanding): boolean {
  return understanding.years.length > 0 && askedValues(target, understanding).length === 0;
}

/** Several quantities of one sentence fit alike: the sentence answers, lest one stand for all. */
function sameClause(best: Found<Target>, fitting: readonly Found<Target>[]): Sentence | null {
  if (best.item.table !== null) return null;
  const alike = fitting.filter(
    ({ item, view, score }) =>
      view === best.view && item.span.startLine === best.item.span.startLine && score > best.score - ALIKE,
  );
  if (alike.length < 3) return null;
  const passage = best.view.ingested.passages.find(
    ({ span }) => span.startLine <= best.item.span.startLine && best.item.span.endLine <= span.endLine,
  );
  if (passage === undefined) return null;
  return (
    best.view
      .sentences(passage)
      .find(({ text }) => alike.every(({ item }) => text.includes(item.quote) || item.quote.includes(text))) ?? null
  );
}

const ALIKE = 0.04;

/** The best target of each document that sets the indicator, when the question does not say whose. */
function onePerDocument(
  fitting: readonly Found<Target>[],
  best: Found<Target>,
  understanding: Understanding,
): Found<Target>[] {
  if (understanding.scope.provinces.length === 1 || understanding.scope.ids.length === 1) return [best];
  const byDocument = new Map<DocumentView, Found<Target>>();
  for (const found of fitting) {
    if (found.score >= best.score - THRESHOLDS.tie && !byDocument.has(found.view)) byDocument.set(found.view, found);
  }
  return [...byDocument.values()].slice(0, 5);
}

function sideBySide(chosen: readonly Found<Target>[], understanding: Understanding): Draft {
  const lines = chosen.map(({ view, item }) =>
    claim(
      `- ${view.document.province ?? view.document.issuer ?? view.document.number}: ${indicatorInWords(item)} ${allValues(item, understanding.years)} (${[view.document.number, placeName(item.provisionPath)].filter((part) => part !== null).join(', ')})`,
      supportOfTarget(view, item),
    ),
  );
  return draft('clarify', [framing('Anh/chị hỏi tỉnh nào? Các văn bản đặt như sau:'), ...lines], {
    followUps: chosen.map(
      ({ view }) =>
        `${understanding.question.replace(/[?？\s]+$/u, '')} của ${view.document.province ?? view.document.number}?`,
    ),
    notes: ['definition_differs'],
  });
}

/** A sentence with a figure that holds clearly more of what is asked than any target read from the text. */
function betterSentence(understanding: Understanding, evidence: Evidence, best: Found<Target> | undefined) {
  const found = readable(evidence.sentences).find(
    ({ view, item, coverage }) =>
      !(asksForAim(understanding) && reportsResult(view, item)) &&
      coverage >= (countsThing(item, understanding) ? THRESHOLDS.sentence : THRESHOLDS.target) &&
      givesFigure(item, understanding),
  );
  if (found === undefined) return null;
  return best === undefined || found.coverage > best.coverage + SENTENCE_AHEAD ? found : null;
}

const SENTENCE_AHEAD = 0.2;

/** No figure stands in a sentence that holds the subject itself, but in another one of its article. */
function stated(understanding: Understanding, evidence: Evidence): Draft | null {
  if (askedKind(understanding) === null || understanding.wantsResult) return null;
  const sentences = evidence.sentences.filter(({ item }) => isOfYears(item, understanding));
  return composePassages(understanding, { ...evidence, sentences });
}

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
  const when = period === null ? '' : ` cho năm ${period}`;
  return [claim(`Văn bản không đặt chỉ tiêu${when}: ${indicatorInWords(item)}${elsewhere}, ${where}.`, support)];
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
