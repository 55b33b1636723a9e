import { bestFirst } from './best-first.ts';
import type { Hit } from './ports.ts';

/** How much each part of the search counts. They need not add up to 1. */
export interface FusionWeights {
  readonly lexical: number;
  readonly vector: number;
}

/** An entry with its fused score, and what each part gave it (0 … 1). */
export interface FusedHit extends Hit {
  readonly parts: FusionWeights;
}

/**
 * Score fusion with a weight of its own for each question:
 *
 *     score = w_lexical · BM25 / best BM25  +  w_vector · ambiguity · max(0, cosine)
 *     ambiguity = (fifth best BM25 / best BM25)³   (1 when BM25 finds nothing)
 *
 * Vectors are heard where they have something to say. The cosine is not brought to 1: when nothing is much like the
 * question, it stays small and BM25 decides. And when BM25 has one clear find, its fifth hit is far behind and the
 * vectors change nothing; when five entries look alike to it, they choose among them. The scores stay, unlike in
 * reciprocal rank fusion: they are what tells a sure find from a guess. `lexical` comes best first, as from the index;
 * an entry a part does not know gets 0 from it. Best first, ties by ordinal.
 */
export function fuse(
  parts: { readonly lexical: readonly Hit[]; readonly vector: readonly Hit[] },
  weights: FusionWeights,
): FusedHit[] {
  const best = parts.lexical[0]?.score ?? 0;
  const vectorWeight = weights.vector * ambiguity(parts.lexical);
  const byOrdinal = new Map<number, { lexical: number; vector: number }>();
  for (const { ordinal, score } of parts.lexical) {
    byOrdinal.set(ordinal, { lexical: best === 0 ? 0 : score / best, vector: 0 });
  }
  for (const { ordinal, score } of parts.vector) {
    const vector = Math.max(0, score);
    const known = byOrdinal.get(ordinal);
    if (known === undefined) byOrdinal.set(ordinal, { lexical: 0, vector });
    else known.vector = vector;
  }
  return Array.from(byOrdinal, ([ordinal, given]) => ({
    ordinal,
    score: weights.lexical * given.lexical + vectorWeight * given.vector,
    parts: given,
  })).sort(bestFirst);
}

const FIFTH = 4;

/** How little BM25 tells its first hits apart: 0 … 1. */
function ambiguity(lexical: readonly Hit[]): number {
  const first = lexical[0];
  const fifth = lexical[Math.min(FIFTH, lexical.length - 1)];
  return first === undefined || fifth === undefined || first.score === 0 ? 1 : (fifth.score / first.score) ** 3;
}
