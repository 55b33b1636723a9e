import type { Passage } from '../../document/passage.ts';
import type { DocumentView, Sentence } from './document-view.ts';
import type { Found } from './evidence.ts';

/**
 * Where a regulation gives the value that a sentence of it is about: in the paragraphs of the same provision ("… được
 * hưởng mức hỗ trợ như sau:", "24 tháng tiền lương …"), else in the clause or heading it is a point of ("2. Mức 2, không
 * quá 30.000.000 đồng áp dụng đối với:"), the nearest first. Null when neither gives one; rows have their titles.
 */
export function valueNearby(found: Found<Sentence>, states: (sentence: Sentence) => boolean): Found<Sentence> | null {
  const { view, item } = found;
  if (item.passage.kind === 'row' || item.passage.provisionPath.length === 0) return null;
  for (const passage of [...beside(view, item.passage), ...above(view, item.passage)]) {
    const sentence = view.sentences(passage).find((one) => /\p{L}{2,} \p{L}/u.test(one.text) && states(one));
    if (sentence !== undefined) return { ...found, item: sentence };
  }
  return null;
}

/** What else the provision says: what follows first, then what stands before. */
function beside(view: DocumentView, passage: Passage): readonly Passage[] {
  const { passages } = view.ingested;
  const at = view.order.placeOf(passage);
  const own = pathOf(passage);
  const isOwn = (other: Passage) => other.kind !== 'row' && pathOf(other) === own;
  const after = passages.slice(at + 1, at + 1 + NEAR);
  const before = passages.slice(Math.max(0, at - NEAR), at);
  return [...after.filter(isOwn), ...before.filter(isOwn).reverse()];
}

/** How many passages are looked at on either side. */
const NEAR = 4;

/** The lead-in of the passage, then the text of each provision it stands in, the innermost first, below the outermost. */
function above(view: DocumentView, passage: Passage): readonly Passage[] {
  const leadIn = view.leadInOf(passage);
  const outer = passage.provisionPath.slice(1, -1).map((_, i) => passage.provisionPath.slice(0, i + 2).join('/'));
  const heads = outer
    .reverse()
    .flatMap((path) => view.ingested.passages.find((other) => other.kind !== 'row' && pathOf(other) === path) ?? []);
  return [...(leadIn === null ? [] : [leadIn]), ...heads];
}

const pathOf = ({ provisionPath }: Passage): string => provisionPath.join('/');
