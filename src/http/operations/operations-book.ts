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

/** What the people who run the service read to make it better. Lists come newest first. */
export interface OperationsBook {
  addFeedback(feedback: Feedback): void;
  feedback(limit: number): readonly Dated<Feedback>[];
  addUnanswered(unanswered: Unanswered): void;
  unanswered(limit: number): readonly Dated<Unanswered>[];
  close(): void;
}
