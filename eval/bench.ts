import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Latencies, measureLoad } from './bench/load.ts';
import { startServer } from './bench/server-process.ts';
import { httpAsker } from './http-asker.ts';
import { openInProcess } from './in-process-asker.ts';
import { type Question, readQuestions } from './question.ts';

const HELP = `Measures how fast the service starts and answers, over all committed questions.

  npm run bench                     asking in process, cold and warm start, memory
  npm run bench -- --rounds 5       how often every question is asked (3)
  npm run bench -- --http           also over HTTP with 1, 8 and 32 clients at a time
  npm run bench -- --soak 60        also 60 seconds of 8 clients, memory before and after
  npm run bench -- --json           prints the numbers as JSON`;

const EVAL = import.meta.dirname;
const SEEDS = join(EVAL, '../seeds/documents');

type Row = readonly [string, string];

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: 'string', default: '3' },
      http: { type: 'boolean', default: false },
      soak: { type: 'string', default: '0' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const files = ['questions.jsonl', 'questions.own.jsonl'].map((file) => join(EVAL, file));
  const questions = (await Promise.all(files.map(readQuestions))).flat();
  const rows = [
    ...(await measureInProcess(questions, Number(values.rounds))),
    ...(await measureServer(questions, { http: values.http, soak: Number(values.soak) })),
  ];
  console.log(
    values.json ? JSON.stringify(Object.fromEntries(rows), null, 1) : rows.map((row) => row.join('  ')).join('\n'),
  );
}

async function measureInProcess(questions: readonly Question[], rounds: number): Promise<Row[]> {
  const asker = await openInProcess({ folders: [SEEDS], composer: 'extractive' });
  try {
    const cold = await measureLoad(asker, questions.slice(0, 1));
    await measureLoad(asker, questions);
    const warm = await measureLoad(asker, questions, { rounds });
    return [
      ['first question in process', milliseconds(cold.p50)],
      [`asking in process, ${warm.asked} times`, latencyText(warm)],
    ];
  } finally {
    await asker.close();
  }
}

async function measureServer(
  questions: readonly Question[],
  { http, soak }: { readonly http: boolean; readonly soak: number },
): Promise<Row[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hoi-dap-bench-'));
  try {
    const cold = await startServer(dataDir);
    await cold.stop();
    const server = await startServer(dataDir);
    try {
      const rows: Row[] = [
        ['cold start, index built', milliseconds(cold.readyAfter)],
        ['warm start', milliseconds(server.readyAfter)],
        ['memory, idle', megabytes(await server.memory())],
      ];
      const asker = httpAsker(server.url);
      for (const clients of http ? [1, 8, 32] : []) {
        const load = await measureLoad(asker, questions, { clients, rounds: 3 });
        rows.push([`over HTTP, ${clients} at a time`, latencyText(load)]);
      }
      if (soak > 0) {
        const load = await measureLoad(asker, questions, {
          clients: 8,
          rounds: Number.POSITIVE_INFINITY,
          seconds: soak,
        });
        rows.push([`soak, ${soak} s of 8 clients`, latencyText(load)]);
      }
      if (http || soak > 0) rows.push(['memory, after asking', megabytes(await server.memory())]);
      return rows;
    } finally {
      await server.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

function latencyText({ p50, p95, p99, perSecond, failures }: Latencies): string {
  const [first] = failures;
  return [
    `p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)}, p99 ${milliseconds(p99)}, ${perSecond.toFixed(0)}/s`,
    ...(first === undefined ? [] : [`${failures.length} failed, the first: ${first}`]),
  ].join(', ');
}

function milliseconds(value: number | null): string {
  return value === null ? '–' : `${value.toFixed(value < 10 ? 2 : 0)} ms`;
}

function megabytes(value: number | null): string {
  return value === null ? '–' : `${value.toFixed(0)} MB`;
}
