import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import { type DevServer, startDevServer } from '../ingest/deploy/dev-server.ts';
import { exportSnapshot } from '../ingest/deploy/snapshot.ts';
import { readSettings } from '../src/settings.ts';
import { KEPT } from '../src/worker-memory.ts';
import { askShot, dayOfRound, loadHttp } from './bench/http-load.ts';
import { type MemoryProbe, memoryProbe } from './bench/isolate-memory.ts';
import type { Latencies } from './bench/load.ts';
import { benchQuestions } from './bench/questions.ts';
import { latencyText, megabytes, milliseconds, type Row, record } from './bench/record.ts';
import { startupCpu } from './bench/startup-cpu.ts';
import { percentile } from './metrics/mean.ts';
import type { Question } from './question.ts';
import { writeCorpus } from './scale/corpus.ts';
import { readMaterial } from './scale/material.ts';

const HELP = `Measures the worker in the platform's own runtime on this machine: size, start, answers, memory.

  npm run bench:worker                                over the seeds
  npm run bench:worker -- --passages 5000,20000       also over generated corpora of about so many passages
  npm run bench:worker -- --material <folder>         whose sentences they are made of, beside the seeds'
  npm run bench:worker -- --write                     also writes eval/bench/results.md`;

const PROJECT = join(import.meta.dirname, '..');
const SEEDS = join(PROJECT, 'seeds/documents');
const INSPECTOR = 9_333;
const PASSAGES = 300;
const RequestLine = z.object({ kind: z.literal('request'), route: z.string(), ms: z.number() });

