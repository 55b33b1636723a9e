import { expect, test } from 'vitest';
import { type ChartPoint, scaleChart } from '../../eval/scale/chart.ts';

const point = (passages: number, p50: number, p95: number): ChartPoint => ({
  passages,
  answers: { p50, p95 },
  retrieval: { p50: p50 / 2, p95: p95 / 2 },
});

/** The ends of the lines, by the colour and dashes of each. */
function lines(chart: string): readonly (readonly (readonly number[])[])[] {
  return [...chart.matchAll(/<polyline points="([^"]+)"/gu)].map(([, points = '']) =>
    points.split(' ').map((place) => place.split(',').map(Number)),
  );
}

test('a cost that grows as the corpus does runs along the grey line, a slower one below it', () => {
  const chart = scaleChart('in-process', [point(10_000, 2, 8), point(100_000, 20, 80), point(1_000_000, 20, 80)]);
  const [, , x2 = '', y2 = ''] =
    /<line x1="([^"]+)" y1="([^"]+)" x2="([^"]+)" y2="([^"]+)"[^>]+dasharray/u.exec(chart)?.slice(1) ?? [];
  const [p95] = lines(chart);
  const [[fromX = 0, fromY = 0] = [], [sameX = 0, sameY = 0] = [], [, flatY] = []] = p95 ?? [];
  expect((Number(y2) - fromY) / (Number(x2) - fromX)).toBeCloseTo((sameY - fromY) / (sameX - fromX), 1);
  expect(flatY).toBe(sameY);
});

test('says in words what it shows, and its labels do not lie over one another', () => {
  const chart = scaleChart('in-process', [point(11_142, 5, 5.1), point(105_131, 5, 5.1)]);
  expect(chart).toContain('role="img" aria-labelledby="title desc"');
  expect(chart).toContain('105,131 passages: answers p50 5.0 ms, p95 5.1 ms; retrieval p50 2.5 ms, p95 2.5 ms.');
  const labels = [...chart.matchAll(/y="([\d.]+)"[^>]*>(?:answers|retrieval), p/gu)]
    .map(([, y]) => Number(y))
    .sort((a, b) => a - b);
  expect(labels).toHaveLength(4);
  for (const [i, label] of labels.slice(1).entries()) expect(label - (labels[i] ?? 0)).toBeGreaterThanOrEqual(15);
});

test('one size is no curve', () => {
  expect(scaleChart('in-process', [point(10_000, 1, 2)])).toBe('');
});
