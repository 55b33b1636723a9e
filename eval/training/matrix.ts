/** Row-major matrices in flat arrays. Dimensions: a is m × k, b is n × k, g and out as said. */
export interface Shape {
  readonly m: number;
  readonly n: number;
  readonly k: number;
}

/** out (m × n) = scale · a · bᵀ. Two rows by two columns at a time, so that every loaded value serves twice. */
export function productTransposed(
  a: Float32Array,
  b: Float32Array,
  out: Float32Array,
  { m, n, k }: Shape,
  scale: number,
): void {
  for (let i = 0; i < m; i += 2) {
    for (let j = 0; j < n; j += 2) {
      const [rowA, rowB] = [i * k, j * k];
      let s00 = 0;
      let s01 = 0;
      let s10 = 0;
      let s11 = 0;
      for (let t = 0; t < k; t++) {
        const x = a[rowA + t] ?? 0;
        const y = a[rowA + k + t] ?? 0;
        const u = b[rowB + t] ?? 0;
        const v = b[rowB + k + t] ?? 0;
        s00 += x * u;
        s01 += x * v;
        s10 += y * u;
        s11 += y * v;
      }
      out[i * n + j] = s00 * scale;
      out[i * n + j + 1] = s01 * scale;
      out[(i + 1) * n + j] = s10 * scale;
      out[(i + 1) * n + j + 1] = s11 * scale;
    }
  }
}

/** Gradients below this change nothing and are most of a trained batch. */
const NEGLIGIBLE = 1e-4;

/** toA (m × k) = g · b and toB (n × k) = gᵀ · a, for g of m × n. */
export function backProducts(
  g: Float32Array,
  { a, b, toA, toB }: { a: Float32Array; b: Float32Array; toA: Float32Array; toB: Float32Array },
  { m, n, k }: Shape,
): void {
  toA.fill(0);
  toB.fill(0);
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      const weight = g[i * n + j] ?? 0;
      if (weight < NEGLIGIBLE && weight > -NEGLIGIBLE) continue;
      const [rowA, rowB] = [i * k, j * k];
      for (let t = 0; t < k; t++) {
        toA[rowA + t] = (toA[rowA + t] ?? 0) + weight * (b[rowB + t] ?? 0);
        toB[rowB + t] = (toB[rowB + t] ?? 0) + weight * (a[rowA + t] ?? 0);
      }
    }
  }
}
