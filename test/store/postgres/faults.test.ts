import { once } from 'node:events';
import { connect as connectTo, createServer, type Server as NetServer, type Socket } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../src/store/postgres/database.ts';
import { DatabaseUnavailableError, GenerationGoneError } from '../../../src/store/postgres/faults.ts';
import { migrate, requireMigrated } from '../../../src/store/postgres/migrate.ts';
import { pgServer } from '../../../src/store/postgres/pg-server.ts';
import { postgresStore } from '../../../src/store/postgres/postgres-store.ts';
import { pruneGenerations } from '../../../src/store/postgres/publishing.ts';
import type { Connection, Server } from '../../../src/store/postgres/sql.ts';
import { UnusableDatabaseError } from '../../../src/store/unusable-database.ts';
import { sampleDocument } from '../../contracts/sample-corpus.ts';
import { testServer } from '../../doubles/postgres.ts';

const { server, empty, close } = await testServer();
afterAll(close);

/** A server whose connections fail as the test wishes. */
function faulty(name: string, fault: (statement: string) => Error | null): Server & { readonly asked: () => number } {
  let asked = 0;
  const failing = (connection: Connection): Connection => {
    const attempt = async <T>(statement: string, run: () => Promise<T>): Promise<T> => {
      const error = fault(statement);
      if (error !== null) throw error;
      return run();
    };
    return {
      ...connection,
      rows: (text, parameters) => attempt(text, () => connection.rows(text, parameters)),
      script: (statements) => attempt(statements, () => connection.script(statements)),
      // The real one is sound: it must not stay in the middle of a transaction.
      release: (sound) => {
        if (sound) connection.release(true);
        else void connection.script('ROLLBACK').finally(() => connection.release(true));
      },
    };
  };
  return {
    name,
    asked: () => asked,
    connect: async () => {
      asked += 1;
      const error = fault('connect');
      if (error !== null) throw error;
      return failing(await server.connect());
    },
    close: async () => {},
  };
}

const coded = (code: string) => Object.assign(new Error(`fault ${code}`), { code });
const onSelect = (error: Error) => (statement: string) => (statement.startsWith('SELECT content') ? error : null);
const readOne = (database: Database, generation: number | null = null) =>
  database.read((sql) => sql.rows('SELECT 1 AS one'), { generation });

describe('reading', () => {
  test('a connection that breaks in mid-query is replaced once, and the answer is whole', async () => {
    await empty();
    let broken = 0;
    const primary = faulty('primary', (statement) => {
      if (!statement.startsWith('SELECT 1') || broken > 0) return null;
      broken += 1;
      return new Error('Connection terminated unexpectedly');
    });
    expect(await readOne(openDatabase({ primary }))).toEqual([{ one: 1 }]);
    expect(primary.asked()).toBe(2);
  });

  test('a database that is down is tried twice and named without credentials', async () => {
    const primary = faulty('db.internal:5432/hdcs', () => coded('ECONNREFUSED'));
    const reading = readOne(openDatabase({ primary }));
    await expect(reading).rejects.toThrow(DatabaseUnavailableError);
    await expect(reading).rejects.toThrow(/db\.internal:5432\/hdcs, ECONNREFUSED.*DATABASE_URL/);
    expect(primary.asked()).toBe(2);
  });

  test('a statement that takes too long is given up and not tried again', async () => {
    const primary = faulty('primary', (statement) => (statement.startsWith('SELECT 1') ? coded('57014') : null));
    await expect(readOne(openDatabase({ primary }))).rejects.toThrow(/không trả lời kịp/);
    expect(primary.asked()).toBe(1);
  });

  test('a mistake in SQL is no fault of the server', async () => {
    const reading = openDatabase({ primary: faulty('primary', () => null) }).read((sql) => sql.rows('SELEC 1'));
    await expect(reading).rejects.not.toThrow(DatabaseUnavailableError);
  });

  test('a question that nobody waits for is not asked', async () => {
    const primary = faulty('primary', () => null);
    const signal = AbortSignal.abort(new Error('left'));
    await expect(openDatabase({ primary }).read(async () => 1, { signal })).rejects.toThrow('left');
    expect(primary.asked()).toBe(0);
  });
});

