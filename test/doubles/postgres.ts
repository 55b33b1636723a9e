import { randomBytes } from 'node:crypto';
import { type Database, openDatabase } from '../../src/store/postgres/database.ts';
import { migrate } from '../../src/store/postgres/migrate.ts';
import { pgServer } from '../../src/store/postgres/pg-server.ts';
import type { Server } from '../../src/store/postgres/sql.ts';
import { textOf } from '../../src/store/row.ts';
import { pgliteOverTcp } from './pglite-over-tcp.ts';
import { pglite, pgliteServer } from './pglite-server.ts';

/** A server for tests that can be emptied. */
export interface TestServer {
  readonly server: Server;
  /** A migrated database on it without any rows. */
  empty(): Promise<Database>;
  /** Its URL; null where it is called in this process. */
  readonly url: string | null;
  close(): Promise<void>;
}

export interface TestServerOptions {
  readonly textSearch?: boolean;
  /** Through a driver and a socket, where it would otherwise be called in this process. */
  readonly overTcp?: boolean;
}

/**
 * The server that TEST_DATABASE_URL names (a database of its own is made there, and dropped), else PostgreSQL in this
 * process.
 */
export async function testServer({ overTcp = false, ...options }: TestServerOptions = {}): Promise<TestServer> {
  const url = process.env.TEST_DATABASE_URL;
  if (url === undefined || url === '') {
    const engine = await pglite(options);
    if (!overTcp) return emptied(pgliteServer(engine), null, async () => {});
    const tcp = await pgliteOverTcp(engine);
    return emptied(pgServer(tcp.url), tcp.url, async () => {
      await tcp.close();
      await engine.close();
    });
  }
  const name = `hdcs_test_${randomBytes(6).toString('hex')}`;
  const administration = pgServer(url, { connections: 1 });
  const run = async (statement: string) => {
    const connection = await administration.connect();
    await connection.script(statement).finally(() => connection.release(true));
  };
  await run(`CREATE DATABASE ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return emptied(pgServer(own.href), own.href, async () => {
    await run(`DROP DATABASE ${name} WITH (FORCE)`);
    await administration.close();
  });
}

function emptied(server: Server, url: string | null, drop: () => Promise<void>): TestServer {
  return {
    server,
    url,
    empty: async () => {
      // Closing one database must leave the server to the next test.
      const database = openDatabase({ primary: { ...server, close: async () => {} } });
      await migrate(database);
      await database.write(async (sql) => {
        await sql.rows('TRUNCATE generations, terms, embedders, ingestion_runs, documents RESTART IDENTITY CASCADE');
        const made = await sql.rows("SELECT indexname FROM pg_indexes WHERE indexname LIKE 'entries\\_by\\_%'");
        for (const row of made) await sql.rows(`DROP INDEX ${textOf(row, 'indexname')}`);
      });
      return database;
    },
    close: async () => {
      await server.close();
      await drop();
    },
  };
}
