import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * The text of a file as it was last committed, so that running twice still compares with the commit; outside a git
 * checkout, or for a file that is not committed, the file as it is; null when there is none.
 */
export async function readCommitted(path: string): Promise<string | null> {
  try {
    const { stdout } = await run('git', ['show', `HEAD:./${basename(path)}`], {
      cwd: dirname(path),
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  } catch {
    return readFile(path, 'utf8').catch(() => null);
  }
}
