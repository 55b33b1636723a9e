import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const INGEST = join(import.meta.dirname, '../../ingest/main.ts');

/** What an ingestion of a generated corpus took. */
export const IngestRun = z.object({
  seconds: z.number(),
  /** Reading the files; the rest is embedding, indexing and writing. */
  readSeconds: z.number(),
  /** The most resident memory seen, in megabytes. */
  peakMegabytes: z.number(),
  documents: z.number(),
  passages: z.number(),
});
export type IngestRun = z.infer<typeof IngestRun>;

const Report = z.object({
  generation: z.string().nullable(),
  documents: z.array(z.object({ counts: z.object({ passages: z.number() }).nullable() })),
});

/** Ingests a folder with the command line program, in a process of its own. */
export function runIngest(folder: string, environment: Readonly<Record<string, string>>): Promise<IngestRun> {
  const started = Date.now();
  const child = spawn(process.execPath, ['--max-old-space-size=8192', INGEST, folder, '--replace', '--json'], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, residentMegabytes(child.pid ?? 0));
  }, 500);
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(watch);
      const output = Buffer.concat(chunks).toString('utf8');
      if (output === '') {
        reject(new Error(`The ingestion ended with ${code} and without a report.`));
        return;
      }
      const { generation, documents } = Report.parse(JSON.parse(output));
      resolve({
        seconds: (Date.now() - started) / 1000,
        readSeconds: Math.max(0, momentOf(generation ?? '') - started) / 1000,
        peakMegabytes: peak,
        documents: documents.length,
        passages: documents.reduce((sum, { counts }) => sum + (counts?.passages ?? 0), 0),
      });
    });
  });
}

/** A generation is named after the moment at which everything was read: 20260102T030405Z-9f86d081. */
function momentOf(generation: string): number {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/.exec(generation) ?? [];
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

function residentMegabytes(pid: number): number {
  const status = existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, 'utf8') : '';
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
}

/** Megabytes of a file, or of everything in a folder. */
export function megabytesOf(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.size / 2 ** 20;
  return readdirSync(path).reduce((sum, name) => sum + megabytesOf(join(path, name)), 0);
}
