import { OpenAPIHono } from '@hono/zod-openapi';
import { compress } from 'hono/compress';
import { cors } from 'hono/cors';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { requestId } from 'hono/request-id';
import type { AppContext, AppEnv, AppMiddleware } from './http/app-env.ts';
import { type AskForOptions, askWithin } from './http/ask/ask-events.ts';
import { addAskRoute } from './http/ask/ask-route.ts';
import { asProblem, isFault, refuseInvalid, wantsPage } from './http/errors.ts';
import type { OpenLibrary } from './http/library.ts';
import { addMcpRoute } from './http/mcp/mcp-route.ts';
import { addChatRoutes } from './http/openai/chat-routes.ts';
import { openApiDocument } from './http/openapi-route.ts';
import { addAdminRoutes } from './http/operations/admin-routes.ts';
import { answerIds } from './http/operations/answer-ids.ts';
import { addFeedbackRoute } from './http/operations/feedback-route.ts';
import { addHealthRoutes } from './http/operations/health-routes.ts';
import type { IngestionJobs } from './http/operations/ingestion-jobs.ts';
import type { Metrics } from './http/operations/metrics.ts';
import { addMetricsRoute } from './http/operations/metrics-route.ts';
import type { OperationsBook } from './http/operations/operations-book.ts';
import { ProblemError, problemResponse } from './http/problem.ts';
import { PROBLEM_TEXTS } from './http/problem-texts.ts';
import { addAssignmentsRoute } from './http/reading/assignments-route.ts';
import { addDocumentsRoutes } from './http/reading/documents-routes.ts';
import { addSearchRoute } from './http/reading/search-route.ts';
import { addTargetsRoute } from './http/reading/targets-route.ts';
import { type AppLog, requestLog } from './http/request-log.ts';
import { securityHeaders } from './http/security-headers.ts';
import { validateInVietnamese } from './http/validation-words.ts';
import type { Settings } from './settings.ts';
import { addAdminPage } from './web/admin/admin-page.tsx';
import { addFeedbackPage } from './web/ask/feedback-page.tsx';
import { addPages, problemAsPage } from './web/pages.tsx';

/** What the application stands on; each runtime brings its own. */
export interface AppDeps {
  readonly settings: Pick<Settings, 'adminToken' | 'corsOrigins'>;
  readonly openLibrary: OpenLibrary;
  /** Turns away who asks too much, with a 429 problem; stands before everything that costs work. */
  readonly limit: AppMiddleware;
  readonly log: AppLog;
  readonly now: () => number;
  /** Feedback and unanswered questions; null where nothing is written down. */
  readonly book: OperationsBook | null;
  /** What only a machine of one's own has; null at the edge, where the platform serves files and compresses. */
  readonly machine: MachineDeps | null;
}

export interface MachineDeps {
  /** Serves the static files under /assets and the widget. */
  readonly assets: AppMiddleware;
  readonly jobs: IngestionJobs;
  readonly metrics: Metrics;
}

/** The whole service, API and pages, for any runtime that speaks fetch. */
export function createApp(deps: AppDeps): OpenAPIHono<AppEnv> {
  validateInVietnamese();
  const { settings, openLibrary, limit, log, now, book, machine } = deps;
  const app = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  const report = (error: unknown) => log.fault(error, null);
  const ids = book === null ? null : answerIds({ key: book.answerKey, onFault: report });
  const askFor = askWithin({ onAnswer: keepRecord(deps, report), newId: ids?.next ?? null });

  app.use(requestId({ limitLength: 64 }));
  app.use(requestLog(log, machine?.metrics));
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
  if (machine !== null) app.use(compress(), varyByEncoding);
  if (settings.corsOrigins.length > 0) {
    for (const path of API_PATHS) app.use(path, cors({ origin: [...settings.corsOrigins] }));
  }
  for (const path of [...API_PATHS, ...ASKING_PAGES]) app.use(path, limit);

  addHealthRoutes(app, openLibrary);
  addAskRoute(app, { openLibrary, askFor, report });
  addDocumentsRoutes(app, openLibrary);
  addTargetsRoute(app, openLibrary);
  addAssignmentsRoute(app, { openLibrary, now });
  addSearchRoute(app, openLibrary);
  addChatRoutes(app, { openLibrary, askFor, report, now });
  addMcpRoute(app, { openLibrary, askFor });
  if (machine !== null) addMachineRoutes(app, machine);
  if (book !== null && ids !== null) {
    addFeedbackRoute(app, { book, ids });
    addFeedbackPage(app, { book, ids });
  }
  const jobs = machine?.jobs ?? null;
  addAdminRoutes(app, { token: settings.adminToken, jobs, book, openLibrary });
  if (settings.adminToken !== null) addAdminPage(app, { uploads: jobs !== null });

  const openApi = openApiDocument(app);
  app.get('/openapi.json', (c) => c.json(openApi()));
  addPages(app, { openLibrary, askFor, report, now, openApi });

  const refuse = (c: AppContext, problem: ProblemError) =>
    wantsPage(c) ? problemAsPage(c, problem) : problemResponse(problem, c.var.requestId);
  app.notFound((c) => {
    const text = wantsPage(c) ? PROBLEM_TEXTS.pageUnknown : PROBLEM_TEXTS.pathUnknown;
    return refuse(c, new ProblemError(404, text));
  });
  app.onError((error, c) => {
    const problem = asProblem(error);
    if (isFault(problem)) log.fault(error, c.var.requestId);
    return refuse(c, problem);
  });
  return app;
}

/**
 * Says that responses differ by encoding before `compress` does: it would turn every response into a stream to say so,
 * a fifth of what a remembered answer costs.
 */
const varyByEncoding: AppMiddleware = async (c, next) => {
  await next();
  c.res.headers.append('Vary', 'Accept-Encoding');
};

/** The widget is meant to be loaded by other sites; nothing else is. */
const foreignSites: AppMiddleware = async (c, next) => {
  await next();
  c.res.headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
};

/** Where requests cost work and other sites may call. */
const API_PATHS = ['/api/*', '/v1/*', '/mcp'] as const;

/** Where our own pages ask and give feedback, with a script or without. */
const ASKING_PAGES = ['/', '/tra-loi', '/phan-hoi'] as const;

function addMachineRoutes(app: OpenAPIHono<AppEnv>, { assets, metrics }: MachineDeps): void {
  app.get('/assets/*', assets);
  app.get('/widget.js', foreignSites, assets);
  addMetricsRoute(app, metrics);
}

/**
 * Counts every answer, and keeps the questions that the collection could not answer in full. The answer does not wait
 * for that, nor does it suffer when it fails.
 */
function keepRecord(
  { book, machine }: AppDeps,
  report: (error: unknown) => void,
): NonNullable<AskForOptions['onAnswer']> {
  return ({ question }, { status }, ms) => {
    machine?.metrics.answer(status, ms);
    if (status === 'not_found' || status === 'partial') book?.addUnanswered({ question, status }).catch(report);
  };
}
