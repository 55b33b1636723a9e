import type { Entitlement } from '../../src/document/records.ts';
import type { GoldDocument } from './gold.ts';
import { matchByLines } from './match.ts';
import { type RecordScore, recordScore } from './record-score.ts';

/** Entitlements are worded freely, so they match by their lines alone; their strength is checked. */
export function scoreEntitlements(
  gold: NonNullable<GoldDocument['entitlements']>,
  entitlements: readonly Entitlement[],
): RecordScore {
  const wanted = gold.map((one) => ({ ...one, parts: true }));
  const read = entitlements.map(({ span, ...one }) => ({ ...one, startLine: span.startLine, endLine: span.endLine }));
  const matching = matchByLines(wanted, read, () => true);
  const name = ({ who, what }: Pick<Entitlement, 'who' | 'what'>) => `${who}: ${what}`;
  return recordScore('entitlement', matching, {
    nameGold: name,
    nameRead: name,
    checks: matching.pairs.map(({ gold: one, read: found }) => ({
      field: 'strength',
      right: one.strength === found.strength,
      finding: `${one.startLine}: strength read as ${found.strength}, gold ${one.strength}`,
    })),
  });
}
