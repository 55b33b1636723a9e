import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../eval/mutations/random.ts';
import { signSketches } from '../../src/index/sign-sketches.ts';

const DIMENSIONS = 256;
const ROWS = 9_000;
const K = 20;
/** What is left of all rows for so few hits. */
const LEFT = 1_200;

const random = seededRandom('signs');
const codes = Uint8Array.from({ length: ROWS * DIMENSIONS }, () => Math.floor(random() * 256));
const signed = new Int8Array(codes.buffer);
const sketches = signSketches({ codes, stride: DIMENSIONS, count: ROWS });
const all = [{ start: 0, end: ROWS }];

/** A row with a third of its numbers drawn anew: nearer to that row than to any other. */
function near(row: number): Float32Array {
  return Float32Array.from({ length: DIMENSIONS }, (_, d) =>
    d % 3 === 0 ? random() * 256 - 128 : (signed[row * DIMENSIONS + d] ?? 0),
  );
}

/** The rows by what their signs add up to, the best first: the sum that the tables stand for. */
function bySigns(vector: Float32Array): readonly { readonly row: number; readonly sum: number }[] {
  return Array.from({ length: ROWS }, (_, row) => {
    const sum = vector.reduce((all, value, d) => all + ((signed[row * DIMENSIONS + d] ?? 0) < 0 ? -value : value), 0);
    return { row, sum };
  }).sort((a, b) => b.sum - a.sum);
}

describe('rows told by their signs', () => {
  test('hold the row a question is near to', () => {
    for (const row of [0, 15, 16, 4_711, ROWS - 1]) expect(sketches.likely(all, near(row), K)).toContain(row);
  });

  test('are those whose signs fit the question best, but for a few at the edge', () => {
    const vector = near(100);
    const likely = new Set(sketches.likely(all, vector, K));
    const best = bySigns(vector).slice(0, LEFT);
    expect(likely.size).toBeGreaterThanOrEqual(LEFT);
    expect(likely.size).toBeLessThan(1.1 * LEFT);
    expect(best.filter(({ row }) => likely.has(row)).length).toBeGreaterThan(0.98 * LEFT);
    expect(best.slice(0, LEFT / 2).every(({ row }) => likely.has(row))).toBe(true);
  });

  test('are looked for in the ranges alone, wherever these begin and end', () => {
    const ranges = [
      { start: 5_003, end: 9_000 },
      { start: 7, end: 4_001 },
    ];
    const inRanges = (row: number) => ranges.some(({ start, end }) => row >= start && row < end);
    const likely = sketches.likely(ranges, near(4_000), K);
    expect([...likely].every(inRanges)).toBe(true);
    expect(new Set(likely).size).toBe(likely.length);
    expect(likely).toContain(4_000);
  });

  test('are all of them where they are few, or a question says nothing', () => {
    expect([...sketches.likely([{ start: 3, end: 40 }], near(9), K)]).toEqual(
      Array.from({ length: 37 }, (_, i) => i + 3),
    );
    expect(sketches.likely(all, new Float32Array(DIMENSIONS), K)).toHaveLength(ROWS);
    const few = signSketches({ codes: codes.subarray(0, 100 * DIMENSIONS), stride: DIMENSIONS, count: 100 });
    expect(few.likely([{ start: 0, end: 100 }], near(9), K)).toHaveLength(100);
  });
});
