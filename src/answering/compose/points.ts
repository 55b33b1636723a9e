import type { Agency } from '../../document/records.ts';
import { sharesLine } from '../../document/span.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Understanding } from '../understand/understanding.ts';
import { claim, type DraftStatement } from './draft.ts';
import { fittingClauses, wanted } from './passages.ts';
import { distinctSupports, supportAt, supportOfSentence } from './support.ts';
import { accordingTo, quoted, shorten, upperFirst } from './wording.ts';

/** "Chủ tịch … được giao việc “phê duyệt phương án đối với”: “tài sản là xe ô tô”": a lead-in with the point that fits. */
export function pointStatement(
  found: Evidence['assignments'][number],
  understanding: Understanding,
): DraftStatement | null {
  const { view, item, sentence } = found;
  const leadIn = sentence === null ? null : view.leadInOf(sentence.passage);
  if (sentence === null || leadIn === null || !sharesLine(leadIn.span, item.span)) return null;
  if (sharesLine(sentence.passage.span, item.taskSpan)) return null;
  const task = item.task.replace(/[\s:]+$/u, '');
  const point = fittingClauses(sentence.text.replace(/[.;]+$/u, ''), wanted(understanding));
  return claim(
    `${printedNames(item.lead)} được giao việc ${quoted(shorten(task, 240))}: ${quoted(shorten(point, 240))}, ${accordingTo(view.document, sentence.passage.provisionPath)}.`,
    ...distinctSupports([supportAt(view, leadIn.span, leadIn.headingTrail), supportOfSentence(view, sentence)]),
  );
}

/** The names of bodies as a sentence begins with them. */
export function printedNames(agencies: readonly Agency[]): string {
  return upperFirst(agencies.map((agency) => agency.name).join(', '));
}
