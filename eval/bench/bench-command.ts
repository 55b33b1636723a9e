import { parseArgs } from 'node:util';
import type { Question } from '../question.ts';
import { benchQuestions } from './questions.ts';
import { type Row, record } from './record.ts';

/** A benchmark over the committed questions, whose length one number says. */
export interface BenchCommand {
  /** The command of `package.json` that runs it, under which its results are kept. */
  readonly name: string;
  readonly help: string;
  readonly length: { readonly option: 'rounds' | 'seconds'; readonly byDefault: number };
  readonly measure: (questions: readonly Question[], length: number) => Promise<readonly Row[]>;
}

/** Runs a benchmark as its command line says; a length that is no positive number ends it with the remedy. */
export async function runBench({ name, help, length, measure }: BenchCommand): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(help);
  const given = Number(values[length.option] ?? length.byDefault);
  if (!(given > 0)) {
    console.error(`--${length.option} takes a positive number, for example: ${name} -- --${length.option} 5`);
    process.exitCode = 1;
    return;
  }
  await record(name, await measure(await benchQuestions(), given), values.write);
}
