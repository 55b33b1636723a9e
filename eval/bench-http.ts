import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runBench } from './bench/bench-command.ts';
import { askShot, dayOfRound, loadHttp, type Shot } from './bench/http-load.ts';
import { latencyText, megabytes, type Row } from './bench/record.ts';
import { startServer } from './bench/server-process.ts';
import type { Question } from './question.ts';

const HELP = `Measures POST /api/ask over HTTP with 1, 8 and 32 connections, load generator and server on this machine.

  npm run bench:http                  the committed questions round and round, 5 seconds per measurement
  npm run bench:http -- --seconds 20  longer
  npm run bench:http -- --write       also writes eval/bench/results.md

"Anew" are questions that the service has not been asked that day; "again" are those it has, whose answers it remembers,
follow-ups apart, which are always answered anew.`;

const CONNECTIONS = [1, 8, 32];

await runBench({
  name: 'npm run bench:http',
  help: HELP,
  length: { option: 'seconds', byDefault: 5 },
  measure,
});

async function measure(questions: readonly Question[], seconds: number): Promise<Row[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hoi-dap-bench-'));
  const server = await startServer(dataDir);
  try {
    let round = 0;
    const anew = (connections: number) =>
      loadHttp(
        server.url,
        shots(questions, () => dayOfRound(round++)),
        { connections, seconds },
      );
    const again = (connections: number) =>
      loadHttp(
        server.url,
        shots(questions, () => null),
        { connections, seconds },
      );
    await anew(8);
    await again(8);
    const rows: Row[] = [];
    for (const connections of CONNECTIONS) {
      rows.push([`anew, ${connections} at a time`, latencyText(await anew(connections))]);
      rows.push([`again, ${connections} at a time`, latencyText(await again(connections))]);
    }
    return [...rows, ['memory of the server afterwards', megabytes(await server.memory())]];
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** The questions round and round, each round as of the day given for it. */
function* shots(questions: readonly Question[], dayOf: () => string | null): Generator<Shot> {
  for (;;) {
    const asOf = dayOf();
    for (const question of questions) yield askShot(question, { asOf });
  }
}
