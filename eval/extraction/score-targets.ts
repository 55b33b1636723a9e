import type { Target } from '../../src/document/records.ts';
import { fold } from '../../src/vietnamese/fold.ts';
import { bodyKey } from './bodies.ts';
import type { GoldTarget } from './gold.ts';
import { matchByLines, overlap } from './match.ts';
import { type FieldCheck, type RecordScore, recordScore } from './record-score.ts';

type GoldValue = Omit<GoldTarget, 'values'> &
  GoldTarget['values'][number] & {
    /** It stands in a table: the year is its column, and the fields are its cells. */
    readonly isRow: boolean;
  };
type ReadValue = Pick<Target, 'kind' | 'indicator' | 'parent' | 'group' | 'unit' | 'monitor'> &
  Target['values'][number] & { readonly startLine: number; readonly endLine: number };

/** Counted by value, so that it does not matter whether two values of a sentence are one record or two. */
export function scoreTargets(
  gold: readonly GoldTarget[],
  targets: readonly Target[],
): RecordScore & { readonly resultsAsTargets: number } {
  const wanted = gold.flatMap(({ values, ...target }) =>
    values.map((value) => ({ ...target, ...value, isRow: values.length > 1 || target.monitor.length > 0 })),
  );
  const read = targets.flatMap(({ values, span, ...target }) =>
    values.map((value) => ({ ...target, ...value, startLine: span.startLine, endLine: span.endLine })),
  );
  const matching = matchByLines<GoldValue, ReadValue>(wanted, read, sameValue);
  const results = wanted.filter(({ kind }) => kind === 'result');
  return {
    ...recordScore('target', matching, {
      nameGold: valueText,
      nameRead: valueText,
      checks: matching.pairs.flatMap(({ gold: value, read: found }) => checkFields(value, found)),
    }),
    resultsAsTargets: matching.spurious.filter(
      (value) => value.kind === 'target' && results.some((one) => overlap(one, value) && sameNumber(one, value)),
    ).length,
  };
}

function sameValue(gold: GoldValue, read: ReadValue): boolean {
  return (
    gold.kind === read.kind &&
    sameNumber(gold, read) &&
    bound(gold) === bound(read) &&
    (gold.number !== null || alike(gold.value, read.value)) &&
    // In prose the year may be the document's own period.
    (!gold.isRow || gold.period === read.period)
  );
}

function checkFields(gold: GoldValue, read: ReadValue): FieldCheck[] {
  const check = (field: string, wanted: string | null, found: string | null): FieldCheck => ({
    field,
    right: alike(wanted, found),
    finding: `${gold.startLine}: ${field} read as ${JSON.stringify(found)}, gold ${JSON.stringify(wanted)}`,
  });
  if (!gold.isRow) return [check('period', gold.period, read.period)];
  const bodies = (names: readonly string[]) => names.map(bodyKey).join('; ');
  return [
    check('indicator', gold.indicator, read.indicator),
    check('parent', gold.parent, read.parent),
    check('group', gold.group, read.group?.replace(/^\d+\.? /, '') ?? null),
    check('unit', gold.unit, read.unit),
    ...(gold.monitor.length === 0 ? [] : [check('monitor', bodies(gold.monitor), bodies(read.monitor))]),
  ];
}

/** "ít nhất 100%" of a whole says no more than "100%". */
function bound({ comparator, number }: Pick<ReadValue, 'comparator' | 'number'>): string | null {
  return comparator === '>=' && number === 100 ? '=' : comparator;
}

function sameNumber(a: Pick<ReadValue, 'number'>, b: Pick<ReadValue, 'number'>): boolean {
  return JSON.stringify(a.number) === JSON.stringify(b.number);
}

function alike(a: string | null, b: string | null): boolean {
  return fold(a ?? '').replace(/\s/g, '') === fold(b ?? '').replace(/\s/g, '');
}

function valueText({
  kind,
  period,
  value,
  indicator,
}: Pick<ReadValue, 'kind' | 'period' | 'value' | 'indicator'>): string {
  return `${kind} ${value ?? '-'} (${period ?? 'no period'}) ${indicator}`;
}
