import type { AnswerStatus } from '../src/answering/answer.ts';

/** A citation as far as evaluation looks at it. */
export interface GivenCitation {
  readonly quote: string;
  readonly file: string;
  readonly startLine: number;
  readonly endLine: number;
}

/** What came back for a question, whether asked in process or over HTTP. */
export interface GivenAnswer {
  readonly status: AnswerStatus;
  readonly text: string;
  readonly citations: readonly GivenCitation[];
  /** From asking to the complete answer, in milliseconds. */
  readonly latency: number;
}
