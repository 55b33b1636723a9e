import type { DocumentView, Sentence } from '../evidence/document-view.ts';
import type { Evidence, Found } from '../evidence/evidence.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Understanding } from '../understand/understanding.ts';
import { claim, type Draft, draft, framing } from './draft.ts';
import { supportOfField } from './metadata.ts';
import { fittingClauses, readable, wanted } from './passages.ts';
import { supportOfSentence } from './support.ts';
import { documentName, placeName, quoted, shorten } from './wording.ts';

const MOST = 10;

/** The documents that say something of what is asked, each with the sentence that says most of it. */
export function composeDocumentsOn(understanding: Understanding, evidence: Evidence): Draft | null {
  const best = new Map<DocumentView, Found<Sentence>>();
  for (const found of readable(evidence.sentences)) {
    if (found.coverage >= THRESHOLDS.sentence && !best.has(found.view)) best.set(found.view, found);
  }
  const lines = [...best.values()].slice(0, MOST).map(({ view, item }) => {
    const place = placeName(item.passage.provisionPath);
    const where = [documentName(view.document), place].filter((part) => part !== null).join(', ');
    return claim(
      `- ${where}: ${quoted(fittingClauses(item.text, wanted(understanding), SHORT))}`,
      supportOfSentence(view, item),
    );
  });
  return lines.length === 0 ? null : draft('answered', [framing('Các văn bản nói về nội dung này:'), ...lines]);
}

/** A sentence longer than this is shown by its fitting clauses. */
const SHORT = 220;

/** Which documents there are: a line for each with its title. */
export function composeDocuments(views: readonly DocumentView[], total: number): Draft | null {
  const [first] = views;
  if (first === undefined) return null;
  const lines = views.slice(0, MOST).map((view) => {
    const supports = [supportOfField(view, 'number'), supportOfField(view, 'title')].filter(
      (support) => support !== null,
    );
    const title = view.document.title === null ? '' : `: ${shorten(view.document.title, 160)}`;
    return claim(`- ${documentName(view.document)}${title}`, ...supports);
  });
  const [head, ...rest] = lines;
  if (head === undefined) return null;
  const all = `Hiện có ${total} văn bản`;
  // Of all there are more than the lines show, which no place states.
  const opening =
    total > lines.length ? framing(`${all}, ${lines.length} văn bản đầu là:`) : claim(`${all}:`, ...head.supports);
  return draft('answered', [opening, head, ...rest]);
}
