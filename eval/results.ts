import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
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

/** The committed results, or none when the file is not there yet. */
export async function readResults(path: string): Promise<Results> {
  try {
    return resultsSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
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
