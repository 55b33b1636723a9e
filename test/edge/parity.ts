import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { httpAsker } from '../../eval/http-asker.ts';
import { askOnce } from '../../eval/in-process-asker.ts';
import { type Question, readQuestions } from '../../eval/question.ts';
import { openSeeds } from '../doubles/seed-data.ts';

/** What another runtime answered otherwise than Node does, over the same published documents. */
export interface Parity {
  readonly asked: number;
  readonly different: readonly object[];
}

const AS_OF = '2026-11-23';

export interface ParityOptions {
  /** Of the program in this process, beside its data folder. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Asks one question in so many. */
  readonly every?: number;
}

/** Asks the evaluation questions in this process and at an address, and compares status, text and citations. */
export async function parityWithNode(
  dataDir: string,
  url: string,
  { environment = {}, every = 1 }: ParityOptions = {},
): Promise<Parity> {
  const questions = (await allQuestions()).filter((_, i) => i % every === 0);
  const node = await openSeeds(dataDir, environment);
  const other = httpAsker(url);
  const different: object[] = [];
  for (const question of questions) {
    const { latency: _, ...here } = await askOnce(node.ask, { ...question, asOf: AS_OF });
    const { latency: __, ...there } = await other.ask(question, AS_OF);
    if (JSON.stringify(here) !== JSON.stringify(there)) different.push({ question: question.question, here, there });
  }
  await node.close();
  return { asked: questions.length, different };
}

async function allQuestions(): Promise<readonly Question[]> {
  const folder = join(import.meta.dirname, '../../eval');
  const files = (await readdir(folder)).filter((name) => /^questions.*\.jsonl$/.test(name)).sort();
  return (await Promise.all(files.map((name) => readQuestions(join(folder, name))))).flat();
}
