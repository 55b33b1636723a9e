/** 1 / rank of the first relevant text among the first k, else 0; its mean over questions is MRR@k. */
export function reciprocalRank(ranking: readonly string[], relevant: ReadonlyMap<string, number>, k: number): number {
  const at = ranking.slice(0, k).findIndex((id) => relevant.has(id));
  return at === -1 ? 0 : 1 / (at + 1);
}
