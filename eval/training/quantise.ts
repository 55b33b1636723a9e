/** Rows of float32 as int8 with one scale a row: value ≈ scale · int8, the largest of a row being ±127. */
export function quantiseRows(
  values: Float32Array,
  dimensions: number,
): { readonly scales: Float32Array; readonly vectors: Int8Array } {
  const rows = values.length / dimensions;
  const scales = new Float32Array(rows);
  const vectors = new Int8Array(values.length);
  for (let row = 0; row < rows; row++) {
    const start = row * dimensions;
    let largest = 0;
    for (let d = 0; d < dimensions; d++) largest = Math.max(largest, Math.abs(values[start + d] ?? 0));
    const scale = largest / 127;
    scales[row] = scale;
    if (scale === 0) continue;
    for (let d = 0; d < dimensions; d++) vectors[start + d] = Math.round((values[start + d] ?? 0) / scale);
  }
  return { scales, vectors };
}
