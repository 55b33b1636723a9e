import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { readCommitted } from './committed-file.ts';
import type { Judgement } from './judgement.ts';

const outcomeSchema = z.object({
  id: z.string(),
  right: z.boolean(),
  rightAndCited: z.boolean(),
  status: z.string(),
  faults: z.array(z.string()),
});

const resultsSchema = z.record(z.string(), z.array(outcomeSchema));

export type Outcome = z.infer<typeof outcomeSchema>;
/** Per condition (question set, or question set with a mutation) the outcome of every question: what is committed and compared. */
export type Results = z.infer<typeof resultsSchema>;

export function outcomeOf({ question, answer, right, rightAndCited, faults }: Judgement): Outcome {
  return { id: question.id, right, rightAndCited, status: answer.status, faults: [...faults] };
}

/** The results in the file as it is, or as it was last committed; none where there are none yet. */
export async function readResults(path: string, state: 'written' | 'committed'): Promise<Results> {
  const text = state === 'committed' ? await readCommitted(path) : await readFile(path, 'utf8').catch(() => null);
  if (text === null) return {};
  try {
    return resultsSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new Error(`${path} does not hold evaluation results; restore it or delete it.`, { cause: error });
  }
}

/** One question a line, so that a change reads as a diff. */
export async function writeResults(path: string, results: Results): Promise<void> {
  const conditions = Object.entries(results).map(([name, outcomes]) => {
    const lines = outcomes.map((outcome) => `    ${JSON.stringify(outcome)}`).join(',\n');
    return `  ${JSON.stringify(name)}: [\n${lines}\n  ]`;
  });
  await writeFile(path, `{\n${conditions.join(',\n')}\n}\n`);
}

export interface Comparison {
  readonly won: readonly string[];
  readonly lost: readonly string[];
}

/** Paired comparison: which questions became right and cited, and which stopped being so. */
export function compareOutcomes(before: readonly Outcome[], after: readonly Outcome[]): Comparison {
  const previous = new Map(before.map((outcome) => [outcome.id, outcome.rightAndCited]));
  const changed = (now: boolean) =>
    after.filter(({ id, rightAndCited }) => rightAndCited === now && previous.get(id) === !now).map(({ id }) => id);
  return { won: changed(true), lost: changed(false) };
}
