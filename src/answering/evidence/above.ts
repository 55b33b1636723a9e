import type { Passage } from '../../document/passage.ts';
import type { ReadingOrder } from './reading-order.ts';

/** A heading-like bullet is short; a paragraph before a list says things of its own. */
const OPENER = 160;

/** The bullet an item of a list stands under; null for others. */
export function findOpener(passage: Passage, order: ReadingOrder): Passage | null {
  if (passage.kind !== 'bullet' || !passage.text.startsWith('+')) return null;
  const above = order.nearestAbove(passage, ({ kind, text }) => kind !== 'bullet' || !text.startsWith('+'));
  return above?.kind === 'bullet' && above.text.length <= OPENER ? above : null;
}

/** The heading a bullet or paragraph stands right under, in the same part of the document; null for others. */
export function findHeading(passage: Passage, order: ReadingOrder): Passage | null {
  if (passage.kind !== 'bullet' && passage.kind !== 'paragraph') return null;
  const above = order.nearestAbove(passage, ({ kind }) => kind !== passage.kind);
  return above?.kind === 'heading' && above.provisionPath.join('/') === passage.provisionPath.join('/') ? above : null;
}

/** The clause whose points a passage is one of; null for others. */
export function findLeadIn(passage: Passage, order: ReadingOrder): Passage | null {
  const last = passage.headingTrail.at(-1);
  if (last === undefined || !last.endsWith(':') || passage.kind === 'row') return null;
  return order.nearestAbove(passage, ({ text, kind }) => kind !== 'row' && text.endsWith(last));
}

/** A label that opens a paragraph: "3.", "b)", "Bước 6.". */
const LABELLED = /^(?:\d+(?:\.\d+)*[.)]|[a-zđ]\)|Bước \d+[.:]?)\s/u;

/** The labelled paragraph that an unlabelled one of the same provision goes on from; null for others. */
export function findContinued(passage: Passage, order: ReadingOrder): Passage | null {
  if (passage.kind !== 'paragraph' || passage.provisionPath.length === 0 || LABELLED.test(passage.text)) return null;
  const place = passage.provisionPath.join('/');
  const above = order.nearestAbove(
    passage,
    ({ kind, text, provisionPath }) => kind === 'heading' || provisionPath.join('/') !== place || LABELLED.test(text),
  );
  return above?.kind === 'paragraph' && above.provisionPath.join('/') === place ? above : null;
}
