import type { Note } from '../answer.ts';
import type { Draft } from '../compose/draft.ts';
import { agencyRenamedNotes } from './agency-renamed.ts';
import { definitionDiffersNotes } from './definition-differs.ts';
import { ocrDoubtNotes } from './ocr-doubt.ts';
import { periodEndedNotes } from './period-ended.ts';
import { plannedOnlyNotes } from './planned-only.ts';
import { provinceMergedNotes } from './province-merged.ts';
import { sourceTruncatedNotes } from './source-truncated.ts';
import { type NotesContext, type Subject, subjectOf } from './subject.ts';
import { supersededNotes } from './superseded.ts';

/** Most important first: what makes the answer itself doubtful comes before what changed around it. */
const KINDS: readonly ((subject: Subject) => readonly Note[])[] = [
  supersededNotes,
  definitionDiffersNotes,
  plannedOnlyNotes,
  sourceTruncatedNotes,
  periodEndedNotes,
  agencyRenamedNotes,
  ocrDoubtNotes,
  provinceMergedNotes,
];

const MOST = 4;

const WITHOUT: ReadonlySet<Draft['status']> = new Set<Draft['status']>(['chat', 'refused', 'out_of_scope']);

/**
 * What must be said beside an answer, as of a day, the most important first. `documents` is the metadata of the whole
 * corpus; the notes rest on it, on what the draft cites, and on the lexicons of agencies and provinces.
 */
export function notesFor(draft: Draft, context: NotesContext): readonly Note[] {
  if (WITHOUT.has(draft.status)) return [];
  const subject = subjectOf(draft, context);
  return KINDS.flatMap((notes) => notes(subject)).slice(0, MOST);
}
