import { afterAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../src/store/postgres/database.ts';
import { DatabaseUnavailableError } from '../../../src/store/postgres/faults.ts';
import { hyperdriveServer, pgServer } from '../../../src/store/postgres/pg-server.ts';
import { testServer } from '../../doubles/postgres.ts';
import { tcpProxy } from '../../doubles/tcp-proxy.ts';
import { listening, portOf } from '../../doubles/tcp-server.ts';

const readOne = (database: Database) => database.read((sql) => sql.rows('SELECT 1 AS one'));

describe.each([
  ['the pool', (url: string) => pgServer(url, { connectTimeout: 200 })],
  ['Hyperdrive', (url: string) => hyperdriveServer(url, 200)],
])('the driver through %s', (_, serverAt) => {
  test('says that nobody listens, without the password', async () => {
    const closed = await listening(() => {});
    const port = portOf(closed);
    await new Promise((done) => closed.close(done));
    const database = openDatabase({ primary: serverAt(`postgres://hdcs:bi-mat@127.0.0.1:${port}/kho`) });
    const error = await readOne(database).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(DatabaseUnavailableError);
    expect(`${error} ${JSON.stringify(error)} ${error instanceof Error ? error.stack : ''}`).not.toContain('bi-mat');
    await database.close();
  });

  test('says that a server hangs up', async () => {
    const rude = await listening((socket) => socket.destroy());
    const database = openDatabase({ primary: serverAt(`postgres://hdcs@127.0.0.1:${portOf(rude)}/kho`) });
    await expect(readOne(database)).rejects.toThrow(DatabaseUnavailableError);
    await database.close();
    rude.close();
  });

  test('gives up a server that never answers', async () => {
    const silent = await listening(() => {});
    const database = openDatabase({ primary: serverAt(`postgres://hdcs@127.0.0.1:${portOf(silent)}/kho`) });
    await expect(readOne(database)).rejects.toThrow(DatabaseUnavailableError);
    await database.close();
    silent.close();
  });
});

test('the pool names the server that is down', async () => {
  const database = openDatabase({ primary: pgServer('postgres://hdcs:bi-mat@127.0.0.1:9/kho') });
  await expect(readOne(database)).rejects.toThrow(/127\.0\.0\.1:9\/kho, ECONNREFUSED/);
  await database.close();
});

describe('connections through a network that fails', async () => {
  const server = await testServer({ overTcp: true });
  afterAll(() => server.close());
  const proxied = async (connections: number) => {
    const proxy = await tcpProxy(server.url ?? '');
    const database = openDatabase({
      primary: pgServer(proxy.url, { connections, connectTimeout: 500 }),
      statementTimeout: 500,
      silence: 300,
    });
    return {
      proxy,
      database,
      close: async () => {
        await database.close();
        await proxy.close();
      },
    };
  };

  test('those cut while nobody used them are replaced', async () => {
    const { proxy, database, close } = await proxied(2);
    await readOne(database);
    proxy.turn('cut');
    proxy.turn('open');
    expect(await readOne(database)).toEqual([{ one: 1 }]);
    await close();
  });

  test('one cut in mid-query is replaced, and the answer is whole', async () => {
    const { proxy, database, close } = await proxied(2);
    let tries = 0;
    const rows = await database.read(async (sql) => {
      tries += 1;
      const first = await sql.rows('SELECT 1 AS one');
      if (tries === 1) {
        proxy.turn('cut');
        proxy.turn('open');
      }
      return [...first, ...(await sql.rows('SELECT 2 AS two'))];
    });
    expect([rows, tries]).toEqual([[{ one: 1 }, { two: 2 }], 2]);
    await close();
  });

  test('one on which nothing comes any more is given up, and the next read is answered', async () => {
    const { proxy, database, close } = await proxied(2);
    await readOne(database);
    proxy.turn('silent');
    await expect(readOne(database)).rejects.toThrow(DatabaseUnavailableError);
    proxy.turn('open');
    expect(await readOne(database)).toEqual([{ one: 1 }]);
    await close();
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
});
