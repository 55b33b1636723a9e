/** nDCG@k = DCG / DCG of the best order, DCG = Σ_rank relevance / log2(rank + 1) (Järvelin, Kekäläinen 2002). */
export function ndcg(ranking: readonly string[], relevant: ReadonlyMap<string, number>, k: number): number {
  const gains = ranking.slice(0, k).map((id) => relevant.get(id) ?? 0);
  const best = [...relevant.values()].sort((a, b) => b - a).slice(0, k);
  const ideal = discounted(best);
  return ideal === 0 ? 0 : discounted(gains) / ideal;
}

function discounted(gains: readonly number[]): number {
  return gains.reduce((sum, gain, i) => sum + gain / Math.log2(i + 2), 0);
}
