import { ProviderFault } from './provider-fault.ts';

/** Lets a number of calls run at once. */
export interface ConcurrencyLimit {
  /** Waits for a place and resolves with what gives it back; rejects as `busy` when none came free in time. */
  enter(signal: AbortSignal): Promise<() => void>;
}

/** First come, first served; whoever waits longer than `waitMs` is turned away. */
export function concurrencyLimit(most: number, waitMs: number): ConcurrencyLimit {
  let running = 0;
  const waiting: (() => void)[] = [];
  const leave = (): void => {
    running -= 1;
    waiting.shift()?.();
  };
  const take = (): (() => void) => {
    running += 1;
    let left = false;
    return () => {
      if (!left) leave();
      left = true;
    };
  };
  return {
    enter: async (signal) => {
      signal.throwIfAborted();
      if (running < most) return take();
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
