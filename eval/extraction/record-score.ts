import type { Counts } from '../metrics/f1.ts';
import type { Matching } from './match.ts';

/** Whether one field of a matched record is right, and the sentence for the reader when it is not. */
export interface FieldCheck {
  readonly field: string;
  readonly right: boolean;
  readonly finding: string;
}

export interface FieldScore {
  readonly right: number;
  readonly of: number;
}

/** How the records of one type were read. */
export interface RecordScore {
  readonly counts: Counts;
  readonly checks: readonly FieldCheck[];
  /** What was missed, spurious or wrong, with lines. */
  readonly findings: readonly string[];
}

export function recordScore<G extends { startLine: number }, R extends { startLine: number }>(
  what: string,
  { counts, missed, spurious }: Matching<G, R>,
  options: {
    readonly nameGold: (gold: G) => string;
    readonly nameRead: (read: R) => string;
    readonly checks?: readonly FieldCheck[];
  },
): RecordScore {
  const { nameGold, nameRead, checks = [] } = options;
  return {
    counts,
    checks,
    findings: [
      ...missed.map((one) => `missed ${what} ${one.startLine}: ${nameGold(one)}`),
      ...spurious.map((one) => `spurious ${what} ${one.startLine}: ${nameRead(one)}`),
      ...checks.filter(({ right }) => !right).map(({ finding }) => `${what} ${finding}`),
    ],
  };
}

/** Right fields by name. */
export function countChecks(checks: readonly FieldCheck[]): Record<string, FieldScore> {
  const byField = Object.groupBy(checks, ({ field }) => field);
  return Object.fromEntries(
    Object.entries(byField).map(([field, group = []]) => [
      field,
      { right: group.filter(({ right }) => right).length, of: group.length },
    ]),
  );
}
