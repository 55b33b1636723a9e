import type { AppContext, AppMiddleware } from './app-env.ts';
import { ProblemError } from './problem.ts';
import { PROBLEM_TEXTS } from './problem-texts.ts';

const WINDOW_MS = 60_000;

export interface RateLimitOptions {
  /** 0 turns the limit off. */
  readonly perMinute: number;
  /** Who is counted. */
  readonly client: (c: AppContext) => string;
  readonly now: () => number;
}

/**
 * A bucket per client that holds one minute's worth of requests and refills evenly, so a burst is fine and a flood is
 * not. Memory is bounded: full buckets are forgotten.
 */
export function rateLimit({ perMinute, client, now }: RateLimitOptions): AppMiddleware {
  if (perMinute === 0) return (_, next) => next();
  const perMs = perMinute / WINDOW_MS;
  const buckets = new Map<string, { left: number; at: number }>();
  let swept = now();

  const sweep = (at: number): void => {
    if (at - swept < WINDOW_MS) return;
    swept = at;
    for (const [key, bucket] of buckets) if (at - bucket.at >= WINDOW_MS) buckets.delete(key);
  };

  return async (c, next) => {
    const at = now();
    sweep(at);
    const key = client(c);
    const bucket = buckets.get(key) ?? { left: perMinute, at };
    const left = Math.min(perMinute, bucket.left + (at - bucket.at) * perMs);
    if (left < 1) {
      const seconds = Math.ceil((1 - left) / perMs / 1000);
      throw new ProblemError(429, PROBLEM_TEXTS.tooMany(seconds), { headers: { 'Retry-After': String(seconds) } });
    }
    buckets.set(key, { left: left - 1, at });
    await next();
  };
}
