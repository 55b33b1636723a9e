import pino from 'pino';
import type { ModelCall } from '../model/model-call.ts';
import type { LogLevel } from '../settings.ts';
import type { AppLog } from './request-log.ts';

export interface NodeLog extends AppLog {
  info(message: string): void;
  /** How a call to a language model ended; a fault of the provider is a warning, since the answer came all the same. */
  modelCall(call: ModelCall): void;
  /** Writes out what is still buffered. */
  flush(): void;
}

/** Structured log lines on standard output, buffered so that a request does not wait for the disk. */
export function nodeLog(level: LogLevel): NodeLog {
  const destination = pino.destination({ dest: 1, sync: false, minLength: 4096 });
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  const tick = setInterval(() => destination.flush(), 250);
  tick.unref();
  return {
    request: (record) => logger.info(record, 'request'),
    fault: (error, requestId) => logger.error({ err: error, requestId }, 'fault'),
    info: (message) => logger.info(message),
    modelCall: (call) => {
      const isFine = call.outcome === 'completed' || call.outcome === 'abandoned';
      logger[isFine ? 'info' : 'warn'](call, 'model call');
    },
    flush: () => {
      clearInterval(tick);
      destination.flushSync();
    },
  };
}
