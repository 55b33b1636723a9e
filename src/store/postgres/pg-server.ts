import { Client, type ClientBase, type ClientConfig, Pool } from 'pg';
import type { Row } from '../row.ts';
import type { Connection, Server, SqlValue } from './sql.ts';

export interface PgServerOptions {
  /** Connections at a time. */
  readonly connections?: number;
  /** Milliseconds until a server that does not take the connection counts as down. */
  readonly connectTimeout?: number;
}

/**
 * A PostgreSQL server through `pg`, by its URL; TLS as the URL says (`?sslmode=verify-full&sslrootcert=…`).
 *
 * @example pgServer('postgres://hdcs@db.internal:5432/hdcs?sslmode=verify-full')
 */
export function pgServer(
  url: string,
  { connections = 10, connectTimeout = CONNECT_TIMEOUT }: PgServerOptions = {},
): Server {
  const pool = new Pool({ ...configOf(url, connectTimeout), max: connections, idleTimeoutMillis: 30_000 });
  // A connection that breaks while nobody uses it is only taken out of the pool: the next read opens another.
  pool.on('error', () => {});
  return {
    name: serverName(url),
    connect: async () => {
      const client = await pool.connect();
      const stop = async (backend: number) => {
        await pool.query('SELECT pg_cancel_backend($1)', [backend]).catch(() => {});
      };
      return connectionOn(client, { stop, giveBack: (sound) => client.release(!sound) });
    },
    close: () => pool.end(),
  };
}

/**
 * A PostgreSQL server behind the connection string of a Hyperdrive binding, for Workers with `nodejs_compat`. Every use
 * has a connection of its own, since none may outlive the request that opened it; Hyperdrive keeps the real ones. It
 * also hides which backend runs a statement, so one that nobody waits for is given up by closing the connection.
 */
export function hyperdriveServer(connectionString: string, connectTimeout = CONNECT_TIMEOUT): Server {
  return {
    name: 'Hyperdrive',
    connect: async () => {
      const client = new Client(configOf(connectionString, connectTimeout));
      await client.connect();
      return connectionOn(client, { stop: null, giveBack: () => void client.end().catch(() => {}) });
    },
    close: async () => {},
  };
}

const CONNECT_TIMEOUT = 5_000;

function configOf(url: string, connectTimeout: number): ClientConfig {
  return {
    connectionString: url,
    connectionTimeoutMillis: connectTimeout,
    keepAlive: true,
    application_name: 'hoi-dap-chinh-sach',
  };
}

/** Host, port and database of a URL, without credentials. */
export function serverName(url: string): string {
  if (!URL.canParse(url)) return 'DATABASE_URL';
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port === '' ? '5432' : port}${pathname}`;
}

interface Lending {
  /** Stops what a backend runs; null where backends are hidden. */
  readonly stop: ((backend: number) => Promise<void>) | null;
  readonly giveBack: (sound: boolean) => void;
}

function connectionOn(client: ClientBase, { stop, giveBack }: Lending): Connection {
  // A break in mid-statement rejects that statement; without a listener it would end the process as well.
  const ignore = () => {};
  client.on('error', ignore);
  let released = false;
  const release = (sound: boolean) => {
    if (released) return;
    released = true;
    // A broken connection may still have something to say.
    if (sound) client.off('error', ignore);
    giveBack(sound);
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
      if (stop === null || typeof backend !== 'number') return release(false);
      await stop(backend);
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
