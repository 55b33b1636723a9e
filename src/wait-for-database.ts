import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseUnavailableError } from './store/postgres/faults.ts';

export interface WaitOptions {
  /** Told why it waits, once for every reason. */
  readonly onWait: (reason: string) => Promise<void>;
  readonly signal: AbortSignal;
  /** Milliseconds between two tries. */
  readonly every?: number;
}

/**
 * Opens what needs a database as soon as the database answers: one that is down when the service starts is no reason to
 * stop, since it comes back by itself. Other errors are thrown; so is the signal's reason when it aborts.
 */
export async function waitForDatabase<T>(
  open: () => Promise<T>,
  { onWait, signal, every = 2_500 }: WaitOptions,
): Promise<T> {
  let said: string | null = null;
  for (;;) {
    try {
      return await open();
    } catch (error) {
      if (!(error instanceof DatabaseUnavailableError)) throw error;
      if (error.message !== said) await onWait(error.message);
      said = error.message;
      await pause(every, null, { signal });
    }
  }
}
