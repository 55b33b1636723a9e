import type { ProviderFault } from './provider-fault.ts';

/** Keeps a failing provider from being asked again and again. */
export interface CircuitBreaker {
  /** May a call be made now? After the pause one call at a time is let through to see. */
  allows(): boolean;
  succeeded(): void;
  /** What went wrong; a call that was not let through, or found no free place, says nothing about the provider. */
  failed(fault: ProviderFault): void;
  /** The call ended without telling anything about the provider: the caller went away. */
  abandoned(): void;
}

export interface BreakerOptions {
  /** Faults in a row after which calls pause. */
  readonly threshold?: number;
  readonly pauseMs?: number;
  readonly now?: () => number;
}

/** A wrong key or an empty account does not mend itself with the next question. */
const LASTING: ReadonlySet<string> = new Set(['unauthorised', 'quota']);
/** However long a provider asks to be left alone, it is tried again after this time. */
const LONGEST_PAUSE_MS = 5 * 60_000;

/** A trial that lasts longer than any call may was cut off without saying how it ended, as happens at the edge. */
const LONGEST_TRIAL_MS = 60_000;

/** Closed (calls pass) → open (none do) after some faults in a row → one call on trial → closed again or open. */
export function circuitBreaker(options: BreakerOptions = {}): CircuitBreaker {
  const { threshold = 3, pauseMs = 30_000, now = () => performance.now() } = options;
  let faults = 0;
  let openUntil = Number.NEGATIVE_INFINITY;
  /** Since when one call is on trial; null while none is. */
  let trial: number | null = null;
  return {
    allows: () => {
      if (now() < openUntil || (trial !== null && now() - trial < LONGEST_TRIAL_MS)) return false;
      trial = faults >= threshold ? now() : null;
      return true;
    },
    succeeded: () => {
      faults = 0;
      trial = null;
    },
    failed: ({ kind, retryAfterMs }) => {
      if (kind === 'suspended') return;
      trial = null;
      if (kind === 'busy') return;
      faults = LASTING.has(kind) || retryAfterMs !== null ? Math.max(threshold, faults + 1) : faults + 1;
      if (faults >= threshold) openUntil = now() + Math.min(LONGEST_PAUSE_MS, Math.max(retryAfterMs ?? 0, pauseMs));
    },
    abandoned: () => {
      trial = null;
    },
  };
}
