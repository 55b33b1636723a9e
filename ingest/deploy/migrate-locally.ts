import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runWrangler } from './run-wrangler.ts';

const MIGRATIONS = fileURLToPath(new URL('../../src/edge/migrations', import.meta.url));
const STATE = fileURLToPath(new URL('../../.wrangler/state', import.meta.url));

/** The local database could not be brought up to date. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/**
 * Brings the local D1 database in a state folder up to date, with wrangler, and only when there is something to do:
 * starting wrangler takes as long as starting the server.
 */
export async function migrateLocally(state: string): Promise<void> {
  const note = join(state, 'migrated.txt');
  const names = (await readdir(MIGRATIONS)).sort().join('\n');
  if ((await readFile(note, 'utf8').catch(() => null)) === names) return;
  const args = ['d1', 'migrations', 'apply', 'OPERATIONS', '--local', '--persist-to', state];
  if ((await runWrangler(args, { output: 'errors' })) !== 0) {
    throw new MigrationError(`Không tạo được bảng trong ${state}; xóa thư mục đó rồi chạy lại.`);
  }
  await mkdir(state, { recursive: true });
  await writeFile(note, names);
}

/** Where wrangler keeps local databases, with the given options. */
export function stateFolder(options: readonly string[]): string {
  const { values } = parseArgs({ args: [...options], options: { 'persist-to': { type: 'string' } }, strict: false });
  return typeof values['persist-to'] === 'string' ? values['persist-to'] : STATE;
}
