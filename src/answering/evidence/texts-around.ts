import type { Assignment, Entitlement, Target } from '../../document/records.ts';
import type { DocumentView, Sentence } from './document-view.ts';
import type { Found } from './evidence.ts';

/** What speaks for a sentence: its passage with all that stands round it. */
export function textsOfSentence({ view, item: { passage } }: Found<Sentence>): readonly string[] {
  const around = [view.leadInOf(passage), view.continuedBy(passage), view.headingOf(passage), view.openerOf(passage)];
  return [
    passage.text,
    ...around.flatMap((above) => above?.text ?? []),
    ...textsAbove(view, passage.headingTrail),
    ...view.titlesOf(passage),
    ...(passage.table?.columns ?? []),
  ];
}

/** What speaks for a record: its quote and fields, and what stands above it. */
export function textsOfRecord({ view, item }: Found<Target | Assignment | Entitlement>): readonly string[] {
  const target = 'values' in item ? [item.parent, item.indicator, item.scope, item.unit, item.group] : [];
  const task = 'task' in item ? [item.task] : [];
  return [item.quote, ...task, ...target.filter((text) => text !== null), ...textsAbove(view, item.headingTrail)];
}

function textsAbove({ document }: DocumentView, trail: readonly string[]): readonly string[] {
  return document.title === null ? trail : [...trail, document.title];
}
