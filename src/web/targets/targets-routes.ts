import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import type { AppEnv } from '../../http/app-env.ts';
import { requireShape } from '../../http/errors.ts';
import type { Library, OpenLibrary } from '../../http/library.ts';
import { needsLibrary } from '../../http/needs-library.ts';
import { allPages } from '../../http/reading/all-pages.ts';
import { inDocuments } from '../../http/reading/in-documents.ts';
import { filterText, filterYear } from '../../http/reading/query.ts';
import { facetsOf } from '../facets.ts';
import { compareIndicator, MOST_COMPARED } from './comparison.ts';
import type { ComparisonViewProps } from './comparison-view.tsx';
import { TARGET_KINDS, targetsPage } from './targets-page.tsx';

const KINDS = { 'chi-tieu': 'target', 'ket-qua': 'result' } as const;
const PAGE_SIZE = 100;

const Query = z.object({
  tinh: filterText,
  nam: filterYear,
  nhom: filterText,
  q: filterText,
  loai: z.enum(TARGET_KINDS).catch('chi-tieu'),
  tiep: filterText,
  'so-sanh': filterText,
});

/** GET /chi-tieu: all targets, and one of them compared. */
export function addTargetPages(app: OpenAPIHono<AppEnv>, openLibrary: OpenLibrary): void {
  app.get('/chi-tieu', needsLibrary(openLibrary), async (c) => {
    const query = requireShape(Query, c.req.query());
    const { library } = c.var;
    const filter = { province: query.tinh, year: query.nam, group: query.nhom, q: query.q, kind: KINDS[query.loai] };
    const found = await library.store.listTargets(filter, { limit: PAGE_SIZE, cursor: query.tiep });
    const targets = { ...found, items: await inDocuments(library.store, found.items) };
    const indicator = query['so-sanh'];
    const comparison = indicator === null ? null : await compared(library, indicator, c.req.queries('van-ban') ?? []);
    return c.html(targetsPage({ filter, facets: await facetsOf(library), targets, comparison }));
  });
}

async function compared(
  { store }: Library,
  indicator: string,
  wanted: readonly string[],
): Promise<ComparisonViewProps> {
  const filter = { province: null, year: null, group: null, q: indicator };
  const targets = await allPages((page) => store.listTargets(filter, page));
  const all = compareIndicator(indicator, await inDocuments(store, targets));
  const picked = all.filter(({ document }) => wanted.includes(document.id));
  return { indicator, all, chosen: (picked.length > 0 ? picked : all).slice(0, MOST_COMPARED) };
}
