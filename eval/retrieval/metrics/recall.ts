/** Recall@k = |relevant ∩ first k| / |relevant|. */
export function recall(ranking: readonly string[], relevant: ReadonlyMap<string, number>, k: number): number {
  const found = ranking.slice(0, k).filter((id) => relevant.has(id)).length;
  return relevant.size === 0 ? 0 : found / relevant.size;
}
