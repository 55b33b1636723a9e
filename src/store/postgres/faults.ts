/** PostgreSQL cannot be reached, broke off, or takes too long; it may answer again later. */
export class DatabaseUnavailableError extends Error {
  override readonly name = 'DatabaseUnavailableError';
}

/** A reader stayed on a generation whose rows are gone: what began on it has to begin anew on the published one. */
export class GenerationGoneError extends Error {
  override readonly name = 'GenerationGoneError';
}

/** A connection that could not be made, broke, or on which nothing comes any more though nobody has closed it. */
export class BrokenConnectionError extends Error {
  override readonly name = 'BrokenConnectionError';
}

/** Codes of the operating system for a server that is not there or went away. */
const NETWORK_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
]);

/**
 * SQLSTATEs after which the same read may succeed on another connection or server: 08 connection, 53 resources,
 * 57P0x shutdown or starting up, 40 a replica that had to give way to what it replays.
 */
const PASSING_STATE = /^(?:08|53|40|57P0)/;

/** The SQLSTATE or system code of a driver's error; null when it has none. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/**
 * What a driver threw: a server's answer and the operating system's errors have a code; what has none, and is no defect of
 * the program, is a broken connection, which every driver and runtime says in words of its own.
 */
export function asThrown(error: unknown): unknown {
  const isBroken =
    error instanceof Error && error.constructor === Error && codeOf(error) === null && !isUntrusted(error);
  return isBroken ? new BrokenConnectionError(error.message, { cause: error }) : error;
}

/** May the same read succeed on another connection, or on another server? */
export function isPassing(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isPassing);
  if (error instanceof BrokenConnectionError) return true;
  const code = codeOf(error);
  return code !== null && (NETWORK_CODES.has(code) || PASSING_STATE.test(code));
}

/** Is it the server, or the way to it, that failed, and not the program? */
export function isOfServer(error: unknown): boolean {
  return isPassing(error) || codeOf(error) !== null || isUntrusted(error);
}

/** Did the server itself answer with an error, so that the connection is still in step? */
export function isAnswer(error: unknown): boolean {
  const code = codeOf(error);
  return code !== null && /^[0-9A-Z]{5}$/.test(code) && !PASSING_STATE.test(code);
}

/** The server ended a statement: it was cancelled, or ran into `statement_timeout`. */
export function isCancelled(error: unknown): boolean {
  return codeOf(error) === '57014';
}

/** A table of ours is not there: nothing was ever ingested into this database. */
export function isUnprepared(error: unknown): boolean {
  return codeOf(error) === '42P01';
}

/** What went wrong as a sentence with the remedy and without credentials; errors that are no fault of the server stay. */
export function asUnavailable(error: unknown, server: string): unknown {
  if (isCancelled(error)) {
    return new DatabaseUnavailableError(
      `Cơ sở dữ liệu PostgreSQL (${server}) không trả lời kịp. Hãy thử lại; nếu còn lặp lại, xem tải của máy chủ.`,
      { cause: error },
    );
  }
  if (/^28|^3D000/.test(codeOf(error) ?? '')) {
    return new DatabaseUnavailableError(
      `Cơ sở dữ liệu PostgreSQL (${server}) từ chối đăng nhập hoặc không có cơ sở dữ liệu này (${codeOf(error)}). Kiểm tra DATABASE_URL.`,
      { cause: error },
    );
  }
  if (!isPassing(error) && !isUntrusted(error)) return error;
  return new DatabaseUnavailableError(
    `Không kết nối được cơ sở dữ liệu PostgreSQL (${server}${reasonOf(error)}). Kiểm tra máy chủ, mạng và DATABASE_URL.`,
    { cause: error },
  );
}

/** TLS: the certificate does not hold, or the server speaks no TLS. */
function isUntrusted(error: unknown): boolean {
  return (
    error instanceof Error && (/SSL|TLS|certificate/i.test(error.message) || /CERT|SSL|TLS/.test(codeOf(error) ?? ''))
  );
}

function reasonOf(error: unknown): string {
  const code = codeOf(error instanceof AggregateError ? error.errors[0] : error);
  if (code !== null) return `, ${code}`;
  return isUntrusted(error) ? ', TLS' : '';
}
