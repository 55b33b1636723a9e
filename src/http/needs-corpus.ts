import type { AppMiddleware } from './app-env.ts';
import type { OpenCorpus } from './corpus.ts';
import { ProblemError } from './problem.ts';
import { PROBLEM_TEXTS } from './problem-texts.ts';

/** Opens the published corpus for the route; 503 while there is none. */
export function needsCorpus(openCorpus: OpenCorpus): AppMiddleware {
  return async (c, next) => {
    const corpus = await openCorpus();
    if (corpus === null) {
      throw new ProblemError(503, PROBLEM_TEXTS.noIndex, { headers: { 'Retry-After': '10' } });
    }
    c.set('corpus', corpus);
    await next();
  };
}
