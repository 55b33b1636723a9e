import type { Gold } from '../question.ts';
import { overlaps } from './cited.ts';

/** A retrieved entry by the lines it was read from. */
export interface PlacedHit {
  readonly file: string;
  readonly startLine: number;
  readonly endLine: number;
}

/** Rank (from 1) of the first hit that overlaps a gold range; null when none does. */
export function firstRank(gold: Gold, hits: readonly PlacedHit[]): number | null {
  const index = hits.findIndex((hit) => gold.evidence.some((evidence) => overlaps({ ...hit, quote: '' }, evidence)));
  return index === -1 ? null : index + 1;
}

/** hit@k: 1 when a gold range is among the first k hits, else 0. */
export function hitAt(k: number, rank: number | null): number {
  return rank !== null && rank <= k ? 1 : 0;
}

/** Reciprocal rank: 1 / rank of the first gold hit, 0 without one; its mean over questions is the MRR. */
export function reciprocalRank(rank: number | null): number {
  return rank === null ? 0 : 1 / rank;
}
