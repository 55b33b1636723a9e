import { PGlite } from '@electric-sql/pglite';
import { pg_textsearch } from '@electric-sql/pglite-pg_textsearch';
import { vector } from '@electric-sql/pglite-pgvector';
import type { Connection, Server } from '../../src/store/postgres/sql.ts';

/** PostgreSQL in this process, with pgvector and, where asked for, pg_textsearch. It has one connection, lent in turn. */
export async function pgliteServer({ textSearch = true } = {}): Promise<Server> {
  const extensions = textSearch ? { vector, pg_textsearch } : { vector };
  const engine = await PGlite.create({ extensions });
  let turn: Promise<void> = Promise.resolve();
  return {
    name: 'pglite',
    connect: async () => {
      const before = turn;
      let release = () => {};
      turn = new Promise((resolve) => {
        release = resolve;
      });
      await before;
      return connectionOn(engine, release);
    },
    close: () => engine.close(),
  };
}

function connectionOn(engine: PGlite, release: () => void): Connection {
  return {
    rows: async (text, parameters = []) => (await engine.query<Record<string, unknown>>(text, [...parameters])).rows,
    script: async (statements) => (await engine.exec(statements)).at(-1)?.rows ?? [],
    cancel: async () => {},
    release,
  };
}
