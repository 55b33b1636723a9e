import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { askShot, dayOfRound, loadHttp, type Shot } from './bench/http-load.ts';
import { latencyText, megabytes, type Row, record } from './bench/record.ts';
import { startServer } from './bench/server-process.ts';
import { type Question, readQuestions } from './question.ts';

const HELP = `Measures POST /api/ask over HTTP with 1, 8 and 32 connections, load generator and server on this machine.

  npm run bench:http                  every committed question three times per number of connections
  npm run bench:http -- --rounds 10   more rounds
  npm run bench:http -- --write       also writes eval/bench/results.md

"Anew" are questions that the service has not been asked that day; "again" are those it has, whose answers it remembers.`;

const EVAL = import.meta.dirname;
const CONNECTIONS = [1, 8, 32];

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(HELP);
} else {
  const files = ['questions.jsonl', 'questions.own.jsonl'].map((file) => join(EVAL, file));
  const questions = (await Promise.all(files.map(readQuestions))).flat();
  await record('npm run bench:http', await measure(questions, Number(values.rounds)), values.write);
}

async function measure(questions: readonly Question[], rounds: number): Promise<Row[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hoi-dap-bench-'));
  const server = await startServer(dataDir);
  try {
    let day = 0;
    const anew = () =>
      shots(
        questions,
        Array.from({ length: rounds }, () => dayOfRound(day++)),
      );
    const again = () =>
      shots(
        questions,
        Array.from({ length: rounds }, () => null),
      );
    await loadHttp(server.url, anew(), { connections: 8 });
    await loadHttp(server.url, again(), { connections: 8 });
    const rows: Row[] = [];
    for (const connections of CONNECTIONS) {
      rows.push([`anew, ${connections} at a time`, latencyText(await loadHttp(server.url, anew(), { connections }))]);
      rows.push([`again, ${connections} at a time`, latencyText(await loadHttp(server.url, again(), { connections }))]);
    }
    return [...rows, ['memory of the server afterwards', megabytes(await server.memory())]];
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function* shots(questions: readonly Question[], days: readonly (string | null)[]): Generator<Shot> {
  for (const asOf of days) for (const question of questions) yield askShot(question, { asOf });
}
