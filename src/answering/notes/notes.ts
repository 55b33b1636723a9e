import type { PolicyDocument } from '../../document/policy-document.ts';
import type { Note } from '../answer.ts';
import type { Draft } from '../compose/draft.ts';

/** What must be said beside an answer. */
export function notesFor(
  _draft: Draft,
  _context: { readonly asOf: string; readonly documents: readonly PolicyDocument[] },
): readonly Note[] {
  return [];
}
