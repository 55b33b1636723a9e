import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv } from '../app-env.ts';
import { targetJson } from '../json/target-json.ts';
import type { OpenLibrary } from '../library.ts';
import { needsLibrary } from '../needs-library.ts';
import { problemResponses } from '../problem-schema.ts';
import { allPages } from './all-pages.ts';
import { csvResponse } from './csv.ts';
import { inDocuments } from './in-documents.ts';
import { filterText, filterYear, paging } from './query.ts';
import { pageOf, TargetSchema } from './record-schemas.ts';
import { targetCsv } from './target-csv.ts';

const TargetQuery = z.object({
  province: filterText,
  year: filterYear,
  group: filterText,
  q: filterText,
  kind: z
    .enum(['target', 'result', ''], 'Loại phải là target hoặc result.')
    .optional()
    .transform((kind) => (kind === undefined || kind === '' ? null : kind)),
  format: z.enum(['json', 'csv'], 'Dạng phải là json hoặc csv.').default('json'),
  ...paging,
});

/** GET /api/targets: one page as JSON, or all that match as CSV. */
export function addTargetsRoute(app: OpenAPIHono<AppEnv>, openLibrary: OpenLibrary): void {
  const route = createRoute({
    method: 'get',
    path: '/api/targets',
    summary: 'Chỉ tiêu của các văn bản',
    middleware: [needsLibrary(openLibrary)] as const,
    request: { query: TargetQuery },
    responses: {
      200: {
        description: 'Một trang chỉ tiêu; với format=csv: toàn bộ',
        content: { 'application/json': { schema: pageOf(TargetSchema) }, 'text/csv': { schema: z.string() } },
      },
      ...problemResponses(400, 429, 503),
    },
  });
  app.openapi(route, async (c) => {
    const { limit, cursor, format, ...filter } = c.req.valid('query');
    const { store } = c.var.library;
    if (format === 'csv') {
      const targets = await allPages((page) => store.listTargets(filter, page));
      return csvResponse(targetCsv(await inDocuments(store, targets)), 'chi-tieu.csv');
    }
    const page = await store.listTargets(filter, { limit, cursor });
    const items = (await inDocuments(store, page.items)).map(([target, document]) => targetJson(target, document));
    return c.json({ items, total: page.total, cursor: page.cursor }, 200);
  });
}
