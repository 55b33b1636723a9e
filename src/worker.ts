import { waitUntil } from 'cloudflare:workers';
import type { WorkerBindings } from './edge/bindings.ts';
import { ProblemError, problemResponse } from './http/problem.ts';
import kernel from './int8-kernel.wasm';
import { SettingsError } from './settings.ts';
import { workerApp } from './worker-wiring.ts';

/** One per isolate: bindings, variables and secrets are those of the deployment and never change within one. */
let app: ReturnType<typeof workerApp> | null = null;

/** The entry for Cloudflare Workers. */
export default {
  async fetch(request: Request, bindings: WorkerBindings): Promise<Response> {
    try {
      app ??= workerApp(bindings, { keepAlive: waitUntil, kernel });
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      return problemResponse(new ProblemError(503, error.message, { cause: error }));
    }
    // What a request computes may be kept for others, so it is finished even when its client has left.
    const response = Promise.resolve(app.fetch(request, bindings));
    waitUntil(response.catch(() => {}));
    return response;
  },
};
