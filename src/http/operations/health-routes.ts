import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv } from '../app-env.ts';
import type { OpenLibrary } from '../library.ts';
import { needsLibrary } from '../needs-library.ts';
import { problemResponses } from '../problem-schema.ts';

const Ready = z
  .object({
    status: z.literal('ready'),
    generation: z.string(),
    builtAt: z.string(),
    embedder: z.object({ model: z.string(), dimensions: z.int() }),
    counts: z.object({ documents: z.int(), entries: z.int() }),
  })
  .openapi('Ready');

/** GET /healthz: the process runs. GET /readyz: a generation is published and can be read. */
export function addHealthRoutes(app: OpenAPIHono<AppEnv>, openLibrary: OpenLibrary): void {
  const healthz = createRoute({
    method: 'get',
    path: '/healthz',
    summary: 'Tiến trình đang chạy',
    responses: {
      200: {
        description: 'Đang chạy',
        content: { 'application/json': { schema: z.object({ status: z.literal('ok') }) } },
      },
    },
  });
  app.openapi(healthz, (c) => c.json({ status: 'ok' as const }, 200));

  const readyz = createRoute({
    method: 'get',
    path: '/readyz',
    summary: 'Chỉ mục đã được công bố: phiên bản và số lượng',
    middleware: [needsLibrary(openLibrary)] as const,
    responses: {
      200: { description: 'Sẵn sàng trả lời', content: { 'application/json': { schema: Ready } } },
      ...problemResponses(503),
    },
  });
  app.openapi(readyz, async (c) => {
    const { manifest, store } = c.var.library;
    // Asked although the manifest says it too: it throws while the generation cannot be read.
    await store.generation();
    const documents = await store.documents();
    return c.json(
      {
        status: 'ready' as const,
        generation: manifest.generation,
        builtAt: manifest.builtAt,
        embedder: manifest.embedder,
        counts: { documents: documents.length, entries: manifest.entries },
      },
      200,
    );
  });
}
