import { timingSafeEqual } from 'hono/utils/buffer';
import type { AppMiddleware } from '../app-env.ts';
import { ProblemError } from '../problem.ts';
import { PROBLEM_TEXTS } from '../problem-texts.ts';

/**
 * Lets only the bearer of the token through; where none is set, nobody: the path is not there. The comparison takes as
 * long for a near miss as for any other.
 */
export function requireAdmin(token: string | null): AppMiddleware {
  return async (c, next) => {
    if (token === null) throw new ProblemError(404, PROBLEM_TEXTS.pathUnknown);
    const given = /^Bearer +(\S+)$/i.exec(c.req.header('Authorization') ?? '')?.[1] ?? '';
    if (!(await timingSafeEqual(given, token))) {
      throw new ProblemError(401, PROBLEM_TEXTS.unauthorised, { headers: { 'WWW-Authenticate': 'Bearer' } });
    }
    await next();
  };
}
