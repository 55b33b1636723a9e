import type { DocumentView } from '../evidence/document-view.ts';
import { fitsNumber } from '../understand/document-mentions.ts';
import type { Understanding } from '../understand/understanding.ts';
import { type Draft, draft, framing } from './draft.ts';
import { aspectStatement } from './metadata.ts';

/** "Kế hoạch 230 và 9491 khác nhau gì?": nothing but the documents is named, so each is told by its day and title. */
export function compareDocuments(
  { mentions, concepts }: Pick<Understanding, 'mentions' | 'concepts'>,
  views: readonly DocumentView[],
): Draft | null {
  const named = documentsNamed({ mentions }, views);
  if (named.length < 2 || concepts.reduce((sum, { weight }) => sum + weight, 0) >= SUBJECT) return null;
  const lines = named.flatMap((view) => {
    const title = aspectStatement('title', view);
    return title === null ? [] : [{ ...title, text: `- ${title.text}` }];
  });
  return lines.length < 2 ? null : draft('answered', [framing('Từng văn bản ghi như sau:'), ...lines]);
}

/** The documents that a question names by number. */
export function documentsNamed(
  { mentions }: Pick<Understanding, 'mentions'>,
  views: readonly DocumentView[],
): readonly DocumentView[] {
  return views.filter(({ document: { number } }) =>
    mentions.some((mention) => number !== null && fitsNumber(mention, number)),
  );
}

/** What is looked for beside the documents, by weight, is a subject to compare. */
const SUBJECT = 2;
