import { join } from 'node:path';
import { z } from 'zod';
import { useThresholds } from './use-thresholds.ts';

// Started by `npm run eval:calibrate` for every point of a curve; prints the rates at these thresholds as JSON.

const thresholdsSchema = z.object({
  sentence: z.number(),
  target: z.number(),
  near: z.number(),
  outOfScope: z.number(),
  tie: z.number(),
});

const EVAL = join(import.meta.dirname, '..');
const SEEDS = join(EVAL, '../seeds/documents');
const SETS = ['questions.jsonl', 'questions.own.jsonl'];

useThresholds(thresholdsSchema.parse(JSON.parse(process.argv[2] ?? '')));

// Loaded only now: answering reads its thresholds when it is loaded.
const { judgeAll } = await import('../evaluate.ts');
const { openInProcess } = await import('../in-process-asker.ts');
const { readQuestions } = await import('../question.ts');
const { readSources } = await import('../sources.ts');
const { ratesOf } = await import('./curve.ts');

const questions = (await Promise.all(SETS.map((file) => readQuestions(join(EVAL, file))))).flat();
const asker = await openInProcess({ folders: [SEEDS], composer: 'extractive' });
try {
  console.log(JSON.stringify(ratesOf(await judgeAll(questions, asker, await readSources(SEEDS)))));
} finally {
  await asker.close();
}
