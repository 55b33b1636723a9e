import type { Hit } from './ports.ts';

/** The order of hits: by score, ties by ordinal. */
export function bestFirst(a: Hit, b: Hit): number {
  return b.score - a.score || a.ordinal - b.ordinal;
}
