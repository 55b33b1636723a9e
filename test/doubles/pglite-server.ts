import { PGlite } from '@electric-sql/pglite';
import { pg_textsearch } from '@electric-sql/pglite-pg_textsearch';
import { vector } from '@electric-sql/pglite-pgvector';
import type { Connection, Server } from '../../src/store/postgres/sql.ts';

/** PostgreSQL in this process, with pgvector and, where asked for, pg_textsearch. */
export function pglite({ textSearch = true } = {}): Promise<PGlite> {
  return PGlite.create({ extensions: textSearch ? { vector, pg_textsearch } : { vector } });
}

/** The adapter's server over such an engine. It has one connection, lent in turn. */
export function pgliteServer(engine: PGlite): Server {
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
