import type { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from '../app-env.ts';
import type { OpenLibrary } from '../library.ts';
import { addBookRoutes } from './book-routes.ts';
import type { IngestionJobs } from './ingestion-jobs.ts';
import { addIngestionRoutes } from './ingestion-routes.ts';
import type { OperationsBook } from './operations-book.ts';
import { requireAdmin } from './require-admin.ts';

export interface AdminRoutesDeps {
  /** Null answers 404 to all of them. */
  readonly token: string | null;
  /** Null where documents cannot be ingested. */
  readonly jobs: IngestionJobs | null;
  /** Null where nothing is written down. */
  readonly book: OperationsBook | null;
  readonly openLibrary: OpenLibrary;
}

/** Everything under /api/admin. */
export function addAdminRoutes(app: OpenAPIHono<AppEnv>, { token, jobs, book, openLibrary }: AdminRoutesDeps): void {
  const admin = requireAdmin(token);
  app.openAPIRegistry.registerComponent('securitySchemes', 'admin', { type: 'http', scheme: 'bearer' });
  if (jobs !== null) addIngestionRoutes(app, { admin, jobs, openLibrary });
  if (book !== null) addBookRoutes(app, admin, book);
}
