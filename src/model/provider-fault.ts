/** Why a provider did not answer. `unavailable`: cannot be reached or says that it is at fault itself. */
export type FaultKind =
  | 'unauthorised'
  | 'rate_limited'
  | 'quota'
  | 'rejected'
  | 'unavailable'
  | 'timeout'
  | 'stalled'
  | 'broken'
  | 'busy'
  | 'suspended';

/** A call of a provider ended without a whole answer. The message never holds a key or a prompt. */
export class ProviderFault extends Error {
  override readonly name = 'ProviderFault';
  readonly kind: FaultKind;
  /** How long the provider asks to be left alone; null when it does not say. */
  readonly retryAfterMs: number | null;

  constructor(kind: FaultKind, options: { readonly retryAfterMs?: number | null; readonly cause?: unknown } = {}) {
    super(`The model provider did not answer: ${kind}.`, { cause: options.cause });
    this.kind = kind;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}

/** Reads what the OpenAI client throws. */
export function faultOf(error: unknown): ProviderFault {
  if (error instanceof ProviderFault) return error;
  const status = numberAt(error, 'status');
  const code = `${textAt(error, 'code')} ${textAt(error, 'type')}`;
  const retryAfterMs = retryAfterOf(error);
  if (/insufficient_quota|billing/.test(code) || status === 402) return new ProviderFault('quota', { cause: error });
  if (status === 401 || status === 403) return new ProviderFault('unauthorised', { cause: error });
  if (status === 429) return new ProviderFault('rate_limited', { retryAfterMs, cause: error });
  if (status === 408 || status === 409 || (status !== null && status >= 500)) {
    return new ProviderFault('unavailable', { retryAfterMs, cause: error });
  }
  if (status !== null && status >= 400) return new ProviderFault('rejected', { cause: error });
  if (error instanceof Error && error.name === 'TimeoutError') return new ProviderFault('timeout', { cause: error });
  if (error instanceof Error && /connection|fetch failed|socket|ECONN/i.test(`${error.name} ${error.message}`)) {
    return new ProviderFault('unavailable', { cause: error });
  }
  return new ProviderFault('broken', { cause: error });
}

function property(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
}

function numberAt(error: unknown, name: string): number | null {
  const value = property(error, name);
  return typeof value === 'number' ? value : null;
}

function textAt(error: unknown, name: string): string {
  const value = property(error, name);
  return typeof value === 'string' ? value : '';
}

/** `Retry-After` in seconds or as a date, and the milliseconds some providers send beside it. */
function retryAfterOf(error: unknown): number | null {
  const headers = property(error, 'headers');
  if (!(headers instanceof Headers)) return null;
  const milliseconds = Number(headers.get('retry-after-ms') ?? Number.NaN);
  if (Number.isFinite(milliseconds)) return milliseconds;
  const printed = headers.get('retry-after');
  if (printed === null) return null;
  const seconds = Number(printed);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(printed) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : null;
}
