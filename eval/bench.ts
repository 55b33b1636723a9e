import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runBench } from './bench/bench-command.ts';
import { dayOfRound } from './bench/http-load.ts';
import { measureLoad } from './bench/load.ts';
import { latencyText, megabytes, milliseconds, type Row } from './bench/record.ts';
import { startServer } from './bench/server-process.ts';
import { openInProcess } from './in-process-asker.ts';
import type { Question } from './question.ts';

const HELP = `Measures how fast the service starts and answers, over all committed questions.

  npm run bench                     asking in process, cold and warm start, memory when idle
  npm run bench -- --rounds 5       how often every question is asked (3)
  npm run bench -- --write          also writes eval/bench/results.md
  npm run bench:http, npm run soak  over HTTP, and for a long time`;

const SEEDS = join(import.meta.dirname, '../seeds/documents');

await runBench({
  name: 'npm run bench',
  help: HELP,
  length: { option: 'rounds', byDefault: 3 },
  measure: async (questions, rounds) => [...(await measureInProcess(questions, rounds)), ...(await measureStart())],
});

async function measureInProcess(questions: readonly Question[], rounds: number): Promise<Row[]> {
  const asker = await openInProcess({ folders: [SEEDS], composer: 'extractive' });
  try {
    const cold = await measureLoad(asker, questions.slice(0, 1));
    const first = await measureLoad(asker, questions);
    const anew = await measureLoad(asker, questions, { rounds, dayOf: dayOfRound });
    const again = await measureLoad(asker, questions);
    return [
      ['first question in process', milliseconds(cold.p50)],
      [`${first.asked} questions for the first time`, latencyText(first)],
      [`answered anew, ${anew.asked} times`, latencyText(anew)],
      [`asked again the same day, ${again.asked} times`, latencyText(again)],
    ];
  } finally {
    await asker.close();
  }
}

async function measureStart(): Promise<Row[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hoi-dap-bench-'));
  try {
    const cold = await startServer(dataDir);
    await cold.stop();
    const server = await startServer(dataDir);
    try {
      return [
        ['cold start, index built', milliseconds(cold.readyAfter)],
        ['warm start', milliseconds(server.readyAfter)],
        ['memory, idle', megabytes(await server.memory())],
      ];
    } finally {
      await server.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
