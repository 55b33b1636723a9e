import type { AppMiddleware } from './app-env.ts';
import type { OpenLibrary } from './library.ts';
import { ProblemError } from './problem.ts';
import { PROBLEM_TEXTS } from './problem-texts.ts';

/** Opens the published library for the route; 503 while there is none. */
export function needsLibrary(openLibrary: OpenLibrary): AppMiddleware {
  return async (c, next) => {
    const library = await openLibrary();
    if (library === null) {
      throw new ProblemError(503, PROBLEM_TEXTS.noIndex, { headers: { 'Retry-After': '10' } });
    }
    c.set('library', library);
    await next();
  };
}
