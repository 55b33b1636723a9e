import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Another ingestion works on the same data folder. */
export class IngestionBusyError extends Error {
  override readonly name = 'IngestionBusyError';
}

/**
 * Taking a lock or taking it over lasts microseconds: a lock without a number in it, or a guard file, that is older
 * than this was left behind by a crash in the middle of that.
 */
const TAKING_MILLISECONDS = 5_000;

/** Locks this process holds: its own number in a lock file means a stale lock only when the path is not here. */
const held = new Set<string>();

/**
 * Runs `work` as the only ingestion on a data folder. Throws `IngestionBusyError` while another process (or another job
 * of this one) is at it; the lock of a process that has died is taken over.
 *
 * @example await withIngestionLock(dataDir, async () => { … await publishCorpus(next, options); });
 */
export async function withIngestionLock<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, 'ingest.lock');
  takeLock(path);
  held.add(path);
  try {
    return await work();
  } finally {
    held.delete(path);
    rmSync(path, { force: true });
  }
}

function takeLock(path: string): void {
  if (created(path)) return;
  const owner = ownerOf(path);
  if (owner === null ? ageOf(path) < TAKING_MILLISECONDS : isAlive(owner, path)) throw busy(path, owner);
  takeOver(path, owner);
}

/** Only one process may replace a stale lock: else the second would remove the lock the first has just taken. */
function takeOver(path: string, staleOwner: number | null): void {
  const guard = `${path}.takeover`;
  if (ageOf(guard) > TAKING_MILLISECONDS) rmSync(guard, { force: true });
  if (!created(guard)) throw busy(path, ownerOf(path));
  try {
    if (ownerOf(path) !== staleOwner) throw busy(path, ownerOf(path));
    rmSync(path, { force: true });
    if (!created(path)) throw busy(path, ownerOf(path));
  } finally {
    rmSync(guard, { force: true });
  }
}

function created(path: string): boolean {
  try {
    const file = openSync(path, 'wx');
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Null when the file is gone, or its writer has not written yet or died before. */
function ownerOf(path: string): number | null {
  try {
    const owner = Number.parseInt(readFileSync(path, 'utf8'), 10);
    return Number.isInteger(owner) && owner > 0 ? owner : null;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function isAlive(pid: number, path: string): boolean {
  if (pid === process.pid) return held.has(path);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to someone else.
    return codeOf(error) === 'EPERM';
  }
}

function ageOf(path: string): number {
  return Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
}

function busy(path: string, owner: number | null): IngestionBusyError {
  const who = owner === null ? 'một tiến trình khác' : `tiến trình ${owner}`;
  return new IngestionBusyError(
    `Một lượt nạp văn bản khác đang chạy (${who}, khóa ${path}); hãy đợi lượt đó xong rồi chạy lại.`,
  );
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}
