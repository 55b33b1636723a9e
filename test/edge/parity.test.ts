import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { httpAsker } from '../../eval/http-asker.ts';
import { askOnce } from '../../eval/in-process-asker.ts';
import { type Question, readQuestions } from '../../eval/question.ts';
import { openSeeds } from '../doubles/seed-data.ts';
import { type WorkerSite, workerSite } from './worker-server.ts';

const AS_OF = '2026-11-23';

let site: WorkerSite;
beforeAll(async () => {
  site = await workerSite();
}, 120_000);
afterAll(() => site.remove(), 30_000);

/** Both engines score vectors differently, in 32 and in 8 bits; no answer depends on the difference. */
test('Node and the worker give the same status, text and citations to every evaluation question', async () => {
  const questions = await allQuestions();
  expect(questions.length).toBeGreaterThan(400);
  const node = await openSeeds(site.dataDir);
  const worker = httpAsker((await site.start({ RATE_LIMIT_PER_MINUTE: '0', LOG_LEVEL: 'error' })).url);
  const different: object[] = [];
  for (const question of questions) {
    const { latency: _, ...here } = await askOnce(node.ask, { ...question, asOf: AS_OF });
    const { latency: __, ...there } = await worker.ask(question, AS_OF);
    if (JSON.stringify(here) !== JSON.stringify(there)) different.push({ question: question.question, here, there });
  }
  await node.close();
  expect(different).toEqual([]);
}, 300_000);

async function allQuestions(): Promise<readonly Question[]> {
  const folder = join(import.meta.dirname, '../../eval');
  const files = (await readdir(folder)).filter((name) => /^questions.*\.jsonl$/.test(name)).sort();
  return (await Promise.all(files.map((name) => readQuestions(join(folder, name))))).flat();
}
