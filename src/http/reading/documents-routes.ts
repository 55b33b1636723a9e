import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { IngestedDocument } from '../../document/ingested-document.ts';
import { linesOf } from '../../document/source-text.ts';
import type { AppEnv } from '../app-env.ts';
import { assignmentJson } from '../json/assignment-json.ts';
import { documentJson } from '../json/document-json.ts';
import { entitlementJson } from '../json/entitlement-json.ts';
import { outlineJson } from '../json/outline-json.ts';
import { referenceJson } from '../json/reference-json.ts';
import { targetJson } from '../json/target-json.ts';
import type { OpenLibrary } from '../library.ts';
import { needsLibrary } from '../needs-library.ts';
import { ProblemError } from '../problem.ts';
import { problemResponses } from '../problem-schema.ts';
import { PROBLEM_TEXTS } from '../problem-texts.ts';
import { count, filterText, filterYear, paging } from './query.ts';
import { DocumentDetailSchema, DocumentSchema, pageOf, SourceTextSchema } from './record-schemas.ts';

/** GET /api/documents, one document with everything read out of it, and its text with line numbers. */
export function addDocumentsRoutes(app: OpenAPIHono<AppEnv>, openLibrary: OpenLibrary): void {
  const middleware = needsLibrary(openLibrary);
  const params = z.object({ id: z.string() });

  const list = createRoute({
    method: 'get',
    path: '/api/documents',
    summary: 'Danh sách văn bản',
    middleware,
    request: {
      query: z.object({ province: filterText, type: filterText, year: filterYear, q: filterText, ...paging }),
    },
    responses: {
      200: { description: 'Một trang văn bản', content: { 'application/json': { schema: pageOf(DocumentSchema) } } },
      ...problemResponses(400, 429, 503),
    },
  });
  app.openapi(list, async (c) => {
    const { limit, cursor, ...filter } = c.req.valid('query');
    const page = await c.var.library.store.listDocuments(filter, { limit, cursor });
    return c.json({ items: page.items.map(documentJson), total: page.total, cursor: page.cursor }, 200);
  });

  const one = createRoute({
    method: 'get',
    path: '/api/documents/{id}',
    summary: 'Một văn bản: thông tin, đề cương, bản ghi, cảnh báo',
    middleware,
    request: { params },
    responses: {
      200: { description: 'Văn bản', content: { 'application/json': { schema: DocumentDetailSchema } } },
      ...problemResponses(404, 429, 503),
    },
  });
  app.openapi(one, async (c) => {
    const { id } = c.req.valid('param');
    return c.json(detailJson(known(await c.var.library.store.document(id), id)), 200);
  });

  const source = createRoute({
    method: 'get',
    path: '/api/documents/{id}/source',
    summary: 'Nguyên văn với số dòng',
    middleware,
    request: { params, query: z.object({ from: count(1, 10_000_000), to: count(10_000_000, 10_000_000) }) },
    responses: {
      200: { description: 'Các dòng', content: { 'application/json': { schema: SourceTextSchema } } },
      ...problemResponses(400, 404, 429, 503),
    },
  });
  app.openapi(source, async (c) => {
    const { id } = c.req.valid('param');
    const { from, to } = c.req.valid('query');
    const document = known(await c.var.library.store.document(id), id);
    return c.json(sourceLinesJson(document, from, to), 200);
  });
}

function known(document: IngestedDocument | null, id: string): IngestedDocument {
  if (document === null) throw new ProblemError(404, PROBLEM_TEXTS.documentUnknown(id));
  return document;
}

function detailJson(ingested: IngestedDocument) {
  const { document } = ingested;
  return {
    ...documentJson(document),
    outline: ingested.outline.map(outlineJson),
    targets: ingested.targets.map((target) => targetJson(target, document)),
    assignments: ingested.assignments.map((assignment) => assignmentJson(assignment, document)),
    entitlements: ingested.entitlements.map((entitlement) => entitlementJson(entitlement, document)),
    references: ingested.references.map((reference) => referenceJson(reference, document)),
  };
}

function sourceLinesJson({ document, source }: IngestedDocument, from: number, to: number) {
  const totalLines = source.lineStarts.length;
  const endLine = Math.min(to, totalLines);
  const lines = Array.from({ length: Math.max(0, endLine - from + 1) }, (_, i) => ({
    n: from + i,
    text: linesOf(source, from + i, from + i).replace(/\r$/, ''),
  }));
  return {
    documentId: document.id,
    file: source.file,
    digest: source.digest,
    startLine: from,
    endLine,
    totalLines,
    lines,
  };
}
