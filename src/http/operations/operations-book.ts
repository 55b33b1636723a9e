import type { AnswerStatus } from '../../answering/answer.ts';

/** What a reader thought of an answer. */
export interface Feedback {
  readonly answerId: string;
  readonly rating: 'up' | 'down';
  readonly reason: string | null;
  readonly comment: string | null;
}

/** A question that got no full answer: what the collection lacks. Who asked is not kept. */
export interface Unanswered {
  readonly question: string;
  readonly status: AnswerStatus;
}

export type Dated<T> = T & { readonly at: string };

/** Rows kept of each kind: a flood must not fill the disk. */
export const MOST_ROWS = 10_000;

/** What the people who run the service read to make it better. Lists come newest first. */
export interface OperationsBook {
  addFeedback(feedback: Feedback): Promise<void>;
  feedback(limit: number): Promise<readonly Dated<Feedback>[]>;
  addUnanswered(unanswered: Unanswered): Promise<void>;
  unanswered(limit: number): Promise<readonly Dated<Unanswered>[]>;
  /** What the ids of answers are sealed with; the same as long as the book is kept. */
  answerKey(): Promise<Uint8Array>;
  close(): void;
}
