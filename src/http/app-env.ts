import type { Context, MiddlewareHandler } from 'hono';
import type { Library } from './library.ts';

/** What middleware leaves for the routes after it. */
export interface AppEnv {
  readonly Variables: {
    readonly requestId: string;
    readonly library: Library;
  };
}

export type AppContext = Context<AppEnv>;
export type AppMiddleware = MiddlewareHandler<AppEnv>;
