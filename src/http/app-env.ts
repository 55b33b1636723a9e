import type { Context, MiddlewareHandler } from 'hono';
import type { Corpus } from './corpus.ts';

/** What middleware leaves for the routes after it. */
export interface AppEnv {
  readonly Variables: {
    readonly requestId: string;
    readonly corpus: Corpus;
  };
}

export type AppContext = Context<AppEnv>;
export type AppMiddleware = MiddlewareHandler<AppEnv>;
