import type { Target } from '../../document/records.ts';
import { sharesLine } from '../../document/span.ts';
import type { Sentence } from '../evidence/document-view.ts';
import type { Found } from '../evidence/evidence.ts';

/** The target that a table row was read as. */
export function targetOfRow({ view, item, score, coverage }: Found<Sentence>): Found<Target> | null {
  if (item.passage.kind !== 'row') return null;
  const target = view.ingested.targets.find(({ span, table }) => table !== null && sharesLine(span, item.passage.span));
  return target === undefined ? null : { view, item: target, score, coverage };
}
