import type { Hit } from './ports.ts';

/** How much each part of the search counts. They need not add up to 1. */
export interface FusionWeights {
  readonly lexical: number;
  readonly vector: number;
}

/** An entry with its fused score, and what each part gave it after normalisation (0 … 1). */
export interface FusedHit extends Hit {
  readonly parts: FusionWeights;
}

/**
 * Weighted score fusion. Each part's scores are divided by its best one, so that BM25 (unbounded) and cosine meet on
 * one scale; an entry a part does not know, or knows with a negative score, gets 0 from it:
 *
 *     score = Σ_part  weight · max(0, score_part) / max score_part
 *
 * The scores stay, unlike in reciprocal rank fusion: that the first hit is far ahead of the second is what tells a
 * sure find from a guess. Best first, ties by ordinal.
 */
export function fuse(
  parts: { readonly lexical: readonly Hit[]; readonly vector: readonly Hit[] },
  weights: FusionWeights,
): FusedHit[] {
  const lexical = normalised(parts.lexical);
  const vector = normalised(parts.vector);
  return [...new Set([...lexical.keys(), ...vector.keys()])]
    .map((ordinal) => {
      const scores = { lexical: lexical.get(ordinal) ?? 0, vector: vector.get(ordinal) ?? 0 };
      return { ordinal, score: weights.lexical * scores.lexical + weights.vector * scores.vector, parts: scores };
    })
    .sort((a, b) => b.score - a.score || a.ordinal - b.ordinal);
}

function normalised(hits: readonly Hit[]): Map<number, number> {
  const best = hits.reduce((most, { score }) => Math.max(most, score), 0);
  return new Map(hits.map(({ ordinal, score }) => [ordinal, best === 0 ? 0 : Math.max(0, score) / best]));
}
