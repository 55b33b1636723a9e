import { OpenAPIHono } from '@hono/zod-openapi';
import { compress } from 'hono/compress';
import { cors } from 'hono/cors';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { requestId } from 'hono/request-id';
import type { AppContext, AppEnv, AppMiddleware } from './http/app-env.ts';
import { addAskRoute } from './http/ask/ask-route.ts';
import { asProblem, refuseInvalid, wantsPage } from './http/errors.ts';
import type { OpenLibrary } from './http/library.ts';
import { openApiDocument } from './http/openapi-route.ts';
import { addHealthRoutes } from './http/operations/health-routes.ts';
import { ProblemError, problemResponse } from './http/problem.ts';
import { PROBLEM_TEXTS } from './http/problem-texts.ts';
import { rateLimit } from './http/rate-limit.ts';
import { addAssignmentsRoute } from './http/reading/assignments-route.ts';
import { addDocumentsRoutes } from './http/reading/documents-routes.ts';
import { addSearchRoute } from './http/reading/search-route.ts';
import { addTargetsRoute } from './http/reading/targets-route.ts';
import { type AppLog, requestLog } from './http/request-log.ts';
import { securityHeaders } from './http/security-headers.ts';
import type { Settings } from './settings.ts';
import { addPages, problemAsPage } from './web/pages.tsx';

/** What the application stands on; each runtime brings its own. */
export interface AppDeps {
  readonly settings: Pick<Settings, 'adminToken' | 'rateLimitPerMinute' | 'corsOrigins'>;
  readonly openLibrary: OpenLibrary;
  /** Address of the caller, for the rate limit. */
  readonly clientAddress: (c: AppContext) => string;
  readonly log: AppLog;
  readonly now: () => number;
  /** Serves the static files under /assets; null where the platform does so before the application is asked. */
  readonly assets: AppMiddleware | null;
}

/** The whole service, API and pages, for any runtime that speaks fetch. */
export function createApp(deps: AppDeps): OpenAPIHono<AppEnv> {
  const { settings, openLibrary, log } = deps;
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

  app.use(requestId({ limitLength: 64 }));
  app.use(requestLog(log));
  app.use(securityHeaders);
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) =>
        problemResponse(
          new ProblemError(405, PROBLEM_TEXTS.methodNotAllowed(methods), { headers: { Allow: methods.join(', ') } }),
          c.var.requestId,
        ),
    }),
  );
  app.use(compress());
  const limit = rateLimit({ perMinute: settings.rateLimitPerMinute, client: deps.clientAddress, now: deps.now });
  for (const path of ['/api/*', '/tra-loi']) {
    if (settings.corsOrigins.length > 0) app.use(path, cors({ origin: [...settings.corsOrigins] }));
    app.use(path, limit);
  }

  addHealthRoutes(app, openLibrary);
  const report = (error: unknown) => log.fault(error, null);
  addAskRoute(app, { openLibrary, report });
  addDocumentsRoutes(app, openLibrary);
  addTargetsRoute(app, openLibrary);
  addAssignmentsRoute(app, { openLibrary, now: deps.now });
  addSearchRoute(app, openLibrary);

  const openApi = openApiDocument(app);
  app.get('/openapi.json', (c) => c.json(openApi()));

  if (deps.assets !== null) app.get('/assets/*', deps.assets);
  addPages(app, { openLibrary, report, now: deps.now, openApi });

  const refuse = (c: AppContext, problem: ProblemError) =>
    wantsPage(c) ? problemAsPage(c, problem) : problemResponse(problem, c.var.requestId);
  app.notFound((c) => {
    const text = wantsPage(c) ? PROBLEM_TEXTS.pageUnknown : PROBLEM_TEXTS.pathUnknown;
    return refuse(c, new ProblemError(404, text));
  });
  app.onError((error, c) => {
    const problem = asProblem(error);
    if (problem.status === 500) log.fault(error, c.var.requestId);
    return refuse(c, problem);
  });
  return app;
}
