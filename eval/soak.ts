import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setInterval as every } from 'node:timers/promises';
import { runBench } from './bench/bench-command.ts';
import { askShot, dayOfRound, loadHttp, type Shot } from './bench/http-load.ts';
import { latencyText, megabytes, type Row } from './bench/record.ts';
import { type ServerProcess, startServer } from './bench/server-process.ts';
import type { Question } from './question.ts';

const HELP = `Keeps 50 clients at the service, which ask, read, search and download, and watches errors and memory.

  npm run soak                  ten minutes
  npm run soak -- --seconds 60  shorter
  npm run soak -- --write       also writes eval/bench/results.md`;

const CLIENTS = 50;
/** Memory is looked at so many times. */
const LOOKS = 20;

/** Pages and lists that people open between questions. */
const READ = [
  '/',
  '/van-ban',
  '/chi-tieu',
  '/nhiem-vu',
  '/api/documents',
  '/api/targets?year=2025',
  '/api/targets?format=csv',
  '/api/assignments?role=lead',
  '/api/assignments?format=ics',
  '/api/search?q=b%E1%BA%A3o%20hi%E1%BB%83m&k=10',
  '/readyz',
];

await runBench({
  name: 'npm run soak',
  help: HELP,
  length: { option: 'seconds', byDefault: 600 },
  measure: soak,
});

async function soak(questions: readonly Question[], seconds: number): Promise<Row[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hoi-dap-soak-'));
  const server = await startServer(dataDir);
  try {
    const idle = await server.memory();
    const ended = new AbortController();
    const memory = watchMemory(server, seconds / LOOKS, ended.signal);
    const load = await loadHttp(server.url, mixedShots(questions), { connections: CLIENTS, seconds });
    ended.abort();
    return [
      ['time and clients', `${seconds} s, ${CLIENTS} at a time, ${load.asked} requests`],
      ['latency', latencyText(load)],
      ['requests that failed', String(load.failures.length)],
      ['memory, idle', megabytes(idle)],
      [`memory, every ${(seconds / LOOKS).toFixed(0)} s`, (await memory).map((size) => megabytes(size)).join(', ')],
    ];
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function watchMemory(server: ServerProcess, seconds: number, signal: AbortSignal): Promise<(number | null)[]> {
  const sizes: (number | null)[] = [];
  try {
    for await (const _ of every(seconds * 1000, null, { signal })) sizes.push(await server.memory());
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return sizes;
}

/** Without end: questions that were asked that day and questions anew, some of them streamed, and reading between them. */
function* mixedShots(questions: readonly Question[]): Generator<Shot> {
  for (let round = 0; ; round++) {
    for (const [i, question] of questions.entries()) {
      yield askShot(question);
      yield askShot(question, { asOf: dayOfRound(round % 5_000) });
      if (i % 2 === 0) yield askShot(question, { asOf: dayOfRound(round % 5_000), accept: 'text/event-stream' });
      if (i % 3 === 0) yield { method: 'GET', path: READ[(i / 3) % READ.length] ?? '/', accept: '*/*', body: null };
    }
  }
}
