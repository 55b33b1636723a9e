/** Arithmetic mean of the values that apply; null when none does. */
export function mean(values: readonly (number | boolean | null)[]): number | null {
  const known = values.filter((value) => value !== null).map(Number);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** The smallest value that at least `share` of the values do not exceed (nearest rank); null when there is none. */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}
