import { z } from 'zod';

/** Rows of feedback as a database gives them. */
export const FeedbackRows = z.array(
  z.object({
    at: z.string(),
    answerId: z.string(),
    rating: z.enum(['up', 'down']),
    reason: z.string().nullable(),
    comment: z.string().nullable(),
  }),
);

/** Rows of unanswered questions as a database gives them. */
export const UnansweredRows = z.array(
  z.object({
    at: z.string(),
    question: z.string(),
    status: z.enum(['answered', 'partial', 'clarify', 'not_found', 'out_of_scope', 'refused', 'chat']),
  }),
);
