import type { Judgement } from '../judgement.ts';
import { mean } from './mean.ts';

/**
 * robustness gap = share right among the questions as written − share right among the same questions mutated, over the
 * questions that are in both sets. Positive: the mutation costs answers.
 */
export function robustnessGap(written: readonly Judgement[], mutated: readonly Judgement[]): number | null {
  const mutatedById = new Map(mutated.map((judgement) => [judgement.question.id, judgement]));
  const both = written.filter(({ question }) => mutatedById.has(question.id));
  const before = mean(both.map(({ right }) => right));
  const after = mean(both.map(({ question }) => mutatedById.get(question.id)?.right ?? null));
  return before === null || after === null ? null : before - after;
}
