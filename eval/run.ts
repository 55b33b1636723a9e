import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Asker } from './asker.ts';
import { judgeAll, measureGaps, measureRetrieval } from './evaluate.ts';
import { httpAsker } from './http-asker.ts';
import { openInProcess } from './in-process-asker.ts';
import type { Judgement } from './judgement.ts';
import { type Question, readQuestions } from './question.ts';
import { type Condition, renderCondition, renderFailures } from './report.ts';
import { compareOutcomes, outcomeOf, type Results, readResults, writeResults } from './results.ts';
import { writeReport } from './results-page.ts';
import { readSources } from './sources.ts';

const HELP = `Asks the evaluation questions and scores the answers.

  npm run eval                                the committed question sets on the five seeds; writes eval/results.md and .json
  npm run eval -- --mutations                 the same, and every question stripped of diacritics, abbreviated, misspelt
  npm run eval -- --only q005,own012          some questions only (nothing is written)
  npm run eval -- --questions file.jsonl      another question set (nothing is written)
  npm run eval -- --corpus folder             asks over the documents of a folder together with the seeds, the
                                              questions on the provincial documents included
  npm run eval -- --url http://127.0.0.1:8787 asks a running server through POST /api/ask
  npm run eval -- --composer extractive|llm   which composer answers; extractive unless said otherwise
  npm run eval -- --composer llm --recording eval/recordings/name.jsonl
                                              takes the model's answers from a file, and adds those it lacks when
                                              a key or address is configured: commit the file with the results
  npm run eval -- --show-failures             prints every answer that is wrong or not cited, to be read
  npm run eval -- --json                      prints the outcome of every question as JSON
  npm run eval -- --write | --no-write        write the results in any case, or in no case`;

const EVAL = import.meta.dirname;
const SEEDS = join(EVAL, '../seeds/documents');
const RESULTS = join(EVAL, 'results.json');

/** Asked with the others, but their failures are not shown unless they are named: what is read is soon tuned to. */
const HELD_OUT = 'questions.held-out.jsonl';
const HELD_OUT_PROVINCIAL = 'questions.provincial.held-out.jsonl';

interface QuestionSet {
  readonly name: string;
  readonly questions: readonly Question[];
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    allowNegative: true,
    options: {
      questions: { type: 'string', multiple: true },
      corpus: { type: 'string' },
      only: { type: 'string' },
      url: { type: 'string' },
      composer: { type: 'string', default: 'extractive' },
      recording: { type: 'string' },
      mutations: { type: 'boolean', default: false },
      'show-failures': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      write: { type: 'boolean' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const composer = values.composer === 'llm' ? 'llm' : 'extractive';
  const folders = values.corpus === undefined ? [SEEDS] : [SEEDS, values.corpus];
  const sources = new Map((await Promise.all(folders.map(readSources))).flatMap((found) => [...found]));
  const sets = await readSets(values.questions ?? defaultSets(values.corpus), {
    only: values.only?.split(',') ?? null,
    suffix: [
      values.corpus === undefined ? '' : ` among ${sources.size} documents`,
      composer === 'llm' ? `, worded by ${process.env.OPENAI_CHAT_MODEL ?? 'the default model'}` : '',
    ].join(''),
  });
  const asker: Asker =
    values.url === undefined
      ? await openInProcess({ folders, composer, recording: values.recording ?? null })
      : httpAsker(values.url);
  const committed = await readResults(RESULTS, 'committed');
  const conditions: Condition[] = [];
  const results: Results = {};
  try {
    for (const { name, questions } of sets) {
      const judgements = await judgeAll(questions, asker, sources);
      results[name] = judgements.map(outcomeOf);
      const gaps = values.mutations ? await measureGaps(judgements, asker, sources) : null;
      for (const [mutation, mutated] of gaps?.judgements ?? [])
        results[`${name}, ${mutation}`] = mutated.map(outcomeOf);
      conditions.push({
        name,
        judgements,
        comparison: compareOutcomes(committed[name] ?? [], results[name]),
        retrieval: await measureRetrieval(questions, asker),
        gaps: gaps?.gaps ?? [],
      });
      const shown = values.questions !== undefined || !isHeldOut(name);
      if (values['show-failures'] && shown)
        console.log(renderFailures([...judgements, ...mutatedFailures(gaps?.judgements)]));
    }
  } finally {
    await asker.close();
  }
  console.log(values.json ? JSON.stringify(results, null, 1) : conditions.map(renderCondition).join('\n'));
  const complete = values.only === undefined && values.questions === undefined && values.url === undefined;
  if (values.write ?? complete) {
    await writeResults(RESULTS, { ...(await readResults(RESULTS, 'written')), ...results });
    await writeReport(EVAL, conditions);
  }
  return 0;
}

/** The sets on the seeds; over a corpus beside them also the sets whose documents are not committed. */
function defaultSets(corpus: string | undefined): string[] {
  const onSeeds = ['questions.jsonl', 'questions.own.jsonl', HELD_OUT];
  const onCorpus = corpus === undefined ? [] : ['questions.provincial.jsonl', HELD_OUT_PROVINCIAL];
  return [...onSeeds, ...onCorpus].map((file) => join(EVAL, file));
}

function isHeldOut(name: string): boolean {
  return [HELD_OUT, HELD_OUT_PROVINCIAL].some((file) => name.startsWith(basename(file, '.jsonl')));
}

async function readSets(
  files: readonly string[],
  { only, suffix }: { readonly only: readonly string[] | null; readonly suffix: string },
): Promise<QuestionSet[]> {
  const sets = await Promise.all(
    files.map(async (file) => {
      const questions = await readQuestions(file);
      const name = `${basename(file, '.jsonl')}${suffix}`;
      return { name, questions: only === null ? questions : questions.filter(({ id }) => only.includes(id)) };
    }),
  );
  return sets.filter(({ questions }) => questions.length > 0);
}

function mutatedFailures(mutated: ReadonlyMap<string, readonly Judgement[]> | undefined): Judgement[] {
  return [...(mutated?.values() ?? [])].flat();
}
