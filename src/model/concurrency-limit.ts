import { ProviderFault } from './provider-fault.ts';

/** Lets a number of calls run at once. */
export interface ConcurrencyLimit {
  /** Waits for a place and resolves with what gives it back; rejects as `busy` when none came free in time. */
  enter(signal: AbortSignal): Promise<() => void>;
}

/** How long a place may be held, in milliseconds: more than any deadline that can be set for an answer. */
const LONGEST_MS = 60_000;

/**
 * First come, first served; whoever waits longer than `waitMs` is turned away. A place that was held for longer than any
 * call may last is free again: at the edge a request can be cut off without another line of it being run.
 */
export function concurrencyLimit(most: number, waitMs: number, now: () => number = Date.now): ConcurrencyLimit {
  /** Since when each place is held. */
  const held = new Map<symbol, number>();
  const waiting: (() => void)[] = [];
  const take = (): (() => void) => {
    const place = Symbol('place');
    held.set(place, now());
    return () => {
      if (held.delete(place)) waiting.shift()?.();
    };
  };
  const isFree = (): boolean => {
    for (const [place, since] of held) if (now() - since > LONGEST_MS) held.delete(place);
    return held.size < most;
  };
  return {
    enter: async (signal) => {
      signal.throwIfAborted();
      if (isFree()) return take();
      return new Promise((resolve, reject) => {
        const stop = (error: unknown) => {
          const at = waiting.indexOf(next);
          if (at !== -1) waiting.splice(at, 1);
          done();
          reject(error);
        };
        const onAbort = () => stop(signal.reason);
        const late = setTimeout(() => stop(new ProviderFault('busy')), waitMs);
        const done = () => {
          clearTimeout(late);
          signal.removeEventListener('abort', onAbort);
        };
        const next = () => {
          done();
          resolve(take());
        };
        waiting.push(next);
        signal.addEventListener('abort', onAbort, { once: true });
      });
    },
  };
}
