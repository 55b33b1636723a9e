import type { Judgement } from './judgement.ts';
import type { Comparison } from './results.ts';
import { groupJudgements, type Summary, summarise } from './summary.ts';

/** One question set as it was run, for the report. */
export interface Condition {
  readonly name: string;
  readonly judgements: readonly Judgement[];
  readonly comparison: Comparison;
  /** hit@1, hit@5, hit@10 and MRR of retrieval alone; null where the asker cannot say. */
  readonly retrieval: Readonly<Record<'hit1' | 'hit5' | 'hit10' | 'mrr', number>> | null;
  /** Robustness gap by mutation. */
  readonly gaps: readonly { readonly mutation: string; readonly right: number | null; readonly gap: number | null }[];
}

const HEADER =
  '| | questions | right | right and cited | cited | citation precision | verbatim | located | false refusal | refusal recall | median length |';

/** The Markdown section of one condition. */
export function renderCondition({ name, judgements, comparison, retrieval, gaps }: Condition): string {
  const summary = summarise(judgements);
  const groups = (['kind', 'style', 'user'] as const).flatMap((property) => [
    `| **by ${property}** ${'|'.repeat(10)}|`,
    ...[...groupJudgements(judgements, property)].map(([value, group]) => row(value, summarise(group))),
  ]);
  return [
    `## ${name}`,
    '',
    HEADER,
    `|---${'|---:'.repeat(10)}|`,
    row('**all**', summary),
    ...groups,
    '',
    `Latency in process or over HTTP as run: p50 ${milliseconds(summary.p50)}, p95 ${milliseconds(summary.p95)}.`,
    ...(retrieval === null
      ? []
      : [
          `Retrieval alone: hit@1 ${rate(retrieval.hit1)}, hit@5 ${rate(retrieval.hit5)}, hit@10 ${rate(retrieval.hit10)}, MRR ${retrieval.mrr.toFixed(3)}.`,
        ]),
    ...gaps.map(
      ({ mutation, right, gap }) => `Mutation “${mutation}”: right ${rate(right)}, robustness gap ${points(gap)}.`,
    ),
    `Against the committed results: won ${ids(comparison.won)}; lost ${ids(comparison.lost)}.`,
    `Not right: ${ids(judgements.filter(({ right }) => !right).map(({ question }) => question.id))}.`,
    `Right but not cited: ${ids(judgements.filter(({ right, rightAndCited }) => right && !rightAndCited).map(({ question }) => question.id))}.`,
    '',
  ].join('\n');
}

/** The answers that failed, in full, to be read by hand. */
export function renderFailures(judgements: readonly Judgement[]): string {
  const failed = judgements.filter(
    ({ rightAndCited, notVerbatim, notLocated }) => !rightAndCited || notVerbatim > 0 || notLocated > 0,
  );
  return failed.map(renderFailure).join('\n\n');
}

function renderFailure({ question, answer, faults, cited, notVerbatim, notLocated }: Judgement): string {
  const gold = question.gold.evidence.map(({ doc, start_line, end_line }) => `${doc}:${start_line}-${end_line}`);
  const faultLines = [
    ...faults,
    ...(cited === false ? [`not cited (${question.gold.evidence_mode} of ${gold.join(', ')})`] : []),
    ...(notVerbatim > 0 ? [`${notVerbatim} quotes not verbatim`] : []),
    ...(notLocated > 0 ? [`${notLocated} quotes not on their lines`] : []),
  ];
  return [
    `${question.id} ${question.kind}/${question.style}  ${question.question}`,
    ...question.history.map(({ role, content }) => `    ${role}: ${content}`),
    `  ${answer.status}: ${answer.text.replaceAll('\n', '\n    ')}`,
    ...answer.citations.map(
      ({ file, startLine, endLine, quote }) => `  > ${file.slice(0, 24)}:${startLine}-${endLine} ${clip(quote)}`,
    ),
    ...faultLines.map((fault) => `  ! ${fault}`),
    `  gold: ${question.note}`,
  ].join('\n');
}

function row(name: string, summary: Summary): string {
  const rates = [
    summary.right,
    summary.rightAndCited,
    summary.cited,
    summary.citationPrecision,
    summary.verbatim,
    summary.located,
    summary.falseRefusal,
    summary.refusalRecall,
  ];
  return `| ${[name, summary.questions, ...rates.map(rate), summary.medianLength ?? '–'].join(' | ')} |`;
}

function rate(value: number | null): string {
  return value === null ? '–' : `${(100 * value).toFixed(1)} %`;
}

function points(value: number | null): string {
  return value === null ? '–' : `${(100 * value).toFixed(1)} points`;
}

function milliseconds(value: number | null): string {
  return value === null ? '–' : `${value.toFixed(1)} ms`;
}

function ids(list: readonly string[]): string {
  return list.length === 0 ? 'none' : list.join(', ');
}

function clip(text: string): string {
  return text.length > 160 ? `${text.slice(0, 157)}…` : text;
}
