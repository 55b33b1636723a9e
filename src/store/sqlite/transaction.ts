import type { DatabaseSync } from 'node:sqlite';

/**
 * Runs `work` in one write transaction; a throw rolls everything back. The write lock is taken at the start, so what
 * `work` reads cannot change before it writes.
 */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
