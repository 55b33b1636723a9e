import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppContext, AppEnv } from '../http/app-env.ts';
import type { AskFor } from '../http/ask/ask-events.ts';
import type { ReportError } from '../http/ask/ask-stream.ts';
import type { OpenLibrary } from '../http/library.ts';
import type { OpenApiDocument } from '../http/openapi-route.ts';
import type { ProblemError } from '../http/problem.ts';
import { apiDocsPage } from './api-docs/api-docs-page.tsx';
import { addAskRoutes } from './ask/ask-routes.tsx';
import { addAssignmentPages } from './assignments/assignments-routes.ts';
import { addDocumentPages } from './documents/documents-routes.tsx';
import { guidePage } from './guide/guide-page.tsx';
import { problemPage } from './problem-view.tsx';
import { addTargetPages } from './targets/targets-routes.ts';

export interface PagesDeps {
  readonly openLibrary: OpenLibrary;
  readonly askFor: AskFor;
  readonly report: ReportError;
  readonly now: () => number;
  readonly openApi: () => OpenApiDocument;
}

/** Every page a person sees. */
export function addPages(app: OpenAPIHono<AppEnv>, { openLibrary, askFor, report, now, openApi }: PagesDeps): void {
  addAskRoutes(app, { openLibrary, askFor, report });
  addDocumentPages(app, { openLibrary, now });
  addTargetPages(app, openLibrary);
  addAssignmentPages(app, { openLibrary, now });
  app.get('/huong-dan', (c) => c.html(guidePage()));
  app.get('/docs', (c) => c.html(apiDocsPage(openApi())));
}

/** A problem as a page, with the status and headers of its document. */
export function problemAsPage(c: AppContext, problem: ProblemError): Response | Promise<Response> {
  return c.html(problemPage(problem), problem.status, { ...problem.headers });
}
