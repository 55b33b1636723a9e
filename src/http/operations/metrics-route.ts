import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv } from '../app-env.ts';
import type { Metrics } from './metrics.ts';

/** GET /metrics, for Prometheus. */
export function addMetricsRoute(app: OpenAPIHono<AppEnv>, metrics: Metrics): void {
  const route = createRoute({
    method: 'get',
    path: '/metrics',
    summary: 'Số đo cho Prometheus',
    responses: {
      200: { description: 'Định dạng văn bản của Prometheus', content: { 'text/plain': { schema: z.string() } } },
    },
  });
  app.openapi(route, async (c) => {
    const { contentType, text } = await metrics.expose();
    return c.text(text, 200, { 'Content-Type': contentType });
  });
}