describe('replicas', () => {
  test('share the reading', async () => {
    const primary = faulty('primary', () => null);
    const replicas = [faulty('one', () => null), faulty('two', () => null)];
    const database = openDatabase({ primary, replicas });
    for (let i = 0; i < 4; i++) await readOne(database);
    expect([primary, ...replicas].map((each) => each.asked())).toEqual([0, 2, 2]);
  });

  test('that are down are left alone for a while, the primary answers', async () => {
    const primary = faulty('primary', () => null);
    const replica = faulty('replica', () => coded('ECONNREFUSED'));
    let time = 0;
    const database = openDatabase({ primary, replicas: [replica], now: () => time });
    expect(await readOne(database)).toEqual([{ one: 1 }]);
    expect(await readOne(database)).toEqual([{ one: 1 }]);
    expect([primary.asked(), replica.asked()]).toEqual([2, 1]);
    time = 60_000;
    await readOne(database);
    expect(replica.asked()).toBe(2);
  });

  test('that lag behind the generation are passed over', async () => {
    await empty();
    const lagging: Server = {
      ...server,
      name: 'lagging',
      connect: async () => {
        const connection = await server.connect();
        // What a replica answers that has not replayed the publication yet.
        return {
          ...connection,
          script: async (statements) => {
            const rows = await connection.script(statements);
            return statements.includes('FROM generations WHERE number') ? [] : rows;
          },
        };
      },
    };
    const primary = faulty('primary', () => null);
    const database = openDatabase({ primary, replicas: [lagging] });
    const store = postgresStore(database);
    const generation = await store.publish({ add: [sampleDocument({ id: 'a', lines: ['Một.'] })], keep: [] });
    const before = primary.asked();
    expect((await store.at(generation).passages(['a:p0']))[0]?.text).toBe('Một.');
    expect(primary.asked()).toBeGreaterThan(before + 1);
  });

  test('that give way to what they replay are passed over', async () => {
    await empty();
    const primary = faulty('primary', () => null);
    const replica = faulty('replica', onSelect(coded('40001')));
    const database = openDatabase({ primary, replicas: [replica] });
    expect(await database.read((sql) => sql.rows("SELECT content FROM (VALUES ('a')) AS one (content)"))).toEqual([
      { content: 'a' },
    ]);
  });
});

describe('generations', () => {
  const publish = (database: Database, text: string) =>
    postgresStore(database).publish({ add: [sampleDocument({ id: 'a', lines: [text] })], keep: [] });

  test('one that was pruned under its reader is an error and no half answer', async () => {
    const database = await empty();
    const view = postgresStore(database).at(await publish(database, 'Một.'));
    expect(await view.passages(['a:p0'])).toHaveLength(1);
    for (const text of ['Hai.', 'Ba.']) await publish(database, text);
    await database.write((sql) => pruneGenerations(sql, 0));
    await expect(view.passages(['a:p0'])).rejects.toThrow(GenerationGoneError);
  });

  test('what was replaced a moment ago can still be read, however many were published since', async () => {
    const database = await empty();
    const view = postgresStore(database).at(await publish(database, 'Một.'));
    for (const text of ['Hai.', 'Ba.', 'Bốn.']) await publish(database, text);
    expect((await view.passages(['a:p0']))[0]?.text).toBe('Một.');
  });

  test('a publication that fails leaves what is published', async () => {
    const database = await empty();
    const published = await publish(database, 'Một.');
    const primary = faulty('primary', (statement) =>
      statement.includes('INSERT INTO generation_statistics') || statement.includes('UPDATE terms')
        ? coded('53100')
        : null,
    );
    await expect(publish(openDatabase({ primary }), 'Hai.')).rejects.toThrow(DatabaseUnavailableError);
    const store = postgresStore(database);
    expect(await store.generation()).toBe(published);
    expect((await store.passages(['a:p0']))[0]?.text).toBe('Một.');
  });
});

describe('the schema', () => {
  test('of an empty database means that nothing was ingested', async () => {
    const database = await empty();
    await database.write((sql) => sql.rows('ALTER TABLE migrations RENAME TO put_aside'));
    expect(await requireMigrated(database)).toBe('empty');
    await database.write((sql) => sql.rows('ALTER TABLE put_aside RENAME TO migrations'));
    expect(await requireMigrated(database)).toBe('ready');
  });

  test('of a newer version is refused', async () => {
    const database = await empty();
    await database.write((sql) => sql.rows("INSERT INTO migrations (name) VALUES ('999-from-the-future')"));
    await expect(requireMigrated(database)).rejects.toThrow(UnusableDatabaseError);
    await expect(migrate(database)).rejects.toThrow(/phiên bản mới hơn/);
    await database.write((sql) => sql.rows("DELETE FROM migrations WHERE name LIKE '999%'"));
  });

  test('a migration that fails leaves it as it was', async () => {
    const database = await empty();
    const broken = { name: '998-broken', sql: 'CREATE TABLE half (x integer);\nCREATE TABEL other (x integer);\n' };
    const applied = await database.read((sql) => sql.rows('SELECT name FROM migrations ORDER BY name'));
    const known = [...applied.map((row) => ({ name: String(row.name), sql: '' })), broken];
    await expect(migrate(database, known)).rejects.toThrow();
    expect(await database.read((sql) => sql.rows("SELECT to_regclass('half') IS NULL AS gone"))).toEqual([
      { gone: true },
    ]);
  });
});

