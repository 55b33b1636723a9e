import type { AppLog } from '../http/request-log.ts';
import type { ModelCall } from '../model/model-call.ts';
import type { LogLevel } from '../settings.ts';

export interface ConsoleLog extends AppLog {
  modelCall(call: ModelCall): void;
}

const QUIET: ReadonlySet<LogLevel> = new Set<LogLevel>(['silent', 'fatal', 'error', 'warn']);

/** Log lines as JSON, which the platform keeps and searches by field. */
export function consoleLog(level: LogLevel): ConsoleLog {
  const tells = !QUIET.has(level);
  return {
    request: (record) => {
      if (tells) console.log(JSON.stringify({ kind: 'request', ...record }));
    },
    fault: (error, requestId) => {
      if (level !== 'silent') console.error(JSON.stringify({ kind: 'fault', requestId, ...described(error) }));
    },
    modelCall: (call) => {
      if (tells) console.log(JSON.stringify({ kind: 'model call', ...call }));
    },
  };
}

function described(error: unknown) {
  if (!(error instanceof Error)) return { message: String(error) };
  const { message, stack, cause } = error;
  return { message, stack, ...(cause === undefined ? {} : { cause: String(cause) }) };
}
