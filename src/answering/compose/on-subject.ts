import { contextsOf, headingsOf } from '../evidence/contexts.ts';
import { coverage } from '../evidence/coverage.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Understanding } from '../understand/understanding.ts';

/**
 * "Ai quản lý quỹ nhà ở xã hội?" is not answered by who manages another fund: where one phrase is nearly half of what is
 * asked, the task, its headings or its document say it.
 */
export function isOnSubject(
  { view, item, sentence }: Evidence['assignments'][number],
  { concepts }: Understanding,
): boolean {
  const [subject] = concepts.toSorted((a, b) => b.weight - a.weight);
  const whole = concepts.reduce((sum, { weight }) => sum + weight, 0);
  if (subject === undefined || !subject.label.includes(' ') || subject.weight < SUBJECT * whole) return true;
  const task = view.terms(item, () => `${item.task} . ${item.quote}`);
  const own =
    sentence === null ? [] : [sentence.terms, ...contextsOf(view, sentence.passage).map(({ terms }) => terms)];
  return [task, view.titleTerms, headingsOf(view, item.headingTrail), ...own].some(
    (terms) => coverage([subject], terms) >= THRESHOLDS.sentence,
  );
}

const SUBJECT = 0.4;
