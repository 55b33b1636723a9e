import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from '../../http/app-env.ts';
import { requireShape } from '../../http/errors.ts';
import { FeedbackBody } from '../../http/operations/feedback-route.ts';
import type { OperationsBook } from '../../http/operations/operations-book.ts';
import { limitBody } from '../../http/strict-json.ts';
import { page } from '../layout.tsx';

/** POST /phan-hoi: the feedback form where no script runs. */
export function addFeedbackPage(app: OpenAPIHono<AppEnv>, book: OperationsBook): void {
  app.post('/phan-hoi', limitBody(16 * 1024), async (c) => {
    await book.addFeedback(requireShape(FeedbackBody, await c.req.parseBody()));
    return c.html(
      page({
        title: 'Đã nhận phản hồi',
        section: 'ask',
        children: (
          <>
            <h1>Đã nhận phản hồi</h1>
            <p>Cảm ơn phản hồi của anh/chị.</p>
            <p>
              <a href="/">Hỏi câu khác</a>
            </p>
          </>
        ),
      }),
    );
  });
}
