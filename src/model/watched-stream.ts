import { ProviderFault } from './provider-fault.ts';

/**
 * A stream that is never waited for in vain: ends with the signal's reason as soon as it aborts, and as `stalled` when
 * nothing comes for `idleMs`, whether or not the source notices.
 */
export async function* watched<T>(source: AsyncIterable<T>, idleMs: number, signal: AbortSignal): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]();
  let ended = false;
  try {
    for (;;) {
      const next = await within(iterator.next(), idleMs, signal);
      if (next.done === true) {
        ended = true;
        return;
      }
      yield next.value;
    }
  } finally {
    // A source that hangs would hang here too: it is told to stop and not waited for.
    if (!ended) iterator.return?.()?.then(undefined, () => {});
  }
}

function within<T>(promise: Promise<T>, idleMs: number, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => finish(() => reject(signal.reason));
    const idle = setTimeout(() => finish(() => reject(new ProviderFault('stalled'))), idleMs);
    const finish = (settle: () => void) => {
      clearTimeout(idle);
      signal.removeEventListener('abort', onAbort);
      settle();
    };
    if (signal.aborted) return onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    promise.then(
      (value) => finish(() => resolve(value)),
      (error: unknown) => finish(() => reject(error)),
    );
  });
}
