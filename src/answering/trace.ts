import type { Draft } from './compose/draft.ts';
import type { Evidence, Found } from './evidence/evidence.ts';
import type { Understanding } from './understand/understanding.ts';
import type { Dropped } from './verify/verify.ts';

/**
 * What went on inside an answer, for people who ask why: how the question was read, what was weighed, what was
 * drafted, and what of it did not hold. */
export interface Trace {
  readonly understanding: Understanding;
  readonly evidence: Evidence;
  readonly drafted: Draft;
  readonly dropped: readonly Dropped[];
}

const MOST = 8;

/** The trace as readable lines: accepted and rejected candidates with their scores. */
export function traceLines({ understanding, evidence, drafted, dropped }: Trace): string[] {
  const { intent, aspect, needs, scope, years, concepts, background } = understanding;
  return [
    `intent ${[intent, aspect].filter((part) => part !== null).join('/')} needs ${needs.join(',') || '-'} years ${years.join(',') || '-'}`,
    `words ${understanding.folded}`,
    `documents ${scope.ids.length}${scope.named ? ` (${scope.ids.slice(0, MOST).join(', ')})` : ' (all)'}`,
    `concepts ${concepts.map(({ label, weight }) => `${label}:${weight.toFixed(1)}`).join(', ')}`,
    `background ${background.map(({ label }) => label).join(', ') || '-'}`,
    ...foundLines('sentence', evidence.sentences, ({ item }) => item.text),
    ...foundLines(
      'target',
      evidence.targets,
      ({ item }) =>
        `${item.parent ?? ''} > ${item.indicator} ${item.values.map(({ period, value }) => `${period}=${value}`).join(' ')}`,
    ),
    ...foundLines(
      'assignment',
      evidence.assignments,
      ({ item }) => `${item.lead.map(({ name }) => name).join(', ')}: ${item.task}`,
    ),
    `draft ${drafted.status}, ${drafted.statements.length} statements`,
    ...dropped.map(({ statement, reason }) => `dropped ${statement.text.slice(0, 150)} — ${reason}`),
  ];
}

function foundLines<T extends Found<unknown>>(
  kind: string,
  found: readonly T[],
  textOf: (item: T) => string,
): string[] {
  return found
    .slice(0, MOST)
    .map(
      (item) =>
        `${kind} ${item.score.toFixed(3)} coverage ${item.coverage.toFixed(2)} ${item.view.document.number ?? ''} ${textOf(item).slice(0, 150)}`,
    );
}
