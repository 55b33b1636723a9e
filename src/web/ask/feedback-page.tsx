import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from '../../http/app-env.ts';
import { requireShape } from '../../http/errors.ts';
import { FeedbackBody, type FeedbackDeps, takeFeedback } from '../../http/operations/feedback-route.ts';
import { limitBody } from '../../http/strict-json.ts';
import { page } from '../layout.tsx';

/** POST /phan-hoi: the feedback form where no script runs. */
export function addFeedbackPage(app: OpenAPIHono<AppEnv>, deps: FeedbackDeps): void {
  app.post('/phan-hoi', limitBody(16 * 1024), async (c) => {
    await takeFeedback(requireShape(FeedbackBody, await c.req.parseBody()), deps);
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
