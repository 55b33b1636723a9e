import type { DatabaseSync } from 'node:sqlite';
import type { Migration } from '../migration.ts';
import { inTransaction } from './transaction.ts';

/** Brings a database to the newest schema: the migrations it has not had yet, in order, in one transaction. */
export function migrate(database: DatabaseSync, migrations: readonly Migration[]): void {
  if (appliedMigrations(database).length >= migrations.length) return;
  inTransaction(database, () => {
    database.exec('CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL) STRICT');
    // Read again inside the transaction: another process may have migrated while this one waited for the lock.
    const applied = appliedMigrations(database);
    const record = database.prepare(`INSERT INTO migrations (name, applied_at) VALUES (?, datetime('now'))`);
    for (const migration of migrations.filter(({ name }) => !applied.includes(name))) {
      database.exec(migration.sql);
      record.run(migration.name);
    }
  });
}

/** Names of the migrations a database has had; none for a new file. */
export function appliedMigrations(database: DatabaseSync): string[] {
  const table = database.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migrations'`).get();
  if (table === undefined) return [];
  return database
    .prepare('SELECT name FROM migrations ORDER BY name')
    .all()
    .map((row) => String(row.name));
}
