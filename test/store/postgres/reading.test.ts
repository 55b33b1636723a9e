import { afterAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../src/store/postgres/database.ts';
import { DatabaseUnavailableError } from '../../../src/store/postgres/faults.ts';
import { postgresStore } from '../../../src/store/postgres/postgres-store.ts';
import { sampleDocument } from '../../contracts/sample-corpus.ts';
import { coded, faultyServer } from '../../doubles/faulty-server.ts';
import { testServer } from '../../doubles/postgres.ts';

const { server, empty, close } = await testServer();
afterAll(close);
const faulty = (name: string, fault: (statement: string) => Error | null) => faultyServer(server, name, fault);

const readOne = (database: Database) => database.read((sql) => sql.rows('SELECT 1 AS one'));

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

  test('that lag behind the generation are passed over, and are asked again later', async () => {
    const lagging = await testServer();
    const behind = await lagging.empty();
    const primary = faulty('primary', () => null);
    const asked = faultyServer(lagging.server, 'lagging', () => null);
    let time = 0;
    const { publish, at } = postgresStore(openDatabase({ primary, replicas: [asked], now: () => time }));
    await empty();
    const document = sampleDocument({ id: 'a', lines: ['Một.'] });
    const generation = await publish({ add: [document], keep: [] });
    const read = async () => (await at(generation).passages(['a:p0']))[0]?.text;
    expect(await read()).toBe('Một.');
    const before = [primary.asked(), asked.asked()];
    expect(await read()).toBe('Một.');
    expect(asked.asked()).toBe(before[1]);
    // The replica has replayed the publication.
    await postgresStore(behind).publish({ add: [document], keep: [], generation });
    time = 60_000;
    expect(await read()).toBe('Một.');
    expect(asked.asked()).toBe((before[1] ?? 0) + 1);
    await lagging.close();
  });

  test.each([
    ['has not replayed our tables yet', '42P01'],
    ['does not let us in', '28P01'],
    ['takes too long', '57014'],
  ])('one that %s is passed over, and said once to be', async (_, code) => {
    const primary = faulty('primary', () => null);
    let fault: Error | null = coded(code);
    const replica = faulty('replica:5432/hdcs', () => fault);
    const told: string[] = [];
    let time = 0;
    const database = openDatabase({
      primary,
      replicas: [replica],
      now: () => time,
      onReplicaFault: (s) => told.push(s),
    });
    const readLater = async () => {
      time += 60_000;
      expect(await readOne(database)).toEqual([{ one: 1 }]);
    };
    await readLater();
    await readLater();
    expect(told).toEqual([expect.stringContaining(`replica:5432/hdcs bị bỏ qua (${code})`)]);
    fault = null;
    await readLater();
    expect(primary.asked()).toBe(2);
    fault = coded(code);
    await readLater();
    expect(told).toHaveLength(2);
  });

  test('a defect of the program is not asked of a second server', async () => {
    const primary = faulty('primary', () => null);
    const database = openDatabase({ primary, replicas: [faulty('replica', () => null)] });
    const work = async () => {
      throw new TypeError('not a function');
    };
    await expect(database.read(work)).rejects.toThrow('not a function');
    expect(primary.asked()).toBe(0);
  });

  test('that give way to what they replay are passed over', async () => {
    await empty();
    const primary = faulty('primary', () => null);
    const replica = faulty('replica', (statement) => (statement.startsWith('SELECT content') ? coded('40001') : null));
    const database = openDatabase({ primary, replicas: [replica] });
    expect(await database.read((sql) => sql.rows("SELECT content FROM (VALUES ('a')) AS one (content)"))).toEqual([
      { content: 'a' },
    ]);
  });
});
