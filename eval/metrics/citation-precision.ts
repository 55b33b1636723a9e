import type { GivenAnswer } from '../given-answer.ts';
import type { Gold } from '../question.ts';
import { overlaps } from './cited.ts';

/**
 * citation precision = citations that overlap a gold range / citations. Null without evidence or without citations.
 * Source: eval/README.md.
 */
export function citationPrecision(gold: Gold, answer: GivenAnswer): number | null {
  if (gold.evidence.length === 0 || answer.citations.length === 0) return null;
  const good = answer.citations.filter((citation) => gold.evidence.some((evidence) => overlaps(citation, evidence)));
  return good.length / answer.citations.length;
}
