import { addCounts, type Counts, f1, precision, recall } from '../metrics/f1.ts';
import type { FieldScore } from './record-score.ts';
import { type DocumentScore, RECORD_TYPES } from './score.ts';

/** A Markdown section of the results page: how documents were read against their gold. */
export function renderExtraction(name: string, scores: readonly DocumentScore[]): string {
  const types = RECORD_TYPES.flatMap((type) => {
    const judged = scores.flatMap(({ file, counts }) =>
      counts[type] === undefined ? [] : [{ file, counts: counts[type] }],
    );
    if (judged.length === 0) return [];
    const all = addCounts(judged.map(({ counts }) => counts));
    return [row(`**${type}**`, all), ...judged.map(({ file, counts }) => row(file, counts))];
  });
  const fieldNames = [...new Set(scores.flatMap(({ fields }) => Object.keys(fields)))];
  const fields = fieldNames.map((name) => `${name} ${fieldText(sum(scores.map((score) => score.fields[name])))}`);
  return [
    `## ${name}`,
    '',
    'Against gold made by reading: targets are matched value by value by lines, kind, comparator and number (table rows by',
    'year too), assignments by lines and leading bodies, provisions by path and line, entitlements by lines.',
    '',
    '| | gold | read | precision | recall | F1 |',
    '|---|---:|---:|---:|---:|---:|',
    ...types,
    '',
    `Metadata: ${fieldText(sum(scores.map(({ metadata }) => metadata)))} fields right.`,
    `Fields of matched records: ${fields.join('; ')}.`,
    `Results of earlier years read as targets: ${total(scores, ({ resultsAsTargets }) => resultsAsTargets)}.`,
    `Quotes not verbatim: ${total(scores, ({ quotesNotVerbatim }) => quotesNotVerbatim)}.`,
    '',
  ].join('\n');
}

function row(name: string, counts: Counts): string {
  const cells = [precision(counts), recall(counts), f1(counts)].map((value) => value.toFixed(3));
  return `| ${[name, counts.matched + counts.missed, counts.matched + counts.spurious, ...cells].join(' | ')} |`;
}

function fieldText({ right, of }: FieldScore): string {
  return `${right}/${of}`;
}

function sum(fields: readonly (FieldScore | undefined)[]): FieldScore {
  return fields.reduce<FieldScore>(
    (all, field) => ({ right: all.right + (field?.right ?? 0), of: all.of + (field?.of ?? 0) }),
    { right: 0, of: 0 },
  );
}

function total(scores: readonly DocumentScore[], count: (score: DocumentScore) => number): number {
  return scores.reduce((all, score) => all + count(score), 0);
}
