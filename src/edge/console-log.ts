import type { AppLog } from '../http/request-log.ts';
import type { ModelCall } from '../model/model-call.ts';
import type { LogLevel } from '../settings.ts';
import type { KeepAlive } from './bindings.ts';

export interface ConsoleLog extends AppLog {
  modelCall(call: ModelCall): void;
}

const QUIET: ReadonlySet<LogLevel> = new Set<LogLevel>(['silent', 'fatal', 'error', 'warn']);

/**
 * Log lines as JSON, which the platform keeps and searches by field. The line of a request is written when its response
 * is on its way: writing one takes the runtime as long as a fifth of an answer.
 */
export function consoleLog(level: LogLevel, keepAlive: KeepAlive): ConsoleLog {
  const tells = !QUIET.has(level);
  return {
    request: (record) => {
      if (tells) keepAlive(afterResponse(() => console.log(JSON.stringify({ kind: 'request', ...record }))));
    },
    fault: (error, requestId) => {
      if (level !== 'silent') console.error(JSON.stringify({ kind: 'fault', requestId, ...described(error) }));
    },
    modelCall: (call) => {
      if (tells) console.log(JSON.stringify({ kind: 'model call', ...call }));
    },
  };
}

/** What the runtime has ready to send goes out before a timer runs. */
function afterResponse(write: () => void): Promise<void> {
  return new Promise<void>((resolve) => setTimeout(resolve, 0)).then(write);
}

function described(error: unknown) {
  if (!(error instanceof Error)) return { message: String(error) };
  const { message, stack, cause } = error;
  return { message, stack, ...(cause === undefined ? {} : { cause: String(cause) }) };
}