describe('the driver', () => {
  test('says that nobody listens, without the password', async () => {
    const closed = await listening(() => {});
    const port = portOf(closed);
    await new Promise((done) => closed.close(done));
    const database = openDatabase({ primary: pgServer(`postgres://hdcs:bi-mat@127.0.0.1:${port}/kho`) });
    const error = await readOne(database).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DatabaseUnavailableError);
    expect(String(error)).toContain(`127.0.0.1:${port}/kho`);
    expect(`${error} ${JSON.stringify(error)} ${error instanceof Error ? error.stack : ''}`).not.toContain('bi-mat');
    await database.close();
  });

  test('says that a server hangs up', async () => {
    const rude = await listening((socket) => socket.destroy());
    const database = openDatabase({ primary: pgServer(`postgres://hdcs@127.0.0.1:${portOf(rude)}/kho`) });
    await expect(readOne(database)).rejects.toThrow(DatabaseUnavailableError);
    await database.close();
    rude.close();
  });

  test('gives up a server that never answers', async () => {
    const silent = await listening(() => {});
    const primary = pgServer(`postgres://hdcs@127.0.0.1:${portOf(silent)}/kho`, { connectTimeout: 200 });
    const database = openDatabase({ primary });
    await expect(readOne(database)).rejects.toThrow(DatabaseUnavailableError);
    await database.close();
    silent.close();
  });
});

const url = process.env.TEST_DATABASE_URL ?? '';

describe.skipIf(url === '')('the driver on a real server', () => {
  test('a question that is left in mid-query is stopped on the server', async () => {
    const database = openDatabase({ primary: pgServer(url, { connections: 3 }) });
    const left = new AbortController();
    setTimeout(() => left.abort(new Error('left')), 200);
    const began = performance.now();
    await expect(
      database.read((sql) => sql.rows('SELECT pg_sleep(20), 4711 AS marked'), { signal: left.signal }),
    ).rejects.toThrow('left');
    expect(performance.now() - began).toBeLessThan(5_000);
    const running =
      "SELECT count(*)::integer AS n FROM pg_stat_activity WHERE query LIKE '%4711 AS marked' AND state = 'active'";
    expect(await database.read((sql) => sql.rows(running))).toEqual([{ n: 0 }]);
    await database.close();
  });

  test('a slow statement is ended by the server, and the connection serves the next', async () => {
    const database = openDatabase({ primary: pgServer(url, { connections: 1 }), statementTimeout: 100 });
    await expect(database.read((sql) => sql.rows('SELECT pg_sleep(5)'))).rejects.toThrow(/không trả lời kịp/);
    expect(await readOne(database)).toEqual([{ one: 1 }]);
    await database.close();
  });

  test('connections that were cut while nobody used them are replaced', async () => {
    const sockets = new Set<Socket>();
    const { hostname, port } = new URL(url);
    const proxy = await listening((socket) => {
      const upstream = connectTo(Number(port || '5432'), hostname);
      for (const each of [socket, upstream]) {
        sockets.add(each);
        each.on('error', () => {});
      }
      socket.pipe(upstream).pipe(socket);
    });
    const through = new URL(url);
    through.host = `127.0.0.1:${portOf(proxy)}`;
    const database = openDatabase({ primary: pgServer(through.href, { connections: 2 }) });
    await readOne(database);
    for (const socket of sockets) socket.destroy();
    expect(await readOne(database)).toEqual([{ one: 1 }]);
    const sleeping = database.read((sql) => sql.rows('SELECT 1 AS one, pg_sleep(1)'));
    setTimeout(() => {
      for (const socket of sockets) socket.destroy();
    }, 300);
    expect((await sleeping)[0]?.one).toBe(1);
    await database.close();
    proxy.close();
  });
});

async function listening(onSocket: (socket: Socket) => void): Promise<NetServer> {
  const created = createServer(onSocket).listen(0, '127.0.0.1');
  await once(created, 'listening');
  return created;
}

function portOf(created: NetServer): number {
  const address = created.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
