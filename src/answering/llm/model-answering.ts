import type { RewriteQuestion } from './rewrite-question.ts';
import type { WriteStatements } from './write-statements.ts';

/** What a language model does for answering: it words answers, and makes unclear questions clear. */
export interface ModelAnswering {
  readonly write: WriteStatements;
  readonly rewrite: RewriteQuestion;
  /** Time for a whole answer, from the question on; after it the engine's own answer is given. */
  readonly deadlineMs: number;
}

/** Ends with the reader's patience or with the deadline, whichever comes first. */
export function withinDeadline(signal: AbortSignal, deadlineMs: number): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]);
}
