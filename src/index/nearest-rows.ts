import type { Int8Rows, QuantisedQuery } from './int8-rows.ts';
import type { Hit } from './ports.ts';
import { topHits } from './top-hits.ts';

/** Rows with what one step of each stands for. */
export interface ScaledRows {
  readonly rows: Int8Rows;
  readonly scales: Float32Array;
}

/** The k rows of a list that are most like the question, by their numbers: best first, ties by number. */
export function nearestRows(
  { rows, scales }: ScaledRows,
  { list, query, k }: { readonly list: Uint32Array; readonly query: QuantisedQuery; readonly k: number },
): readonly Hit[] {
  const best = topHits(k);
  rows.dots(list, query, (some, products) => {
    let needed = best.threshold;
    for (let i = 0; i < some.length; i++) {
      const row = some[i] ?? 0;
      const score = (products[i] ?? 0) * (scales[row] ?? 0) * query.scale;
      if (score < needed) continue;
      best.offer(row, score);
      needed = best.threshold;
    }
  });
  return best.sorted();
}
