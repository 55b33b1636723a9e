import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import type { AppEnv } from '../../http/app-env.ts';
import { todayInVietnam } from '../../http/calendar/due-dates.ts';
import { requireShape } from '../../http/errors.ts';
import type { OpenLibrary } from '../../http/library.ts';
import { needsLibrary } from '../../http/needs-library.ts';
import { filterText } from '../../http/reading/query.ts';
import { facetsOf } from '../facets.ts';
import { agenciesIn, dutiesOf, placedAssignments } from './agencies.ts';
import { assignmentsPage, ROLES } from './assignments-page.tsx';
import { namesOf } from './succession.ts';

const Query = z.object({ tinh: filterText, 'co-quan': filterText, 'vai-tro': z.enum(ROLES).catch('chu-tri') });

export interface AssignmentPagesDeps {
  readonly openLibrary: OpenLibrary;
  readonly now: () => number;
}

/** GET /nhiem-vu: the agencies, and the duties of one. */
export function addAssignmentPages(app: OpenAPIHono<AppEnv>, { openLibrary, now }: AssignmentPagesDeps): void {
  app.get('/nhiem-vu', needsLibrary(openLibrary), async (c) => {
    const { tinh: province, 'co-quan': name, 'vai-tro': role } = requireShape(Query, c.req.query());
    const { library } = c.var;
    const assignments = await placedAssignments(library);
    const { provinces } = await facetsOf(library);
    const chosen =
      name === null ? null : { name, names: namesOf(name), duties: dutiesOf(name, assignments, province), role };
    const agencies = agenciesIn(assignments, province);
    return c.html(assignmentsPage({ provinces, province, agencies, chosen, today: todayInVietnam(now()) }));
  });
}
