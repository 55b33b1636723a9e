import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv } from '../app-env.ts';
import type { OpenLibrary } from '../library.ts';
import { needsLibrary } from '../needs-library.ts';
import { problemResponses } from '../problem-schema.ts';
import { count } from './query.ts';
import { describeHits } from './search-hits.ts';

const HitSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['passage', 'target', 'assignment', 'entitlement']),
    documentId: z.string(),
    score: z.number(),
    parts: z.object({ lexical: z.number(), vector: z.number() }),
    headingTrail: z.array(z.string()),
    quote: z.string(),
    source: z.object({ file: z.string(), startLine: z.int(), endLine: z.int() }),
  })
  .openapi('SearchHit');

/** GET /api/search: raw retrieval with scores. */
export function addSearchRoute(app: OpenAPIHono<AppEnv>, openLibrary: OpenLibrary): void {
  const route = createRoute({
    method: 'get',
    path: '/api/search',
    summary: 'Truy hồi thô, kèm điểm',
    middleware: [needsLibrary(openLibrary)] as const,
    request: {
      query: z.object({
        q: z.string('Cần tham số q.').trim().min(1, 'Tham số q đang để trống.').max(2_000, 'Tham số q quá dài.'),
        k: count(10, 100),
      }),
    },
    responses: {
      200: {
        description: 'Kết quả, tốt nhất trước',
        content: { 'application/json': { schema: z.object({ items: z.array(HitSchema) }) } },
      },
      ...problemResponses(400, 429, 503),
    },
  });
  app.openapi(route, async (c) => {
    const { q, k } = c.req.valid('query');
    const { search, store } = c.var.library;
    const items = await describeHits(store, await search(q, k, c.req.raw.signal));
    return c.json({ items }, 200);
  });
}
