import { describe, expect, test } from 'vitest';
import { bodyKey, sameBodies } from '../../eval/extraction/bodies.ts';
import { readGold } from '../../eval/extraction/gold.ts';
import { matchByLines } from '../../eval/extraction/match.ts';
import { f1, precision, recall } from '../../eval/metrics/f1.ts';

describe('names of bodies', () => {
  test.each([
    ['Sở Lao động - TB&XH', 'Sở Lao động - Thương binh và Xã hội', true],
    ['Sở Nông nghiệp và PTNT', 'Sở Nông nghiệp và Phát triển nông thôn', true],
    ['Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', 'UBMTTQVN tỉnh', true],
    ['UBND huyện, thị xã, thành phố', 'Ủy ban nhân dân các huyện, thành phố', true],
    ['các sở, ban, ngành có liên quan', 'các sở, ngành', true],
    ['Bảo hiểm xã hội tỉnh', 'Sở Lao động - Thương binh và Xã hội', false],
    ['Sở Nội vụ', 'Sở Y tế', false],
  ])('%s and %s are one body: %j', (one, other, expected) => {
    expect(bodyKey(one) === bodyKey(other)).toBe(expected);
  });

  test.each([
    [['Sở Nội vụ'], ['Sở Nội vụ'], true],
    [['Sở Nội vụ'], ['Sở Nội vụ', 'Sở Y tế'], false],
    [['Sở Nội vụ', 'các sở, ban, ngành'], ['Sở Nội vụ'], true],
    [['các cơ quan, đơn vị'], ['Sở Nội vụ'], false],
    [[], ['các cơ quan liên quan'], false],
  ])('%j read as %j: %j', (gold, read, expected) => {
    expect(sameBodies(gold, read)).toBe(expected);
  });
});

describe('matching by lines', () => {
  const at = (startLine: number, endLine: number, value: string) => ({ startLine, endLine, value });
  const gold = (startLine: number, endLine: number, value: string, rest = {}) => ({
    ...at(startLine, endLine, value),
    optional: false,
    parts: false,
    ...rest,
  });
  const same = (a: { value: string }, b: { value: string }) => a.value === b.value;

  test.each([
    ['the same value on shared lines', [gold(1, 3, 'a')], [at(3, 4, 'a')], [1, 0, 0]],
    ['another value', [gold(1, 3, 'a')], [at(3, 4, 'b')], [0, 1, 1]],
    ['other lines', [gold(1, 3, 'a')], [at(4, 5, 'a')], [0, 1, 1]],
    ['a repeat', [gold(1, 3, 'a')], [at(1, 3, 'a'), at(2, 2, 'a')], [1, 0, 1]],
    ['several parts of one item', [gold(1, 3, 'a', { parts: true })], [at(1, 1, 'a'), at(2, 2, 'a')], [1, 0, 0]],
    ['optional gold that was read', [gold(1, 3, 'a', { optional: true })], [at(1, 3, 'a')], [0, 0, 0]],
    ['optional gold that was not', [gold(1, 3, 'a', { optional: true })], [], [0, 0, 0]],
    ['equal values on one line', [gold(1, 1, 'a'), gold(1, 1, 'a')], [at(1, 1, 'a'), at(1, 1, 'a')], [2, 0, 0]],
  ])('%s', (_, items, read, [matched, missed, spurious]) => {
    expect(matchByLines(items, read, same).counts).toEqual({ matched, missed, spurious });
  });
});

test('precision, recall and F1', () => {
  const counts = { matched: 6, missed: 2, spurious: 4 };
  expect([precision(counts), recall(counts), f1(counts)]).toEqual([0.6, 0.75, 12 / 18]);
});

test('the gold of plan 50 holds every row of its appendix with both years', async () => {
  const plan = (await readGold(new URL('../../eval/gold', import.meta.url).pathname)).find(
    ({ metadata }) => metadata.number === '50/KH-UBND',
  );
  const rows = plan?.targets?.filter(({ monitor }) => monitor.length > 0) ?? [];
  expect(rows).toHaveLength(111);
  expect(rows.every(({ values }) => values.map(({ period }) => period).join() === '2025,2030')).toBe(true);
});
