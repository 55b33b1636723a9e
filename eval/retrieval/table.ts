import type { Measurement } from './measure.ts';

const HEAD = ['set', 'method', 'accents', 'n', 'R@1', 'R@5', 'R@10', 'R@20', 'MRR@10', 'nDCG@10', 'p50 ms', 'p95 ms'];

/** Measurements as a Markdown table; shares in percent. */
export function resultsTable(rows: readonly Measurement[]): string {
  return [HEAD, HEAD.map(() => '---'), ...rows.map(cells)].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function cells({ set, method, accents, n, recall, mrr10, ndcg10, p50ms, p95ms }: Measurement): string[] {
  const shares = [recall['1'], recall['5'], recall['10'], recall['20'], mrr10, ndcg10];
  return [
    set,
    method,
    accents,
    String(n),
    ...shares.map((share) => (share * 100).toFixed(1)),
    p50ms.toFixed(2),
    p95ms.toFixed(2),
  ];
}
