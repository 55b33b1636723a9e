import type { AppMiddleware } from './app-env.ts';

/** What is written down about one request. Never its query, body or question. */
export interface RequestRecord {
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly ms: number;
}

export interface AppLog {
  request(record: RequestRecord): void;
  /** A fault of ours. */
  fault(error: unknown, requestId: string | null): void;
}

/** Writes one record per request when its response is ready. */
export function requestLog(log: AppLog): AppMiddleware {
  return async (c, next) => {
    const start = performance.now();
    await next();
    log.request({
      requestId: c.var.requestId,
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      ms: Math.round((performance.now() - start) * 10) / 10,
    });
  };
}
