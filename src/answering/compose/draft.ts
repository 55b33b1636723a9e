import type { TableRow } from '../../document/passage.ts';
import type { Span } from '../../document/span.ts';
import type { AnswerStatus, NoteKind } from '../answer.ts';
import type { DocumentView } from '../evidence/document-view.ts';

/** A place in a document that a statement rests on. */
export interface Support {
  readonly view: DocumentView;
  readonly span: Span;
  readonly headingTrail: readonly string[];
  readonly table: TableRow | null;
}

/** A sentence or list line before verification. */
export interface DraftStatement {
  readonly text: string;
  readonly supports: readonly Support[];
  /** claim: must hold in its supports; framing: connects, declines or greets and states nothing a document says. */
  readonly kind: 'claim' | 'framing';
}

/** How many lines of a list an answer shows; of a longer one it says that these are the first. */
export const MOST_LINES = 40;

/** An answer before verification. */
export interface Draft {
  readonly status: AnswerStatus;
  readonly statements: readonly DraftStatement[];
  readonly followUps: readonly string[];
  /** Notes the composer alone can know of; the others follow from what is cited. */
  readonly notes: readonly NoteKind[];
  /** Canonical names of the agencies the answer names. */
  readonly agencies: readonly string[];
  /** Provinces of which is asked what became of them; empty for other questions. */
  readonly provinces: readonly string[];
}

/** A statement that must hold in what it cites. */
export function claim(text: string, ...supports: readonly Support[]): DraftStatement {
  return { text, supports, kind: 'claim' };
}

/** A sentence that states nothing a document says. */
export function framing(text: string, ...supports: readonly Support[]): DraftStatement {
  return { text, supports, kind: 'framing' };
}

/** A draft with the usual rest. */
export function draft(
  status: AnswerStatus,
  statements: readonly DraftStatement[],
  rest: Partial<Pick<Draft, 'followUps' | 'notes' | 'agencies' | 'provinces'>> = {},
): Draft {
  return { status, statements, followUps: [], notes: [], agencies: [], provinces: [], ...rest };
}
