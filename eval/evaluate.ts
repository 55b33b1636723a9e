import type { SourceText } from '../src/document/source-text.ts';
import type { Asker } from './asker.ts';
import type { GivenAnswer } from './given-answer.ts';
import { type Judgement, judge } from './judgement.ts';
import { mean } from './metrics/mean.ts';
import { firstRank, hitAt, reciprocalRank } from './metrics/retrieval.ts';
import { robustnessGap } from './metrics/robustness-gap.ts';
import { MUTATIONS, mutateQuestion } from './mutations/mutations.ts';
import type { Question } from './question.ts';
import type { Condition } from './report.ts';

/** Asks the questions one after the other, so that latencies are those of an idle system, and judges the answers. */
export async function judgeAll(
  questions: readonly Question[],
  asker: Asker,
  sources: ReadonlyMap<string, SourceText>,
): Promise<Judgement[]> {
  const judgements: Judgement[] = [];
  for (const question of questions) judgements.push(judge(question, await askNamed(asker, question), sources));
  return judgements;
}

/** Asking never fails on a question it was given; when it does, the run ends with the question that shows it. */
async function askNamed(asker: Asker, question: Question): Promise<GivenAnswer> {
  try {
    return await asker.ask(question);
  } catch (error) {
    throw new Error(`${question.id} “${question.question}” was not answered: ${String(error)}`, { cause: error });
  }
}

/** Robustness gap of every mutation over questions already judged as written. */
export async function measureGaps(
  written: readonly Judgement[],
  asker: Asker,
  sources: ReadonlyMap<string, SourceText>,
): Promise<{ gaps: Condition['gaps']; judgements: Map<string, Judgement[]> }> {
  const judgements = new Map<string, Judgement[]>();
  for (const mutation of Object.keys(MUTATIONS)) {
    const questions = written.map(({ question }) => mutateQuestion(question, mutation));
    judgements.set(mutation, await judgeAll(questions, asker, sources));
  }
  const gaps = [...judgements].map(([mutation, mutated]) => ({
    mutation,
    right: mean(mutated.map(({ right }) => right)),
    gap: robustnessGap(written, mutated),
  }));
  return { gaps, judgements };
}

/** Retrieval alone: how high the first gold passage stands for questions that have one. */
export async function measureRetrieval(questions: readonly Question[], asker: Asker): Promise<Condition['retrieval']> {
  const { search } = asker;
  const answerable = questions.filter(
    ({ gold, history }) => gold.answerable && gold.evidence.length > 0 && history.length === 0,
  );
  if (search === null || answerable.length === 0) return null;
  const ranks: (number | null)[] = [];
  for (const { question, gold } of answerable) ranks.push(firstRank(gold, await search(question, 10)));
  const average = (score: (rank: number | null) => number) => mean(ranks.map(score)) ?? 0;
  return {
    hit1: average((rank) => hitAt(1, rank)),
    hit5: average((rank) => hitAt(5, rank)),
    hit10: average((rank) => hitAt(10, rank)),
    mrr: average(reciprocalRank),
  };
}