const { values } = parseArgs({
  options: {
    passages: { type: 'string', default: '' },
    material: { type: 'string', multiple: true, default: [] },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(HELP);
} else {
  const questions = await benchQuestions();
  const rows = [...(await measureBundle()), ...(await measureSite([SEEDS], questions))];
  const sizes = values.passages.split(',').flatMap((size) => (size === '' ? [] : [Number(size)]));
  const material = sizes.length === 0 ? null : await readMaterial([SEEDS, ...values.material]);
  for (const passages of sizes) {
    if (material === null) continue;
    const folder = await mkdtemp(join(tmpdir(), 'hoi-dap-bench-corpus-'));
    try {
      await writeCorpus({ folder, passages, material, real: SEEDS, asked: 1, seed: 'worker' });
      rows.push(...(await measureSite([folder], questions)));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  await record('npm run bench:worker', rows, values.write);
}

/** Ingests, exports and serves documents, and asks. */
async function measureSite(folders: readonly string[], questions: readonly Question[]): Promise<Row[]> {
  const work = await mkdtemp(join(tmpdir(), 'hoi-dap-bench-'));
  const dataDir = join(work, 'data');
  const assets = join(work, 'assets');
  try {
    const environment = { ...process.env, DATA_DIR: dataDir };
    await promisify(execFile)(process.execPath, [join(PROJECT, 'ingest/main.ts'), ...folders], {
      env: environment,
      maxBuffer: 1 << 28,
    });
    const { manifest } = await exportSnapshot({
      settings: readSettings({ DATA_DIR: dataDir }, PROJECT),
      folder: assets,
      ifChanged: false,
      onFile: () => {},
    });
    const server = await startDevServer({
      assets,
      state: join(work, 'state'),
      variables: { RATE_LIMIT_PER_MINUTE: '0', LOG_LEVEL: 'info' },
      inspectorPort: INSPECTOR,
    });
    try {
      const of = `${manifest.index.entries} entries`;
      return [
        [`${of}: files`, megabytes((await bytesIn(assets)) / 1e6)],
        ...(await measureServer(server, of, questions)),
        [`${of}: alive beside the program`, megabytes(await liveMemory(assets))],
      ];
    } finally {
      await server.stop();
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** What a snapshot, and the documents and answers kept of it, take when all garbage is gone. */
async function liveMemory(assets: string): Promise<number> {
  const program = join(import.meta.dirname, 'bench/live-memory.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', program, assets]);
  return Number(stdout);
}

async function measureServer(server: DevServer, of: string, questions: readonly Question[]): Promise<Row[]> {
  const probe = await memoryProbe(INSPECTOR);
  const first = await measureAnswers(server, questions.slice(0, 1));
  const samples: number[] = [];
  const sampling = setInterval(() => sample(probe, samples), 1_000);
  const anew = await measureAnswers(server, questions, [0, 1].map(dayOfRound));
  const own = timesInWorker(server.lines).slice(-anew.asked);
  const again = await measureAnswers(server, questions.slice(-KEPT.answers), [dayOfRound(1)]);
  const passages = await measurePassage(server);
  clearInterval(sampling);
  const { buffers } = await probe.sample();
  probe.close();
  return [
    [`${of}: ready`, milliseconds(server.readyAfter)],
    [`${of}: first answer, index opened for it`, milliseconds(first.p50)],
    [`${of}: answered anew, ${anew.asked} times`, latencyText(anew)],
    [
      `${of}: of which in the worker`,
      `p50 ${milliseconds(percentile(own, 0.5))}, p95 ${milliseconds(percentile(own, 0.95))}`,
    ],
    [`${of}: of which the development server before it, by GET /healthz`, latencyText(passages)],
    [`${of}: remembered answers, the last ${again.asked}`, latencyText(again)],
    [
      `${of}: memory of the isolate, least and most while it answers, garbage included`,
      `${megabytes(Math.min(...samples))}, ${megabytes(Math.max(...samples))}, of which buffers ${megabytes(buffers)}`,
    ],
  ];
}

/** Asks the questions one after the other as of each of the days, or of today; a question is answered anew on another day. */
function measureAnswers(
  { url }: DevServer,
  questions: readonly Question[],
  days: readonly (string | null)[] = [null],
): Promise<Latencies> {
  const shots = days.flatMap((asOf) => questions.map((question) => askShot(question, { asOf })));
  return loadHttp(url, shots.values(), { connections: 1 });
}

/** What a request takes that costs the worker nothing: the way there and back. */
function measurePassage({ url }: DevServer): Promise<Latencies> {
  const shots = Array.from({ length: PASSAGES }, () => ({
    ...({ method: 'GET', path: '/healthz' } as const),
    ...{ accept: 'application/json', body: null },
  }));
  return loadHttp(url, shots.values(), { connections: 1 });
}

/** Milliseconds of the questions in the worker's own log: the development server stands before it, and takes longer. */
function timesInWorker(lines: readonly string[]): readonly number[] {
  return lines.flatMap((line) => {
    const logged = RequestLine.safeParse(line.startsWith('{') ? JSON.parse(line) : null);
    return logged.success && logged.data.route === '/api/ask' ? [logged.data.ms] : [];
  });
}

function sample(probe: MemoryProbe, samples: number[]): void {
  probe.sample().then(
    ({ heap, buffers }) => samples.push(heap + buffers),
    () => {},
  );
}

/** Bundles the program as a deployment does: what is uploaded, and what its start costs. */
async function measureBundle(): Promise<Row[]> {
  await promisify(execFile)(process.execPath, [join(PROJECT, 'ingest/deploy/wrangler.ts'), 'check'], { cwd: PROJECT });
  const folder = join(PROJECT, 'dist/bundle');
  const modules = (await readdir(folder)).filter((name) => name.endsWith('.js'));
  const sizes = await Promise.all(modules.map(async (name) => gzipSync(await readFile(join(folder, name))).length));
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  return [
    ['program, all modules, gzip', `${(whole / 1024).toFixed(0)} KiB`],
    ['start-up CPU of the program', milliseconds(await startupCpu())],
  ];
}

async function bytesIn(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = files
    .filter((file) => file.isFile())
    .map(async (file) => (await stat(join(file.parentPath, file.name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
