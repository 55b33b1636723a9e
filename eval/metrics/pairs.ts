import type { Gold } from '../question.ts';
import { normaliseText } from './normalise-text.ts';
import { wholeMatches } from './whole-match.ts';

type Pair = Gold['pairs'][number];

interface Mention {
  readonly pair: Pair;
  readonly start: number;
  readonly end: number;
}

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
  const subjects = mentionsOf(text, pairs, 0);
  return mentionsOf(text, [pair], 1).some(
    (value) => subjects.filter(({ start }) => start < value.start).at(-1)?.pair === pair,
  );
}

function belongsToColumn(lines: readonly string[], pair: Pair, pairs: readonly Pair[]): boolean {
  const rows = lines.filter((line) => line.includes('|')).map((line) => line.replace(/^\||\|$/g, '').split('|'));
  const subjectOf = (cell: string) => mentionsOf(cell, pairs, 0).at(0)?.pair;
  const header = rows.find((cells) => pairs.every((wanted) => cells.some((cell) => subjectOf(cell) === wanted)));
  if (header === undefined) return false;
  const column = header.findIndex((cell) => subjectOf(cell) === pair);
  return rows.some((cells) => cells !== header && mentionsOf(cells[column] ?? '', [pair], 1).length > 0);
}

function belongsInOrder(text: string, pair: Pair, pairs: readonly Pair[]): boolean {
  return text.split(/(?<=[.;!?]) /).some((sentence) => {
    const at = sentence.indexOf('lần lượt');
    if (at === -1) return false;
    const order = (part: string, side: 0 | 1) => [...new Set(mentionsOf(part, pairs, side).map((one) => one.pair))];
    const subjects = order(sentence.slice(0, at), 0);
    const values = order(sentence.slice(at), 1);
    const complete = subjects.length === pairs.length && values.length === pairs.length;
    return complete && subjects.indexOf(pair) === values.indexOf(pair);
  });
}

/** Where subjects (0) or values (1) are named, in order; "trưởng bộ môn" inside "phó trưởng bộ môn" is not a mention. */
function mentionsOf(text: string, pairs: readonly Pair[], side: 0 | 1): Mention[] {
  const all = pairs.flatMap((pair) =>
    pair[side].flatMap((alternative) =>
      wholeMatches(text, alternative).map((start) => ({
        pair,
        start,
        end: start + normaliseText(alternative).length,
      })),
    ),
  );
  const inside = (a: Mention, b: Mention) =>
    a.pair !== b.pair && b.start <= a.start && a.end <= b.end && b.end - b.start > a.end - a.start;
  return all.filter((one) => !all.some((other) => inside(one, other))).sort((a, b) => a.start - b.start);
}
