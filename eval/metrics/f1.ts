/** How many records were found, missed, and read where there is none. */
export interface Counts {
  readonly matched: number;
  readonly missed: number;
  readonly spurious: number;
}

/** precision = matched / (matched + spurious); 1 when nothing was read. */
export function precision({ matched, spurious }: Counts): number {
  return matched + spurious === 0 ? 1 : matched / (matched + spurious);
}

/** recall = matched / (matched + missed); 1 when there is nothing to find. */
export function recall({ matched, missed }: Counts): number {
  return matched + missed === 0 ? 1 : matched / (matched + missed);
}

/** F1 = 2 · matched / (2 · matched + missed + spurious): the harmonic mean of precision and recall. */
export function f1({ matched, missed, spurious }: Counts): number {
  const all = 2 * matched + missed + spurious;
  return all === 0 ? 1 : (2 * matched) / all;
}

export function addCounts(all: readonly Counts[]): Counts {
  return all.reduce(
    (sum, one) => ({
      matched: sum.matched + one.matched,
      missed: sum.missed + one.missed,
      spurious: sum.spurious + one.spurious,
    }),
    { matched: 0, missed: 0, spurious: 0 },
  );
}
