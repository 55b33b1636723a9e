import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { IngestionJob, IngestionJobs, UploadedFile } from './ingestion-jobs.ts';

const INGEST = fileURLToPath(new URL('../../../ingest/main.ts', import.meta.url));
const REMOVE = fileURLToPath(new URL('../../../ingest/remove.ts', import.meta.url));

/** Finished jobs that can still be looked up. */
const MOST_KEPT = 100;

export interface NodeIngestionJobsOptions {
  readonly uploads: string;
  /** Is told when a job has ended, so that the new generation is looked for at once. */
  readonly onEnd: () => Promise<void>;
}

/**
 * Runs the ingestion program as a process of its own for every job: the service stays responsive, and a reader that
 * crashes on an untrusted file cannot take it down.
 */
export function nodeIngestionJobs({ uploads, onEnd }: NodeIngestionJobsOptions): IngestionJobs {
  const jobs = new Map<string, IngestionJob>();
  const changes = new EventEmitter().setMaxListeners(0);
  let queue: Promise<void> = Promise.resolve();

  const update = (id: string, change: (job: IngestionJob) => Partial<IngestionJob>): void => {
    const job = jobs.get(id);
    if (job === undefined) return;
    jobs.set(id, { ...job, ...change(job) });
    changes.emit(id);
  };

  const enqueue = (files: readonly string[], id: string, program: string, args: readonly string[]): IngestionJob => {
    const createdAt = new Date().toISOString();
    const job: IngestionJob = { id, state: 'queued', createdAt, files, lines: [], report: null };
    jobs.set(id, job);
    for (const old of [...jobs.keys()].slice(0, -MOST_KEPT)) jobs.delete(old);
    queue = queue.then(async () => {
      update(id, () => ({ state: 'running' }));
      const onLine = (line: string) => update(id, ({ lines }) => ({ lines: [...lines, line] }));
      const { code, output } = await run(program, args, onLine);
      await onEnd();
      const report = parseReport(output);
      update(id, () => ({ state: code === 0 ? 'done' : 'failed', report }));
    });
    return job;
  };

  return {
    add: async (files) => {
      const id = crypto.randomUUID();
      const folder = join(uploads, id);
      await mkdir(folder, { recursive: true });
      const names = await Promise.all(files.map((file) => save(folder, file)));
      return enqueue(names, id, INGEST, [folder, '--json']);
    },
    remove: async (documentId) => enqueue([], crypto.randomUUID(), REMOVE, [documentId, '--json']),
    find: (id) => jobs.get(id) ?? null,
    changed: async (id, signal) => {
      const state = jobs.get(id)?.state;
      if (state === 'queued' || state === 'running') await once(changes, id, { signal });
    },
  };
}

/** Saves a file under its own name without folders or characters that mean something to a file system. */
async function save(folder: string, { name, bytes }: UploadedFile): Promise<string> {
  const safe = basename(name.replaceAll('\\', '/'))
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._ -]/gu, '_');
  const kept = safe.replace(/^\.+/, '') || 'van-ban';
  await writeFile(join(folder, kept), bytes);
  return kept;
}

interface Ended {
  readonly code: number;
  readonly output: string;
}

function run(program: string, args: readonly string[], onLine: (line: string) => void): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    createInterface({ input: child.stderr }).on('line', onLine);
    child.once('error', (error) => {
      onLine(error.message);
      resolve({ code: 1, output });
    });
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

function parseReport(output: string): unknown {
  try {
    return JSON.parse(output);
  } catch {
    return null;
  }
}
