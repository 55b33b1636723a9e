import { routePath } from 'hono/route';
import type { AppMiddleware } from './app-env.ts';
import type { Metrics } from './operations/metrics.ts';

/** What is written down about one request. Never its query, body or question. */
export interface RequestRecord {
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  /** The pattern of the route that answered, /api/documents/:id. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}

export interface AppLog {
  request(record: RequestRecord): void;
  /** A fault of ours. */
  fault(error: unknown, requestId: string | null): void;
}

/** Writes one record per request when its response is ready. */
export function requestLog(log: AppLog, metrics?: Metrics): AppMiddleware {
  return async (c, next) => {
    const start = performance.now();
    await next();
    const record: RequestRecord = {
      requestId: c.var.requestId,
      method: c.req.method,
      path: c.req.path,
      route: routePath(c, -1),
      status: c.res.status,
      ms: Math.round((performance.now() - start) * 10) / 10,
    };
    log.request(record);
    metrics?.request(record);
  };
}
