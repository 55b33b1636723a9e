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
  for (let i = 0; i < m; i++) {
    sumOfRows(b, { weights: g, start: i * n, stride: 1, count: n }, toA.subarray(i * k, (i + 1) * k));
  }
  for (let j = 0; j < n; j++) {
    sumOfRows(a, { weights: g, start: j, stride: n, count: m }, toB.subarray(j * k, (j + 1) * k));
  }
}

/** The weights of some rows: `count` of them, a stride apart. */
interface RowWeights {
  readonly weights: Float32Array;
  readonly start: number;
  readonly stride: number;
  readonly count: number;
}

/** out = Σ weight · row, without the negligible ones. Four rows at a time, so that the sum is loaded and stored once. */
function sumOfRows(rows: Float32Array, { weights, start, stride, count }: RowWeights, out: Float32Array): void {
  const size = out.length;
  const kept: number[] = [];
  for (let row = 0; row < count; row++) {
    if (Math.abs(weights[start + row * stride] ?? 0) >= NEGLIGIBLE) kept.push(row);
  }
  out.fill(0);
  for (let at = 0; at < kept.length; at += 4) {
    // Beyond the last row a weight of 0 with the first row, which is always there.
    const [a, b, c, d] = [kept[at] ?? 0, kept[at + 1] ?? -1, kept[at + 2] ?? -1, kept[at + 3] ?? -1];
    const weight = (row: number) => (row < 0 ? 0 : (weights[start + row * stride] ?? 0));
    const [s, t, u, v] = [weight(a), weight(b), weight(c), weight(d)];
    const [p, q, r, o] = [a * size, Math.max(0, b) * size, Math.max(0, c) * size, Math.max(0, d) * size];
    for (let i = 0; i < size; i++) {
      const two = s * (rows[p + i] ?? 0) + t * (rows[q + i] ?? 0);
      out[i] = (out[i] ?? 0) + (two + (u * (rows[r + i] ?? 0) + v * (rows[o + i] ?? 0)));
    }
  }
}
