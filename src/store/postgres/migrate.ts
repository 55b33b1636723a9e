import type { Migration } from '../migration.ts';
import { textOf } from '../row.ts';
import { UnusableDatabaseError } from '../unusable-database.ts';
import type { Database } from './database.ts';
import { isUnprepared } from './faults.ts';
import { migrations } from './migrations.ts';
import type { Sql } from './sql.ts';

/** Held while the schema changes, and while a generation is published: "HDCS". */
export const WRITE_LOCK = 0x48444353;

/** halfvec came with 0.7, going on in a graph under a filter with 0.8. */
const LEAST_PGVECTOR = [0, 8] as const;

/**
 * Brings the database to the newest schema: the migrations it has not had yet, in order, in one transaction. Of several
 * processes that start at once one migrates and the others find it done. Throws `UnusableDatabaseError` where pgvector
 * is missing or too old, and for a database of a newer version of this program.
 */
export async function migrate(database: Database, known: readonly Migration[] = migrations): Promise<void> {
  await database.write(async (sql) => {
    await sql.rows('SELECT pg_advisory_xact_lock($1)', [WRITE_LOCK]);
    await requirePgvector(sql);
    await sql.rows(
      'CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())',
    );
    const applied = await appliedMigrations(sql);
    requireKnown(applied, known);
    for (const { name, sql: statements } of known.filter((migration) => !applied.includes(migration.name))) {
      for (const statement of statements.split(/;\s*\n/).filter((text) => text.trim() !== ''))
        await sql.rows(statement);
      await sql.rows('INSERT INTO migrations (name) VALUES ($1)', [name]);
    }
  });
}

/** Throws `UnusableDatabaseError` unless the database has the schema of this program; for readers, who change nothing. */
export async function requireMigrated(database: Database): Promise<'ready' | 'empty'> {
  try {
    const applied = await database.readPrimary(appliedMigrations);
    requireKnown(applied, migrations);
    return applied.length === migrations.length ? 'ready' : 'empty';
  } catch (error) {
    if (isUnprepared(error)) return 'empty';
    throw error;
  }
}

async function appliedMigrations(sql: Sql): Promise<string[]> {
  return (await sql.rows('SELECT name FROM migrations ORDER BY name')).map((row) => textOf(row, 'name'));
}

function requireKnown(applied: readonly string[], known: readonly Migration[]): void {
  const unknown = applied.find((name) => !known.some((migration) => migration.name === name));
  if (unknown === undefined) return;
  throw new UnusableDatabaseError(
    `Cơ sở dữ liệu PostgreSQL do một phiên bản mới hơn tạo ra (có thay đổi "${unknown}"); hãy dùng phiên bản đó, hoặc đặt DATABASE_URL là một cơ sở dữ liệu khác.`,
  );
}

async function requirePgvector(sql: Sql): Promise<void> {
  const [row] = await sql.rows(`
    SELECT coalesce(
      (SELECT extversion FROM pg_extension WHERE extname = 'vector'),
      (SELECT default_version FROM pg_available_extensions WHERE name = 'vector'), '') AS version`);
  const version = row === undefined ? '' : textOf(row, 'version');
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (version === '' || (major === LEAST_PGVECTOR[0] && minor < LEAST_PGVECTOR[1])) {
    throw new UnusableDatabaseError(
      `Máy chủ PostgreSQL cần phần mở rộng pgvector từ ${LEAST_PGVECTOR.join('.')} (${version === '' ? 'chưa cài' : `đang là ${version}`}); hãy cài rồi chạy lại.`,
    );
  }
  await sql.rows('CREATE EXTENSION IF NOT EXISTS vector');
}
