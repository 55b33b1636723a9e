import type { Gold } from '../question.ts';
import { normaliseText } from './normalise-text.ts';
import { wholeMatches } from './whole-match.ts';

type Pair = Gold['pairs'][number];

/**
 * The pairs whose value does not belong to its subject. A value belongs to the nearest subject named before it; in a
 * table to the subject of its column; after "lần lượt" to the subject of the same place in the order.
 *
 * @example loosePairs('Bắc Giang 56%, Đồng Nai 47%', [[['Đồng Nai'], ['56%']], [['Bắc Giang'], ['47%']]]) // both pairs
 */
export function loosePairs(text: string, pairs: readonly Pair[]): Pair[] {
  const lines = text.split('\n').map(normaliseText);
  const whole = normaliseText(text);
  return pairs.filter(
    (pair) =>
      !belongsToNearest(whole, pair, pairs) &&
      !belongsToColumn(lines, pair, pairs) &&
      !belongsInOrder(whole, pair, pairs),
  );
}

function belongsToNearest(text: string, pair: Pair, pairs: readonly Pair[]): boolean {
  const subjects = pairs.flatMap((owner) => placesOf(text, owner[0]).map((at) => ({ owner, at })));
  return placesOf(text, pair[1]).some((valueAt) => {
    const before = subjects.filter((subject) => subject.at < valueAt).sort((a, b) => b.at - a.at);
    return before[0]?.owner === pair;
  });
}

function belongsToColumn(lines: readonly string[], pair: Pair, pairs: readonly Pair[]): boolean {
  const rows = lines.filter((line) => line.includes('|')).map((line) => line.replace(/^\||\|$/g, '').split('|'));
  const header = rows.find((cells) =>
    pairs.every((other) => cells.some((cell) => placesOf(cell, other[0]).length > 0)),
  );
  if (header === undefined) return false;
  const column = header.findIndex((cell) => placesOf(cell, pair[0]).length > 0);
  return rows.some((cells) => cells !== header && placesOf(cells[column] ?? '', pair[1]).length > 0);
}

function belongsInOrder(text: string, pair: Pair, pairs: readonly Pair[]): boolean {
  return text.split(/(?<=[.;!?]) /).some((sentence) => {
    const at = sentence.indexOf('lần lượt');
    if (at === -1) return false;
    const subjects = inOrder(sentence.slice(0, at), pairs, 0);
    const values = inOrder(sentence.slice(at), pairs, 1);
    return (
      subjects.length === pairs.length &&
      values.length === pairs.length &&
      subjects.indexOf(pair) === values.indexOf(pair)
    );
  });
}

/** The pairs in the order in which their subjects (0) or values (1) are first named. */
function inOrder(text: string, pairs: readonly Pair[], side: 0 | 1): Pair[] {
  return pairs
    .flatMap((pair) =>
      placesOf(text, pair[side])
        .slice(0, 1)
        .map((at) => ({ pair, at })),
    )
    .sort((a, b) => a.at - b.at)
    .map(({ pair }) => pair);
}

function placesOf(text: string, alternatives: readonly string[]): number[] {
  return alternatives.flatMap((alternative) => wholeMatches(text, alternative)).sort((a, b) => a - b);
}
