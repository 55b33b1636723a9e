import { connect as connectTo, type Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../src/store/postgres/database.ts';
import { DatabaseUnavailableError } from '../../../src/store/postgres/faults.ts';
import { pgServer } from '../../../src/store/postgres/pg-server.ts';
import { listening, portOf } from '../../doubles/tcp-server.ts';

const readOne = (database: Database) => database.read((sql) => sql.rows('SELECT 1 AS one'));

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
