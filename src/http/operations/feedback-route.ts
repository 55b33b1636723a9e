import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv } from '../app-env.ts';
import { ProblemError } from '../problem.ts';
import { problemResponses } from '../problem-schema.ts';
import { PROBLEM_TEXTS } from '../problem-texts.ts';
import { strictJson } from '../strict-json.ts';
import type { AnswerIds } from './answer-ids.ts';
import type { Feedback, OperationsBook } from './operations-book.ts';

const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Nội dung dài quá ${most} ký tự.`)
    .optional()
    .transform((text) => (text === undefined || text === '' ? null : text));

/** Body of POST /api/feedback, and what the page's form sends. */
export const FeedbackBody = z
  .object({
    answerId: z.string('Cần trường answerId.').min(1, 'Cần trường answerId.').max(200),
    rating: z.enum(['up', 'down'], 'Đánh giá phải là "up" hoặc "down".'),
    reason: words(100),
    comment: words(1_000),
  })
  .openapi('Feedback');

export interface FeedbackDeps {
  readonly book: OperationsBook;
  readonly ids: AnswerIds;
}

/** Keeps feedback on an answer that was given here; a 404 problem for any other. */
export async function takeFeedback(feedback: Feedback, { book, ids }: FeedbackDeps): Promise<void> {
  if (!(await ids.isOurs(feedback.answerId))) {
    throw new ProblemError(404, PROBLEM_TEXTS.answerUnknown(feedback.answerId));
  }
  await book.addFeedback(feedback);
}

/** POST /api/feedback. */
export function addFeedbackRoute(app: OpenAPIHono<AppEnv>, deps: FeedbackDeps): void {
  const route = createRoute({
    method: 'post',
    path: '/api/feedback',
    summary: 'Phản hồi về một câu trả lời',
    middleware: strictJson(16 * 1024),
    request: { body: { required: true, content: { 'application/json': { schema: FeedbackBody } } } },
    responses: { 204: { description: 'Đã ghi nhận' }, ...problemResponses(400, 404, 413, 415, 429, 503) },
  });
  app.openapi(route, async (c) => {
    await takeFeedback(c.req.valid('json'), deps);
    return c.body(null, 204);
  });
}
