import { afterAll, describe, expect, test } from 'vitest';
import { migrate, requireMigrated } from '../../../src/store/postgres/migrate.ts';
import { UnusableDatabaseError } from '../../../src/store/unusable-database.ts';
import { testServer } from '../../doubles/postgres.ts';

const { empty, close } = await testServer();
afterAll(close);

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
