import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv, AppMiddleware } from '../app-env.ts';
import { problemResponses } from '../problem-schema.ts';
import { count } from '../reading/query.ts';
import { ADMIN_SECURITY } from './admin-security.ts';
import { FeedbackRows, UnansweredRows } from './book-rows.ts';
import type { OperationsBook } from './operations-book.ts';

const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } });

/** What readers thought and what stayed unanswered, for administrators. */
export function addBookRoutes(app: OpenAPIHono<AppEnv>, admin: AppMiddleware, book: OperationsBook): void {
  const query = z.object({ limit: count(100, 1_000) });
  const feedback = createRoute({
    method: 'get',
    path: '/api/admin/feedback',
    summary: 'Phản hồi của người dùng, mới nhất trước',
    security: ADMIN_SECURITY,
    middleware: admin,
    request: { query },
    responses: {
      200: { description: 'Phản hồi', content: json(z.object({ items: FeedbackRows })) },
      ...problemResponses(400, 401, 404, 429, 503),
    },
  });
  app.openapi(feedback, async (c) => c.json({ items: [...(await book.feedback(c.req.valid('query').limit))] }, 200));

  const unanswered = createRoute({
    method: 'get',
    path: '/api/admin/unanswered',
    summary: 'Câu hỏi chưa trả lời được, mới nhất trước',
    security: ADMIN_SECURITY,
    middleware: admin,
    request: { query },
    responses: {
      200: { description: 'Câu hỏi', content: json(z.object({ items: UnansweredRows })) },
      ...problemResponses(400, 401, 404, 429, 503),
    },
  });
  app.openapi(unanswered, async (c) =>
    c.json({ items: [...(await book.unanswered(c.req.valid('query').limit))] }, 200),
  );
}
