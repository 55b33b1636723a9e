import type { TableRow } from '../document/passage.ts';
import type { IsoDate } from '../document/policy-document.ts';
import type { Span } from '../document/span.ts';

/** Every way an answer can end. */
export type AnswerStatus = 'answered' | 'partial' | 'clarify' | 'not_found' | 'out_of_scope' | 'refused' | 'chat';

export type NoteKind =
  | 'superseded'
  | 'period_ended'
  | 'agency_renamed'
  | 'province_merged'
  | 'source_truncated'
  | 'ocr_doubt'
  | 'definition_differs'
  | 'planned_only';

export interface Note {
  readonly kind: NoteKind;
  readonly text: string;
  /** Legal basis or provision the note rests on. */
  readonly basis: string | null;
}

/** A verbatim quote with where it stands. `n` counts from 1 within an answer. */
export interface Citation {
  readonly n: number;
  readonly documentId: string;
  readonly documentNumber: string | null;
  readonly documentTitle: string | null;
  readonly issuer: string | null;
  readonly issuedOn: IsoDate | null;
  readonly headingTrail: readonly string[];
  readonly quote: string;
  readonly source: { readonly file: string; readonly startLine: number; readonly endLine: number };
  readonly span: Span;
  readonly table: TableRow | null;
  /** `/van-ban/<id>#L<startLine>` */
  readonly url: string;
}

/** One sentence or list line of an answer, with the numbers of the citations it rests on. */
export interface Statement {
  readonly text: string;
  readonly citations: readonly number[];
}

export interface Answer {
  readonly id: string;
  readonly status: AnswerStatus;
  /** The statements with their `[n]` markers. */
  readonly text: string;
  readonly statements: readonly Statement[];
  readonly citations: readonly Citation[];
  readonly notes: readonly Note[];
  readonly followUps: readonly string[];
  readonly mode: 'extractive' | 'llm';
  /** The stand-alone question that was answered, after follow-ups were resolved. */
  readonly standaloneQuestion: string;
}
