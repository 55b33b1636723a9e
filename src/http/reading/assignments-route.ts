import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppEnv } from '../app-env.ts';
import { todayInVietnam } from '../calendar/due-dates.ts';
import { toCalendar } from '../calendar/ics.ts';
import { assignmentJson } from '../json/assignment-json.ts';
import type { OpenLibrary } from '../library.ts';
import { needsLibrary } from '../needs-library.ts';
import { problemResponses } from '../problem-schema.ts';
import { allPages } from './all-pages.ts';
import { assignmentCsv } from './assignment-csv.ts';
import { csvResponse } from './csv.ts';
import { inDocuments } from './in-documents.ts';
import { filterText, paging } from './query.ts';
import { AssignmentSchema, pageOf } from './record-schemas.ts';

const AssignmentQuery = z.object({
  agency: filterText,
  role: z
    .enum(['lead', 'coordinate', ''], 'Vai trò phải là lead hoặc coordinate.')
    .optional()
    .transform((role) => (role === undefined || role === '' ? null : role)),
  province: filterText,
  q: filterText,
  format: z.enum(['json', 'csv', 'ics'], 'Dạng phải là json, csv hoặc ics.').default('json'),
  ...paging,
});

export interface AssignmentsRouteDeps {
  readonly openLibrary: OpenLibrary;
  readonly now: () => number;
}

/** GET /api/assignments: one page as JSON, or all that match as CSV or as a calendar of their deadlines. */
export function addAssignmentsRoute(app: OpenAPIHono<AppEnv>, { openLibrary, now }: AssignmentsRouteDeps): void {
  const route = createRoute({
    method: 'get',
    path: '/api/assignments',
    summary: 'Nhiệm vụ giao cho các cơ quan',
    middleware: [needsLibrary(openLibrary)] as const,
    request: { query: AssignmentQuery },
    responses: {
      200: {
        description: 'Một trang nhiệm vụ; với format=csv: toàn bộ; với format=ics: lịch các thời hạn',
        content: {
          'application/json': { schema: pageOf(AssignmentSchema) },
          'text/csv': { schema: z.string() },
          'text/calendar': { schema: z.string() },
        },
      },
      ...problemResponses(400, 429, 503),
    },
  });
  app.openapi(route, async (c) => {
    const { limit, cursor, format, ...filter } = c.req.valid('query');
    const { store, manifest } = c.var.library;
    if (format === 'json') {
      const page = await store.listAssignments(filter, { limit, cursor });
      const items = (await inDocuments(store, page.items)).map(([item, document]) => assignmentJson(item, document));
      return c.json({ items, total: page.total, cursor: page.cursor }, 200);
    }
    const all = await inDocuments(store, await allPages((page) => store.listAssignments(filter, page)));
    if (format === 'csv') return csvResponse(assignmentCsv(all), 'nhiem-vu.csv');
    return new Response(toCalendar(all, { today: todayInVietnam(now()), stamp: manifest.builtAt }), {
      headers: {
        'Content-Type': 'text/calendar; charset=UTF-8',
        'Content-Disposition': 'attachment; filename="nhiem-vu.ics"',
      },
    });
  });
}
