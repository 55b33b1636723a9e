import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import type { IngestedDocument } from '../../document/ingested-document.ts';
import type { AppContext, AppEnv } from '../../http/app-env.ts';
import { todayInVietnam } from '../../http/calendar/due-dates.ts';
import { requireShape } from '../../http/errors.ts';
import type { OpenLibrary } from '../../http/library.ts';
import { needsLibrary } from '../../http/needs-library.ts';
import { ProblemError } from '../../http/problem.ts';
import { PROBLEM_TEXTS } from '../../http/problem-texts.ts';
import { filterText, filterYear } from '../../http/reading/query.ts';
import { facetsOf } from '../facets.ts';
import { readingBlocks } from './blocks.ts';
import { DOCUMENT_VIEWS, documentPage } from './document-page.tsx';
import { documentsPage } from './documents-page.tsx';
import { type Highlight, readHighlight } from './highlight.ts';
import { relationsOf } from './relations.ts';
import { SourcePanel } from './source-panel.tsx';

const PAGE_SIZE = 50;

const ListQuery = z.object({ tinh: filterText, loai: filterText, nam: filterYear, q: filterText, tiep: filterText });

export interface DocumentPagesDeps {
  readonly openLibrary: OpenLibrary;
  readonly now: () => number;
}

/** The list of documents, the page of one, and a passage of it for the panel. */
export function addDocumentPages(app: OpenAPIHono<AppEnv>, { openLibrary, now }: DocumentPagesDeps): void {
  const library = needsLibrary(openLibrary);

  app.get('/van-ban', library, async (c) => {
    const query = requireShape(ListQuery, c.req.query());
    const filter = { province: query.tinh, type: query.loai, year: query.nam, q: query.q };
    const documents = await c.var.library.store.listDocuments(filter, { limit: PAGE_SIZE, cursor: query.tiep });
    return c.html(documentsPage({ filter, facets: await facetsOf(c.var.library), documents }));
  });

  app.get('/van-ban/:id', library, async (c) => {
    const ingested = await requested(c, c.req.param('id'));
    const highlight = highlightOf(c, ingested);
    const view = z.enum(DOCUMENT_VIEWS).catch('toan-van').parse(c.req.query('xem'));
    const relations = relationsOf(ingested.document, await c.var.library.store.documents());
    const blocks = view === 'toan-van' ? readingBlocks(ingested, highlight) : [];
    return c.html(documentPage({ ingested, relations, view, blocks, highlight, today: todayInVietnam(now()) }));
  });

  app.get('/van-ban/:id/doan', library, async (c) => {
    const ingested = await requested(c, c.req.param('id'));
    const highlight = highlightOf(c, ingested);
    if (highlight === null) throw new ProblemError(404, PROBLEM_TEXTS.pageUnknown);
    return c.html(<SourcePanel ingested={ingested} highlight={highlight} />);
  });
}

async function requested(c: AppContext, id: string): Promise<IngestedDocument> {
  const ingested = await c.var.library.store.document(id);
  if (ingested === null) throw new ProblemError(404, PROBLEM_TEXTS.documentPageUnknown);
  return ingested;
}

function highlightOf(c: AppContext, { source }: IngestedDocument): Highlight | null {
  return readHighlight({ dong: c.req.query('dong'), 'vi-tri': c.req.query('vi-tri') }, source);
}
