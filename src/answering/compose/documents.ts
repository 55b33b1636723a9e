import type { DocumentView } from '../evidence/document-view.ts';
import { claim, type Draft, draft } from './draft.ts';
import { supportOfField } from './metadata.ts';
import { documentName, shorten } from './wording.ts';

const MOST = 10;

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
  const more = total > lines.length ? `, ${lines.length} văn bản đầu là` : '';
  return draft('answered', [claim(`Hiện có ${total} văn bản${more}:`, ...head.supports), head, ...rest]);
}
