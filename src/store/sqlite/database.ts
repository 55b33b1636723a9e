import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { UnusableDatabaseError } from '../unusable-database.ts';
import { appliedMigrations, migrate } from './migrate.ts';
import { migrations } from './migrations.ts';
import { inTransaction } from './transaction.ts';

/** Marks our files (`PRAGMA application_id`): "HDCS". */
const APPLICATION_ID = 0x48444353;

/** SQLite's result codes for a damaged file and for a file that is no database. */
const DAMAGED_CODES: ReadonlySet<number> = new Set([11, 26]);

const REBUILD = 'chạy "npm run ingest -- --replace seeds/documents" (hoặc thư mục văn bản của bạn) để dựng lại';

/**
 * Opens the corpus database, creating it when the file is missing, and migrates it. Several processes may have it open:
 * readers go on while one writes (WAL), and a commit is on the disk when it returns (`synchronous = FULL`).
 */
export function openDatabase(path: string): DatabaseSync {
  mkdirSync(dirname(path), { recursive: true });
  return reportingDamage(path, () => {
    const database = new DatabaseSync(path, { timeout: 10_000 });
    try {
      claim(database, path);
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
      migrate(database, migrations);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

/** Throws `UnusableDatabaseError` when any page of the file is damaged; reads the whole file. */
export function requireSound(database: DatabaseSync, path: string): void {
  reportingDamage(path, () => {
    const verdict = database.prepare('PRAGMA quick_check(1)').get()?.quick_check;
    if (verdict !== 'ok') throw new UnusableDatabaseError(`Cơ sở dữ liệu ${path} bị hỏng (${verdict}); ${REBUILD}.`);
  });
}

/** Moves an unusable database out of the way and returns its new path; nothing is deleted. */
export function setAsideDatabase(path: string, now: Date): string {
  const aside = `${path}.hong-${now.toISOString().replace(/\W/g, '')}`;
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix);
  }
  return aside;
}

/** Runs a query; SQLite's own words about damage become one sentence with the remedy. */
export function reportingDamage<T>(path: string, query: () => T): T {
  try {
    return query();
  } catch (error) {
    if (!isDamage(error)) throw error;
    const sentence = `Cơ sở dữ liệu ${path} bị hỏng hoặc không phải là cơ sở dữ liệu SQLite; ${REBUILD}.`;
    throw new UnusableDatabaseError(sentence, { cause: error });
  }
}

function claim(database: DatabaseSync, path: string): void {
  if (ownerOf(database) === APPLICATION_ID) {
    refuseNewer(database, path);
    return;
  }
  // In a transaction, since two processes may create the file at the same moment.
  inTransaction(database, () => {
    if (ownerOf(database) === APPLICATION_ID) return;
    const tables = database.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.n;
    if (ownerOf(database) !== 0 || tables !== 0) {
      throw new UnusableDatabaseError(`Tệp ${path} là cơ sở dữ liệu của một chương trình khác; ${REBUILD}.`);
    }
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
  });
}

function ownerOf(database: DatabaseSync): unknown {
  return database.prepare('PRAGMA application_id').get()?.application_id;
}

function refuseNewer(database: DatabaseSync, path: string): void {
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = appliedMigrations(database).find((name) => !known.has(name));
  if (unknown === undefined) return;
  throw new UnusableDatabaseError(
    `Cơ sở dữ liệu ${path} do một phiên bản mới hơn tạo ra (có thay đổi "${unknown}"); hãy dùng phiên bản đó, hoặc ${REBUILD}.`,
  );
}

function isDamage(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && DAMAGED_CODES.has(Number(error.errcode) & 0xff);
}
