import { Pool, type PoolClient, type PoolConfig } from 'pg';
import type { Row } from '../row.ts';
import type { Connection, Server, SqlValue } from './sql.ts';

export interface PgServerOptions {
  /** Connections at a time. */
  readonly connections?: number;
  /** Milliseconds until a server that does not take the connection counts as down. */
  readonly connectTimeout?: number;
  /**
   * A cancelled statement is stopped through a second connection. False behind a pooler that hides which backend runs
   * it (Hyperdrive): there the connection is closed instead.
   */
  readonly cancelsByBackend?: boolean;
}

/**
 * A PostgreSQL server through `pg`, by its URL; TLS as the URL says (`?sslmode=verify-full&sslrootcert=…`). Runs on Node
 * and, with `nodejs_compat`, in Workers on the connection string of a Hyperdrive binding.
 *
 * @example pgServer('postgres://hdcs@db.internal:5432/hdcs?sslmode=verify-full')
 */
export function pgServer(
  url: string,
  { connections = 10, connectTimeout = 5_000, cancelsByBackend = true }: PgServerOptions = {},
): Server {
  const config: PoolConfig = {
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: connectTimeout,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: 'hoi-dap-chinh-sach',
  };
  const pool = new Pool(config);
  // A connection that breaks while nobody uses it is only taken out of the pool: the next read opens another.
  pool.on('error', () => {});
  return {
    name: serverName(url),
    connect: async () => connectionOn(await pool.connect(), pool, cancelsByBackend),
    close: () => pool.end(),
  };
}

/** Host, port and database of a URL, without credentials. */
export function serverName(url: string): string {
  if (!URL.canParse(url)) return 'DATABASE_URL';
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port === '' ? '5432' : port}${pathname}`;
}

function connectionOn(client: PoolClient, pool: Pool, cancelsByBackend: boolean): Connection {
  // A break in mid-statement rejects that statement; without a listener it would end the process as well.
  const ignore = () => {};
  client.on('error', ignore);
  let released = false;
  const release = (sound: boolean) => {
    if (released) return;
    released = true;
    // A broken connection may still have something to say.
    if (sound) client.off('error', ignore);
    client.release(!sound);
  };
  return {
    rows: async (text, parameters = []) => (await client.query<Row>(text, parameters.map(bound))).rows,
    script: async (statements) => {
      const results: unknown = await client.query(statements);
      const last: unknown = Array.isArray(results) ? results.at(-1) : results;
      return rowsOf(last);
    },
    cancel: async () => {
      const backend = 'processID' in client ? client.processID : null;
      if (!cancelsByBackend || typeof backend !== 'number') return release(false);
      await pool.query('SELECT pg_cancel_backend($1)', [backend]).catch(() => {});
    },
    release,
  };
}

/** The driver knows bytes as its own kind of buffer alone. */
function bound(value: SqlValue): unknown {
  return value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value;
}

function rowsOf(result: unknown): readonly Row[] {
  if (typeof result !== 'object' || result === null || !('rows' in result) || !Array.isArray(result.rows)) return [];
  return result.rows;
}
