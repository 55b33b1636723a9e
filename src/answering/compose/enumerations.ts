import type { Passage } from '../../document/passage.ts';
import type { DocumentView, Sentence } from '../evidence/document-view.ts';
import { claim, type DraftStatement, MOST_LINES } from './draft.ts';
import { supportAt, supportOfSentence } from './support.ts';
import { accordingTo, quoted, shorten, upperFirst } from './wording.ts';

/** How many items are shown, and how long each may be; of a long list each is shown shorter. */
const LONG = 12;
const ITEM = { few: 220, many: 120 };

/** The items an opening sentence announces: the bullets, points or rows right below it. */
export function itemsBelow(view: DocumentView, opening: Passage): readonly Passage[] {
  const { passages } = view.ingested;
  const from = view.order.placeOf(opening) + 1;
  const items: Passage[] = [];
  let level: string | null = null;
  const own = opening.kind === 'bullet' ? (/^[-+•*]/u.exec(opening.text)?.[0] ?? null) : null;
  for (const passage of passages.slice(from)) {
    if (passage.kind === 'heading' && !isBelow(passage, opening)) break;
    const mark = markOf(passage, opening);
    if (mark === null || (level !== null && mark !== level && (mark === own || mark === 'plain'))) break;
    level ??= mark;
    if (mark === level) items.push(passage);
    if (mark === 'plain' && passage.text.endsWith('.')) break;
  }
  return items.length >= 2 ? items : [];
}

/** What kind of item a passage is below the opening: a bullet's mark, or "point"; null where the list ends. */
function markOf(passage: Passage, opening: Passage): string | null {
  if (passage.kind === 'bullet') return /^[-+•*]/u.exec(passage.text)?.[0] ?? '-';
  if (isBelow(passage, opening)) return 'point';
  if (passage.kind === 'row') return 'row';
  return isPlainItem(passage, opening) ? 'plain' : null;
}

/** "Phòng Hành chính;" right under "2. Các phòng chuyên môn:": a short paragraph of the same place that a semicolon or full stop ends. */
function isPlainItem({ kind, text, provisionPath }: Passage, opening: Passage): boolean {
  return (
    kind === 'paragraph' &&
    text.length <= PLAIN &&
    /[;.]$/u.test(text) &&
    provisionPath.join('/') === opening.provisionPath.join('/')
  );
}

const PLAIN = 200;

/** What an item is shown as: "Phòng A; Phòng B;" on one line are two. */
export function linesOf(item: Passage, opening: Passage): readonly { readonly item: Passage; readonly text: string }[] {
  const texts = isPlainItem(item, opening) ? item.text.split(/;\s+/u) : [item.text];
  return texts.map((text) => ({ item, text }));
}

function isBelow(passage: Passage, opening: Passage): boolean {
  const { provisionPath: path } = opening;
  return passage.provisionPath.length > path.length && path.every((label, i) => passage.provisionPath[i] === label);
}

/** "- Nâng cao hiệu quả chăm sóc sức khoẻ nhân dân": a bullet of one line without a stop is the title of those below it. */
function isTitleBullet({ passage, text }: Sentence): boolean {
  return passage.kind === 'bullet' && text.startsWith('-') && text === passage.text && !/[.;]\s*$/u.test(text);
}

/** "Nơi nhận kết quả." right above bullets: a line of a few words that is all of its paragraph is the title of those below it. */
function isTitleLine(view: DocumentView, { passage, text }: Sentence): boolean {
  if (passage.kind !== 'paragraph' || text !== passage.text || text.length > TITLE_LINE) return false;
  return view.ingested.passages[view.order.placeOf(passage) + 1]?.kind === 'bullet';
}

const TITLE_LINE = 40;

/** The opening and its items, counted, an item a line; of those the ones meant. Null when the sentence announces no list. */
export function enumerationStatements(
  view: DocumentView,
  sentence: Sentence,
  isMeant: (item: string) => boolean = () => true,
): DraftStatement[] | null {
  // "… ban hành Kế hoạch … như sau:" announces the whole document, not a list.
  if (sentence.passage.provisionPath.length === 0 && view.ingested.outline.length > 0) return null;
  const announces =
    /[:：]\s*$/u.test(sentence.text) || sentence.passage.kind === 'heading' || isTitleLine(view, sentence);
  const items = announces || isTitleBullet(sentence) ? itemsBelow(view, sentence.passage) : [];
  if (items.length === 0 || (!announces && items.some(({ text }) => !text.startsWith('+')))) return null;
  const all = items.flatMap((item) => linesOf(item, sentence.passage));
  const lines = all.filter(({ text }) => isMeant(text));
  const shown = lines.slice(0, MOST_LINES);
  const includes = lines.length < all.length ? 'trong đó có' : 'gồm';
  const count = lines.length > shown.length ? `trong đó ${shown.length} mục đầu` : `${includes} ${shown.length} mục`;
  const most = shown.length > LONG ? ITEM.many : ITEM.few;
  const opening = sentence.text.replace(/^(?:[-+•]|\p{L}\)|\d+(?:\.\d+)*\.)\s+/u, '');
  return [
    claim(
      `${upperFirst(accordingTo(view.document, sentence.passage.provisionPath))}: ${quoted(shorten(opening, 300))}, ${count}:`,
      supportOfSentence(view, sentence),
    ),
    ...shown.map(({ item, text }) =>
      claim(
        `- ${itemInWords(shorten(text.replace(/^[-+•]\s+/u, '').replace(/[;.]$/u, ''), most))}`,
        supportAt(view, item.span, item.headingTrail),
      ),
    ),
  ];
}

/** An item begins with a capital, but for its label: "a) quyết định …". */
function itemInWords(text: string): string {
  return /^\p{L}{1,2}\)/u.test(text) ? text : upperFirst(text);
}
