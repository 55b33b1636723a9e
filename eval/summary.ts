import type { Judgement } from './judgement.ts';
import { mean, percentile } from './metrics/mean.ts';
import { falseRefusal, refusalRecall } from './metrics/refusal.ts';

/** The rates of a set of judgements; a rate is null where nothing applies. */
export interface Summary {
  readonly questions: number;
  readonly right: number | null;
  readonly rightAndCited: number | null;
  readonly cited: number | null;
  readonly citationPrecision: number | null;
  readonly verbatim: number | null;
  readonly located: number | null;
  readonly falseRefusal: number | null;
  readonly refusalRecall: number | null;
  readonly medianLength: number | null;
  readonly p50: number | null;
  readonly p95: number | null;
}

export function summarise(judgements: readonly Judgement[]): Summary {
  const answerable = judgements.filter(({ question }) => question.gold.answerable);
  const citations = judgements.reduce((sum, { answer }) => sum + answer.citations.length, 0);
  const faulty = (count: (judgement: Judgement) => number) => judgements.reduce((sum, one) => sum + count(one), 0);
  const latencies = judgements.map(({ answer }) => answer.latency);
  return {
    questions: judgements.length,
    right: mean(judgements.map(({ right }) => right)),
    rightAndCited: mean(judgements.map(({ rightAndCited }) => rightAndCited)),
    cited: mean(answerable.map(({ cited }) => cited)),
    citationPrecision: mean(answerable.map((judgement) => judgement.citationPrecision)),
    verbatim: citations === 0 ? null : 1 - faulty(({ notVerbatim }) => notVerbatim) / citations,
    located: citations === 0 ? null : 1 - faulty(({ notLocated }) => notLocated) / citations,
    falseRefusal: falseRefusal(judgements),
    refusalRecall: refusalRecall(judgements),
    medianLength: percentile(
      answerable.map(({ answer }) => answer.text.length),
      0.5,
    ),
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
  };
}

/** The judgements by the value of one property, in the order in which the values first occur. */
export function groupJudgements(
  judgements: readonly Judgement[],
  property: 'kind' | 'style' | 'user',
): Map<string, Judgement[]> {
  return Map.groupBy(judgements, ({ question }) => question[property]);
}
