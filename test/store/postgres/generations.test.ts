import { afterAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '../../../src/store/postgres/database.ts';
import { DatabaseUnavailableError, GenerationGoneError } from '../../../src/store/postgres/faults.ts';
import { postgresStore } from '../../../src/store/postgres/postgres-store.ts';
import { pruneGenerations } from '../../../src/store/postgres/publishing.ts';
import { sampleDocument } from '../../contracts/sample-corpus.ts';
import { coded, faultyServer } from '../../doubles/faulty-server.ts';
import { testServer } from '../../doubles/postgres.ts';

const { server, empty, close } = await testServer();
afterAll(close);

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
    const primary = faultyServer(server, 'primary', (statement) =>
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
