import type { PolicyDocument } from '../../src/document/policy-document.ts';
import type { Target } from '../../src/document/records.ts';
import type { SourceText } from '../../src/document/source-text.ts';
import { type Quantity, readQuantities } from '../../src/vietnamese/numbers.ts';
import type { PlacedBlock } from '../placed-block.ts';
import { baseOf, type Draft, isPlacedText, type PlacedText, partSpan } from './evidence.ts';
import { figurePeriods, inheritedPeriod, openingLine } from './figure-period.ts';
import { figureKind } from './figure-scene.ts';
import { type Before, levelOf, readIndicator, sharedPredicate } from './indicator.ts';
import { labelEnd } from './labels.ts';
import { type Stretch, sentences } from './sentences.ts';

interface Context {
  readonly document: PolicyDocument;
  readonly source: SourceText;
}

/** A figure of a sentence with what it was found to measure. */
export interface Figure {
  readonly quantity: Quantity;
  readonly indicator: string;
  readonly parent: string | null;
  readonly scope: string | null;
  readonly period: string | null;
  readonly kind: 'target' | 'result';
}

/** One record per figure that running text sets or reports. */
export function readProseTargets(blocks: readonly PlacedBlock[], context: Context): Draft<Target>[] {
  return blocks.filter(isPlacedText).flatMap((placed, i, all) => {
    if (placed.part !== 'body' || (placed.role === 'heading' && !/%/.test(placed.block.text))) return [];
    const opening = openingLine(placed, all.slice(Math.max(0, i - 12), i));
    const inherited = inheritedPeriod(placed, opening);
    const text = placed.block.text;
    return sentences(text, labelEnd(text)).flatMap((sentence) =>
      readSentence(placed, sentence, { ...context, inherited, opening }).map((figure) =>
        draftOf(placed, sentence, figure, context.source),
      ),
    );
  });
}

/** The figures of a text that is no paragraph: the indicator cell of a table without value columns. */
export function readFigures(
  placed: PlacedBlock,
  text: string,
  context: { readonly document: PolicyDocument; readonly inherited: string | null },
): Figure[] {
  return sentences(text).flatMap((sentence) => readSentence(placed, sentence, { ...context, opening: null }));
}

function readSentence(
  placed: PlacedBlock,
  sentence: Stretch,
  {
    document,
    inherited,
    opening,
  }: Pick<Context, 'document'> & { readonly inherited: string | null; readonly opening: string | null },
): Figure[] {
  const { text } = sentence;
  const quantities = governed(text, readQuantities(text));
  const periods = figurePeriods(text, quantities);
  const figures: Figure[] = [];
  let previous: Before | null = null;
  let from = 0;
  for (const [i, quantity] of quantities.entries()) {
    const next = quantities[i + 1];
    const before = text.slice(Math.min(from, quantity.start), quantity.start);
    const after = text.slice(Math.min(quantity.unitEnd, text.length), next?.start ?? text.length);
    const period = periods[i] ?? inherited;
    const clauseStart = text.lastIndexOf(';', quantity.start) + 1;
    const clauseEnd = text.indexOf(';', quantity.end);
    const clause = text.slice(clauseStart, clauseEnd === -1 ? text.length : clauseEnd);
    const scene = {
      placed,
      document,
      sentence: text,
      clause,
      before: text.slice(clauseStart, quantity.start),
      after,
      period,
      opening,
    };
    const kind = figureKind(quantity, scene);
    if (kind === null) continue;
    const read = readIndicator({
      figure: quantity,
      before,
      after: afterOf(text, quantity, quantities.slice(i + 1)),
      previous,
    });
    if (read === null) continue;
    const { indicator, parent, scope } = read;
    figures.push({ quantity, indicator, parent, scope, period, kind });
    previous = { indicator, level: levelOf(indicator) };
    from = quantity.unitEnd + read.usedAfter;
  }
  return withSharedPredicates(text, figures);
}

/** The noun phrase after a figure may run over figures that are none (ages), but not over the next percentage. */
function afterOf(text: string, quantity: Quantity, later: readonly Quantity[]): string {
  const next = later.find((other) => !/^(?:tuổi|tháng)/u.test(other.unit ?? ''));
  if (next === undefined) return text.slice(quantity.unitEnd);
  const upTo = text.slice(quantity.unitEnd, next.start);
  const joint = upTo.match(/(?:,|;|\svà|\strong đó)[^,;]*$/iu)?.index;
  return /^[^,;]*$/.test(upTo) || joint === undefined ? upTo : upTo.slice(0, lastJoint(upTo));
}

function lastJoint(text: string): number {
  const joints = [...text.matchAll(/,\s|;|\svà\s/gu)];
  return joints.at(-1)?.index ?? text.length;
}

/** "ít nhất 50% …, 88% …, 71% …": the comparator of the first item governs the list up to the semicolon. */
function governed(text: string, quantities: readonly Quantity[]): Quantity[] {
  let governing: Quantity | null = null;
  return quantities.map((quantity) => {
    const joint = governing === null ? '' : text.slice(governing.unitEnd, quantity.start);
    const inList =
      governing !== null &&
      !/[;.(]/.test(joint) &&
      /,\s*(?:và\s+)?$|\svà\s+$/u.test(joint) &&
      quantity.unit === governing.unit;
    if (inList && governing !== null && quantity.comparator === '=') {
      const same = { ...quantity, comparator: governing.comparator };
      governing = { ...governing, unitEnd: quantity.unitEnd };
      return same;
    }
    governing = quantity.comparator === '>=' && /ít nhất|tối thiểu/iu.test(quantity.value) ? quantity : null;
    return quantity;
  });
}

/** Items of a list before the last one take its predicate: "Trường Tiểu học đạt chuẩn quốc gia". */
function withSharedPredicates(text: string, figures: readonly Figure[]): Figure[] {
  return figures.map((figure, i) => {
    if (sharedPredicate(figure.indicator) !== null) return figure;
    for (const later of figures.slice(i + 1)) {
      const joint = text.slice(figure.quantity.unitEnd, later.quantity.start);
      if (/[;.]/.test(joint) || later.quantity.unit !== figure.quantity.unit || figure.quantity.unit !== '%')
        return figure;
      if (!text.slice(figure.quantity.unitEnd).trimStart().startsWith(figure.indicator.slice(0, 12))) return figure;
      const predicate = sharedPredicate(later.indicator);
      if (predicate !== null && !later.indicator.startsWith(predicate.trim()))
        return { ...figure, indicator: `${figure.indicator}${predicate}` };
    }
    return figure;
  });
}

function draftOf(placed: PlacedText, sentence: Stretch, figure: Figure, source: SourceText): Draft<Target> {
  const { quantity } = figure;
  const span = partSpan(source, placed.block, sentence.start, sentence.end);
  return {
    ...baseOf(source, placed, span),
    kind: figure.kind,
    indicator: figure.indicator,
    parent: figure.parent,
    group: null,
    unit: quantity.unit,
    scope: figure.scope,
    values: [{ period: figure.period, comparator: boundOf(figure), value: quantity.value, number: quantity.number }],
    monitor: [],
    table: null,
    monitorSpan: null,
  };
}

/** "phát triển từ 05 bộ dữ liệu" aims at no fewer; a result "từ 17,39%" is where a change began. */
function boundOf({ kind, quantity }: Figure): Quantity['comparator'] {
  return kind === 'target' && quantity.from && quantity.comparator === '=' ? '>=' : quantity.comparator;
}
