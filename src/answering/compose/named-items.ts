import type { Passage } from '../../document/passage.ts';
import { termsOf } from '../../vietnamese/phrase-book.ts';
import { MOST_SENTENCES, remembered } from '../../vietnamese/remembered.ts';
import { bigrams } from '../../vietnamese/tokens.ts';
import { headingsOf } from '../evidence/contexts.ts';
import { coverage } from '../evidence/coverage.ts';
import type { DocumentView } from '../evidence/document-view.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { termSetOf } from '../evidence/term-set.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Understanding } from '../understand/understanding.ts';
import { type Draft, draft } from './draft.ts';
import { enumerationStatements, itemsBelow, linesOf } from './enumerations.ts';
import { MEASURES, TIMES } from './measures.ts';
import { readable } from './passages.ts';

/** A list of a document: the line that opens it, and its items. */
interface ItemList {
  readonly opening: Passage;
  readonly items: readonly string[];
}

/**
 * "Có bao nhiêu hạt kiểm lâm?", "cho những hộ nào?": the items of a list that begin with the very noun asked for; all of
 * them where the line that opens the list says that they are such.
 */
export function composeNamedItems(understanding: Understanding, evidence: Evidence): Draft | null {
  const nouns = nounsAsked(understanding.folded);
  if (nouns.length === 0 || !(understanding.scope.named || understanding.scope.ids.length === 1)) return null;
  const least = (readable(evidence.sentences)[0]?.coverage ?? 0) - BEHIND;
  const found = evidence.views.flatMap((view) =>
    listsOf(view).flatMap((list) => {
      const named = longestNamed(list, nouns);
      return named === null ? [] : [{ view, list, ...named, held: listHeld(understanding, view, list, named.noun) }];
    }),
  );
  const [best] = found.sort((a, b) => b.held - a.held || b.share - a.share);
  if (best === undefined || best.held < Math.max(least, THRESHOLDS.target)) return null;
  if (asksOfOne(understanding, best)) return null;
  const isOfKind = ` ${termsOf(best.list.opening.text).join(' ')} `.includes(` ${best.noun.join(' ')} `);
  const [opening] = best.view.sentences(best.list.opening);
  const statements =
    opening === undefined
      ? null
      : enumerationStatements(best.view, opening, (item) => isOfKind || beginsWith(item, best.noun));
  return statements === null ? null : draft('answered', statements);
}

/** A list whose items are what is asked for is meant, though a sentence may hold somewhat more of the question. */
const BEHIND = 0.25;

/** How many words a noun may have, and how many items must begin with it; with one of a single word half of the list. */
const NOUN = 4;
const FEWEST = 2;
const SHARE = 0.5;

/** "Hạt Kiểm lâm Dân Hóa có những trạm nào?" asks for the items of one hạt: neighbours of the question stand in a few of them alone. */
function asksOfOne(
  { folded, scope }: Understanding,
  { view, list, noun }: { readonly view: DocumentView; readonly list: ItemList; readonly noun: readonly string[] },
): boolean {
  const { opening, items } = list;
  const above = [view.document.title ?? '', ...opening.headingTrail, opening.text];
  const general = new Set(bigrams(termsOf([...above, noun.join(' '), ...scope.provinces].join(' . '))));
  const own = bigrams(folded.split(' ')).filter((pair) => !general.has(pair));
  const holding = items.filter((item) => bigrams(termsOf(item)).some((pair) => own.includes(pair)));
  const named = items.filter((item) => beginsWith(item, noun)).length;
  return holding.length > 0 && holding.length < SHARE * named;
}

/** What follows "bao nhiêu", "những" …: the words a noun may consist of, the longest first. */
function nounsAsked(folded: string): readonly (readonly string[])[] {
  const asked = [...`${folded} `.matchAll(/(?:^| )(?:bao nhieu|may|nhung|cac|ke ten) (?=((?:[a-z]+ ){1,4}))/g)];
  return asked.flatMap(([, words = '']) => {
    const terms = words.trim().split(' ');
    const [first = ''] = terms;
    if (TIMES.has(first) || MEASURES.has(first) || ASKING.has(first)) return [];
    const end = terms.findIndex((term) => ASKING.has(term));
    return [(end === -1 ? terms : terms.slice(0, end)).slice(0, NOUN)];
  });
}

const ASKING: ReadonlySet<string> = new Set(['nao', 'gi', 'ai', 'tien', 'nguoi', 'phan']);

/** The items that begin with as many words of a noun as enough of them share. */
function longestNamed(
  { items }: ItemList,
  nouns: readonly (readonly string[])[],
): { readonly noun: readonly string[]; readonly share: number } | null {
  for (const words of nouns) {
    for (let length = words.length; length > 0; length--) {
      const noun = words.slice(0, length);
      const named = items.filter((item) => beginsWith(item, noun)).length;
      if (named >= FEWEST && (length > 1 || named >= SHARE * items.length))
        return { noun, share: named / items.length };
    }
  }
  return null;
}

/** How much of what is asked the list holds by its opening, its headings, its document, and by what its items are. */
function listHeld(
  { concepts }: Understanding,
  view: DocumentView,
  { opening }: ItemList,
  noun: readonly string[],
): number {
  return coverage(concepts, termSetOf(`${opening.text} . ${noun.join(' ')}`), [
    { terms: view.titleTerms, weight: WHOLE },
    { terms: headingsOf(view, opening.headingTrail), weight: WHOLE },
  ]);
}

/** What the document and the headings say need not be said again by the line that opens a list. */
const WHOLE = 0.9;

/** The lists of a document; the same whatever is asked. */
function listsOf(view: DocumentView): readonly ItemList[] {
  const known = LISTS.get(view);
  if (known !== undefined) return known;
  const lists = view.ingested.passages.flatMap((opening) => {
    if (!/:\s*$/u.test(opening.text) && opening.kind !== 'heading') return [];
    const items = itemsBelow(view, opening);
    if (items.length < FEWEST || items.some(({ kind }) => kind === 'row' || kind === 'heading')) return [];
    return [{ opening, items: items.flatMap((item) => linesOf(item, opening).map(({ text }) => text)) }];
  });
  LISTS.set(view, lists);
  return lists;
}

const LISTS = new WeakMap<DocumentView, readonly ItemList[]>();

function beginsWith(item: string, noun: readonly string[]): boolean {
  const begins = beginningOf(item);
  return noun.every((term, i) => begins[i] === term);
}

/** The first words of an item, folded, without its mark. */
const beginningOf = remembered(
  (item) => termsOf(item.replace(/^(?:[-+•]|\p{L}\)|\d+(?:\.\d+)*[.)])\s+/u, '').slice(0, BEGINNING)).slice(0, NOUN),
  MOST_SENTENCES,
);

/** Characters that hold the first words of an item. */
const BEGINNING = 60;
