import { expect, test } from 'vitest';
import { ndcg } from '../../../eval/retrieval/metrics/ndcg.ts';
import { recall } from '../../../eval/retrieval/metrics/recall.ts';
import { reciprocalRank } from '../../../eval/retrieval/metrics/reciprocal-rank.ts';

const relevant = new Map([
  ['a', 1],
  ['b', 1],
]);

test('recall is the share of the relevant texts among the first k', () => {
  expect(recall(['x', 'a', 'b'], relevant, 1)).toBe(0);
  expect(recall(['x', 'a', 'b'], relevant, 2)).toBe(0.5);
  expect(recall(['x', 'a', 'b'], relevant, 3)).toBe(1);
  expect(recall([], new Map(), 3)).toBe(0);
});

test('reciprocal rank looks at the first relevant text within k', () => {
  expect(reciprocalRank(['x', 'a', 'b'], relevant, 10)).toBe(0.5);
  expect(reciprocalRank(['x', 'y', 'a'], relevant, 2)).toBe(0);
});

test('nDCG is 1 for the best order and discounts by the logarithm of the rank', () => {
  expect(ndcg(['a', 'b', 'x'], relevant, 10)).toBe(1);
  expect(ndcg(['x', 'a'], new Map([['a', 1]]), 10)).toBeCloseTo(1 / Math.log2(3), 12);
  expect(
    ndcg(
      ['low', 'high'],
      new Map([
        ['high', 2],
        ['low', 1],
      ]),
      10,
    ),
  ).toBeCloseTo((1 + 2 / Math.log2(3)) / (2 + 1 / Math.log2(3)), 12);
});
