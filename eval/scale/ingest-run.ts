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
  /** Processor time of all threads: what a busy machine changes least. Null in runs kept from before it was measured. */
  processorSeconds: z.number().nullable().default(null),
  /** The most resident memory seen, in megabytes. */
  peakMegabytes: z.number(),
  documents: z.number(),
  passages: z.number(),
  /** Digest of the corpus it was; null in runs kept from before it was noted. */
  corpus: z.string().nullable().default(null),
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
  let processorSeconds: number | null = null;
  const watch = setInterval(() => {
    peak = Math.max(peak, residentMegabytes(child.pid ?? 0));
    processorSeconds = processorSecondsOf(child.pid ?? 0) ?? processorSeconds;
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
        processorSeconds,
        peakMegabytes: peak,
        documents: documents.length,
        passages: documents.reduce((sum, { counts }) => sum + (counts?.passages ?? 0), 0),
        corpus: null,
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

/** Ticks of the clock that processor time is counted in, a second; the same on every Linux. */
const TICKS = 100;

function processorSecondsOf(pid: number): number | null {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return null;
  // After the name, in brackets, which may hold spaces: the twelfth is the time in the program, the next in the system.
  const fields = readFileSync(path, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** Megabytes of a file, or of everything in a folder. */
export function megabytesOf(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.size / 2 ** 20;
  return readdirSync(path).reduce((sum, name) => sum + megabytesOf(join(path, name)), 0);
}
