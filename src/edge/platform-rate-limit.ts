import type { AppMiddleware } from '../http/app-env.ts';
import { ProblemError } from '../http/problem.ts';
import { PROBLEM_TEXTS } from '../http/problem-texts.ts';
import type { RateLimitBinding } from './bindings.ts';

/** The period of the limit in `wrangler.toml`, in seconds: the platform does not say when there is room again. */
const PERIOD = 60;

/** The platform's own rate limit, by the address of the client. */
export function platformRateLimit(binding: RateLimitBinding): AppMiddleware {
  return async (c, next) => {
    const { success } = await binding.limit({ key: c.req.header('CF-Connecting-IP') ?? 'unknown' });
    if (!success) {
      throw new ProblemError(429, PROBLEM_TEXTS.tooMany(PERIOD), { headers: { 'Retry-After': String(PERIOD) } });
    }
    await next();
  };
}
