import type { Target } from '../../document/records.ts';
import { askedKind, statesFigure } from '../evidence/asked-kind.ts';
import type { DocumentView, Sentence } from '../evidence/document-view.ts';
import { type Evidence, exchanged, type Found } from '../evidence/evidence.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Understanding } from '../understand/understanding.ts';
import { allCases, allRows } from './cases.ts';
import { countedList, thingsBelow } from './counted-things.ts';
import { claim, type Draft, draft, framing } from './draft.ts';
import { enumerationStatements } from './enumerations.ts';
import { countsThing, givesFigure, isOfYears } from './figures-asked.ts';
import { MEASURES, TIMES } from './measures.ts';
import { composeNamedItems } from './named-items.ts';
import { partNotMeant, yearByYear } from './part-of-population.ts';
import { composePassages, fittingClauses, readable, sentenceStatement, wanted } from './passages.ts';
import { supportOfTarget } from './support.ts';
import { composeMonitored } from './target-groups.ts';
import { allValues, askedValues, indicatorInWords, targetStatements } from './target-in-words.ts';
import { ALIKE, listTargets } from './target-list.ts';
import { targetOfRow } from './target-of-row.ts';
import { asksForAim, measuresAsked, reportsResult, withinPlan, yearsOnTheWay } from './targets-asked.ts';
import { documentName, placeName } from './wording.ts';

/** What a document sets for an indicator; several documents that set it are asked about or answered side by side. */
export function composeTarget(understanding: Understanding, evidence: Evidence): Draft | null {
  const monitored = composeMonitored(understanding, evidence);
  if (monitored !== null) return monitored;
  const fitting = evidence.targets.filter(
    ({ item, coverage }) =>
      coverage >= THRESHOLDS.target &&
      (item.kind === 'result' || !understanding.wantsResult) &&
      (item.kind === 'target' || !asksForAim(understanding)) &&
      measuresAsked(item, understanding),
  );
  const [best] = fitting;
  const sentence = betterSentence(understanding, evidence, best);
  const isCounted = sentence !== null && countsThing(sentence.item, understanding);
  const items = best === undefined && !isCounted ? composeNamedItems(understanding, evidence) : null;
  if (items !== null && statesIn(items, understanding)) return items;
  const row = sentence === null ? null : targetOfRow(sentence);
  const isOther = row !== null && !measuresAsked(row.item, understanding);
  if (row !== null && !isOther) return answerOf(row, understanding);
  if (sentence !== null && (!isOther || isCounted)) {
    const { view, item } = sentence;
    return draft(
      'answered',
      (opensCount(understanding) ? enumerationStatements(view, item) : null) ??
        allRows(sentence, understanding) ??
        allCases(sentence, evidence, understanding) ?? [sentenceStatement(view, item, wanted(understanding))],
    );
  }
  if (best === undefined) {
    return (
      countedList(evidence) ??
      thingsBelow(understanding, evidence) ??
      stated(understanding, evidence) ??
      nearestRow(understanding, evidence)
    );
  }
  const several = listTargets(understanding, fitting);
  if (several !== null) return several;
  const chosen = onePerDocument(fitting, best, understanding);
  if (chosen.length > 1) return sideBySide(chosen, understanding);
  const whole = FROM_TO.test(` ${understanding.folded} `) ? sentenceOf(best) : null;
  if (whole !== null) return draft('answered', [sentenceStatement(best.view, whole, wanted(understanding))]);
  const siblings = lacksYear(best.item, understanding) ? null : sameClause(best, fitting);
  if (siblings !== null) return draft('answered', [sentenceStatement(best.view, siblings, wanted(understanding))]);
  return answerOf(best, understanding);
}

/** Do the items state the kind of thing asked for, a sum where a price is? */
function statesIn({ statements }: Draft, understanding: Understanding): boolean {
  const states = askedKind(understanding);
  return states === null || statements.some(({ text }) => states(text));
}

/** A figure that is no share and no measure may count the things listed below it. */
function opensCount({ askedUnit }: Understanding): boolean {
  return askedUnit === null || !(askedUnit === 'phan tram' || TIMES.has(askedUnit) || MEASURES.has(askedUnit));
}

function answerOf(found: Found<Target>, understanding: Understanding): Draft {
  const inTime = { ...found, item: withinPlan(found, understanding) };
  const part = partNotMeant(found.item, understanding) ?? yearByYear(found.item, understanding);
  if (part !== null) {
    const where = documentName(found.view.document);
    return draft('not_found', [
      framing(`Không tìm thấy số liệu riêng cho ${part} trong ${where}; số liệu gần nhất:`),
      ...targetStatements(inTime, understanding),
    ]);
  }
  return draft(statusOf(inTime, understanding), targetStatements(inTime, understanding));
}

function statusOf({ view, item }: Found<Target>, understanding: Understanding): Draft['status'] {
  if (lacksYear(item, understanding)) return 'not_found';
  return yearsOnTheWay(view, askedValues(item, understanding), understanding).length > 0 ? 'partial' : 'answered';
}

/** "Giảm từ bao nhiêu xuống bao nhiêu?": where it began stands beside the figure. */
const FROM_TO = / tu (?:bao nhieu|may) (?:[a-z]+ ){0,3}(?:xuong|len|den|con|toi) (?:[a-z]+ ){0,3}(?:bao nhieu|may) /;

/** The sentence of the text that a figure stands in; null for one of a table. */
function sentenceOf({ view, item }: Found<Target>): Sentence | null {
  const passage = item.table === null ? view.passageAt(item.span) : null;
  return passage === null ? null : (view.sentences(passage).find(({ text }) => text.includes(item.quote)) ?? null);
}

/** The best sentence with a figure is a row, but not for the part of the population asked about. */
function nearestRow(understanding: Understanding, evidence: Evidence): Draft | null {
  const nearest = readable(evidence.sentences).find(({ item }) => statesFigure(item.text));
  if (nearest === undefined || nearest.coverage < THRESHOLDS.sentence) return null;
  const row = targetOfRow(nearest);
  if (row === null || !measuresAsked(row.item, understanding)) return null;
  return partNotMeant(row.item, understanding) === null ? null : answerOf(row, understanding);
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
  // None can hold more than all of it, so the sentences need not be weighed.
  if (best !== undefined && best.coverage + SENTENCE_AHEAD >= 1) return null;
  const found = readable(evidence.sentences).find(
    ({ view, item, coverage }) =>
      !(asksForAim(understanding) && reportsResult(view, item)) &&
      coverage >= (countsThing(item, understanding) ? THRESHOLDS.sentence : THRESHOLDS.target) &&
      givesFigure(item, understanding) &&
      givesFigure({ ...item, text: fittingClauses(item.text, wanted(understanding)) }, understanding),
  );
  if (found === undefined) return null;
  return best === undefined || found.coverage > best.coverage + SENTENCE_AHEAD ? found : null;
}

const SENTENCE_AHEAD = 0.2;

/** No figure stands in a sentence that holds the subject itself, but in another one of its article. */
function stated(understanding: Understanding, evidence: Evidence): Draft | null {
  if (askedKind(understanding) === null || understanding.wantsResult) return null;
  const sentences = evidence.sentences.filter(({ item }) => isOfYears(item, understanding));
  return composePassages(understanding, exchanged(evidence, { sentences }));
}
