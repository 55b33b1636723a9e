import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readSettings } from '../../src/settings.ts';
import { openConfiguredDatabase } from '../../src/store/postgres/open-postgres-corpus.ts';
import { type Question, readQuestions } from '../question.ts';
import { compareAnswers } from './compare.ts';
import { openEngines } from './open-engines.ts';

const PROJECT = join(import.meta.dirname, '../..');

const HELP = `Asks every evaluation question on PostgreSQL and on SQLite with the index in memory, and shows what differs.

  DATABASE_URL=postgres://… npm run eval:parity -- [--corpus <folder>] [--indexed]

  --indexed  through PostgreSQL's indexes, however few the entries are

The corpus in that database is REPLACED by the documents in seeds/documents and, with --corpus, those in the folder.`;

/** Issue 8 asks for at least this share of the same answers. */
const LEAST_SAME = 0.99;

const { values } = parseArgs({
  options: {
    corpus: { type: 'string', multiple: true, default: [] },
    indexed: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const { database: settings } = readSettings(process.env, PROJECT);
if (values.help || settings === null) {
  console.log(HELP);
  process.exitCode = values.help ? 0 : 1;
} else {
  const database = openConfiguredDatabase(settings);
  const engines = await openEngines([join(PROJECT, 'seeds/documents'), ...values.corpus], database, {
    indexed: values.indexed,
  });
  try {
    const { asked, same, differences } = await compareAnswers(await allQuestions(), engines.files, engines.postgres);
    for (const { id, question, parts, answers } of differences) {
      console.log(
        `${id} “${question}” differs in ${parts.join(', ')}\n  files:    ${answers[0]}\n  postgres: ${answers[1]}`,
      );
    }
    console.log(`${same} of ${asked} answers are the same (${((100 * same) / asked).toFixed(1)} %).`);
    process.exitCode = same / asked >= LEAST_SAME ? 0 : 1;
  } finally {
    await engines.close();
    await database.close();
  }
}

async function allQuestions(): Promise<Question[]> {
  const questions: Question[] = [];
  for await (const file of glob(join(PROJECT, 'eval/questions*.jsonl'))) questions.push(...(await readQuestions(file)));
  return questions;
}
