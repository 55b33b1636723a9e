import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, test } from 'vitest';
import { migrate } from '../../../src/store/sqlite/migrate.ts';
import { openReplaceableStore, openSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import { UnusableDatabaseError } from '../../../src/store/unusable-database.ts';
import { documentStoreContract } from '../../contracts/document-store.ts';
import { sampleDocument } from '../../contracts/sample-corpus.ts';

const folder = mkdtempSync(join(tmpdir(), 'sqlite-store-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const newFile = () => join(folder, `corpus-${files++}.sqlite`);

describe('the SQLite store as document store', () => {
  documentStoreContract(async () => openSqliteStore(newFile()));
});

describe('the SQLite file', () => {
  test('a second process sees what the first published', async () => {
    const path = newFile();
    const [writer, reader] = [openSqliteStore(path), openSqliteStore(path)];
    await writer.publish({ add: [sampleDocument({ id: 'a', lines: ['Một.'] })], keep: [], generation: 'g1' });
    expect(await reader.generation()).toBe('g1');
    expect((await reader.documents()).map(({ id }) => id)).toEqual(['a']);
    await Promise.all([writer.close(), reader.close()]);
  });

  test('keeps the rows of two generations and no more', async () => {
    const path = newFile();
    const store = openSqliteStore(path);
    for (const generation of ['g1', 'g2', 'g3']) {
      await store.publish({ add: [sampleDocument({ id: 'a', lines: [generation] })], keep: [], generation });
    }
    await store.close();
    const database = new DatabaseSync(path);
    expect(
      database
        .prepare('SELECT name FROM generations ORDER BY number')
        .all()
        .map((row) => row.name),
    ).toEqual(['g2', 'g3']);
    expect(database.prepare('SELECT count(*) AS n FROM passages').get()?.n).toBe(2);
    database.close();
  });

  test.each([
    ['text', 'this is not a database, but it is long enough to be looked at as one '.repeat(40)],
    ['a cut header', 'SQLite format 3\0cut'],
  ])('%s instead of a database names the command that rebuilds it', (_, content) => {
    const path = newFile();
    writeFileSync(path, content);
    expect(() => openSqliteStore(path)).toThrow(UnusableDatabaseError);
    expect(() => openSqliteStore(path)).toThrow(/npm run ingest -- --replace/);
  });

  test('a database whose pages were overwritten names the command that rebuilds it', async () => {
    const path = newFile();
    const store = openSqliteStore(path);
    await store.publish({ add: [sampleDocument({ id: 'a', lines: ['Một.'] })], keep: [] });
    await store.close();
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0x5a, 4096));
    const read = async () => {
      const damaged = openSqliteStore(path);
      try {
        await damaged.document('a');
      } finally {
        await damaged.close();
      }
    };
    await expect(read()).rejects.toThrow(/npm run ingest -- --replace/);
  });

  test('the database of another program is refused and left as it is', () => {
    const path = newFile();
    const other = new DatabaseSync(path);
    other.exec('CREATE TABLE notes (text TEXT)');
    other.close();
    expect(() => openSqliteStore(path)).toThrow(/chương trình khác/);
    const again = new DatabaseSync(path);
    expect(again.prepare('SELECT name FROM sqlite_schema').all()).toEqual([{ name: 'notes' }]);
    again.close();
  });

  test('a database of a newer version is refused', async () => {
    const path = newFile();
    await openSqliteStore(path).close();
    const newer = new DatabaseSync(path);
    newer.exec(`INSERT INTO migrations VALUES ('999-from-the-future', 'now')`);
    newer.close();
    expect(() => openSqliteStore(path)).toThrow(/phiên bản mới hơn/);
  });

  test.each([
    ['text', () => 'rubbish '.repeat(500)],
    [
      'damaged in the middle',
      (sound: Buffer) => Buffer.from(sound).fill(0x5a, sound.length - 8192, sound.length - 4096),
    ],
  ])('to be replaced, when %s, is moved aside and a new one made in its place', async (_, damage) => {
    const path = newFile();
    const before = openSqliteStore(path);
    await before.publish({ add: [sampleDocument({ id: 'a', lines: ['Một.'] })], keep: [] });
    await before.close();
    writeFileSync(path, damage(readFileSync(path)));
    const lines: string[] = [];
    const store = openReplaceableStore(path, (line) => lines.push(line));
    expect(await store.generation()).toBeNull();
    await store.close();
    const [aside] = readdirSync(folder).filter((name) => name.startsWith(`${basename(path)}.hong-`));
    expect(lines.join()).toContain(aside);
  });

  test('to be replaced, when sound, is opened as it is', async () => {
    const path = newFile();
    const before = openSqliteStore(path);
    await before.publish({ add: [sampleDocument({ id: 'a', lines: ['Một.'] })], keep: [], generation: 'g1' });
    await before.close();
    const store = openReplaceableStore(path, () => {});
    expect(await store.generation()).toBe('g1');
    await store.close();
  });
});

describe('migrations', () => {
  test('are applied in order, once each', () => {
    const database = new DatabaseSync(':memory:');
    const first = { name: '001-a', sql: 'CREATE TABLE a (x)' };
    const second = { name: '002-b', sql: 'CREATE TABLE b (x)' };
    migrate(database, [first]);
    migrate(database, [first, second]);
    migrate(database, [first, second]);
    expect(database.prepare('SELECT name FROM migrations').all()).toEqual([{ name: '001-a' }, { name: '002-b' }]);
  });

  test('that fail leave the schema as it was', () => {
    const database = new DatabaseSync(':memory:');
    const broken = [
      { name: '001-a', sql: 'CREATE TABLE a (x)' },
      { name: '002-b', sql: 'CREATE TABEL b (x)' },
    ];
    expect(() => migrate(database, broken)).toThrow();
    expect(database.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.n).toBe(0);
  });
});
