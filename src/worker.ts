import { createApp } from './app.ts';
import type { AppLog } from './http/request-log.ts';

/** What `wrangler.toml` and the secrets of the deployment bind. */
interface WorkerBindings {
  readonly ADMIN_TOKEN?: string;
}

const log: AppLog = {
  request: (record) => console.log(JSON.stringify(record)),
  fault: (error, requestId) => console.error(JSON.stringify({ requestId, fault: String(error) })),
};

/**
 * The same application at the edge. It has no snapshot of an index to read yet, so it serves what needs none and
 * answers 503 to the rest. The platform's own rate limit stands in for ours, which counts within one process.
 */
const app = createApp({
  settings: { adminToken: null, corsOrigins: [] },
  openLibrary: async () => null,
  limit: (_, next) => next(),
  log,
  now: Date.now,
  book: null,
  machine: null,
});

export default {
  fetch: (request: Request, bindings: WorkerBindings) => app.fetch(request, bindings),
};
