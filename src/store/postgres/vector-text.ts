/** A vector in pgvector's notation. */
export function vectorText(vector: Float32Array): string {
  return `[${Array.from(vector, (value) => value.toPrecision(6)).join(',')}]`;
}
