import { type Int8Rows, int8Rows, quantise } from './int8-rows.ts';

/** Rows in groups of neighbours: a search looks into the groups nearest to the question and leaves the others alone. */
export interface Clusters {
  /** Centres, as bytes of int8 rows. */
  readonly centroids: Uint8Array;
  /** Cluster → where it starts in `members`, and one entry for the end. */
  readonly starts: Uint32Array;
  /** Rows by cluster, ascending within one. */
  readonly members: Uint32Array;
}

/** Rows per centroid a centroid is learnt from, and how often they are looked through. */
const SAMPLE = 32;
const ROUNDS = 6;

/** How many clusters are made: about 1.8 times the root of the rows, so that finding the nearest costs little. */
export function clusterCount(rows: number): number {
  return Math.max(1, Math.round(1.8 * Math.sqrt(rows)));
}

/**
 * Spherical k-means (Lloyd) on a sample, every so many rows taken, then every row to the centroid with the largest dot
 * product. The same rows make the same clusters.
 */
export function buildClusters(rows: Int8Rows, count: number): Clusters {
  const wanted = Math.min(count, clusterCount(count));
  const centroids = int8Rows(rows.dimensions);
  const sample = everySo(count, Math.min(count, wanted * SAMPLE));
  const start = everySo(sample.length, wanted).map((place) => sample[place] ?? 0);
  setCentroids(
    centroids,
    [...start].map((row) => vectorOf(rows, row)),
  );
  for (let round = 0; round < ROUNDS; round++) {
    setCentroids(centroids, meansOf(rows, sample, nearest(rows, sample, centroids, wanted), wanted));
  }
  const all = Uint32Array.from({ length: count }, (_, row) => row);
  return { centroids: centroids.bytes(wanted), ...grouped(nearest(rows, all, centroids, wanted), wanted) };
}

/** So many of the numbers below `below`, evenly spread. */
function everySo(below: number, many: number): Uint32Array {
  return Uint32Array.from({ length: many }, (_, i) => Math.floor((i * below) / many));
}

function vectorOf(rows: Int8Rows, row: number): Float32Array {
  const bytes = rows.bytes(row + 1);
  return Float32Array.from(new Int8Array(bytes.buffer, bytes.byteOffset + row * rows.stride, rows.dimensions));
}

function setCentroids(centroids: Int8Rows, vectors: readonly Float32Array[]): void {
  const bytes = centroids.bytes(vectors.length);
  for (const [i, vector] of vectors.entries()) {
    bytes.set(new Uint8Array(quantise(vector).values.buffer), i * centroids.stride);
  }
}

/** The nearest centroid of each row. Centroids are as long as their largest value allows, so lengths are taken out. */
function nearest(rows: Int8Rows, some: Uint32Array, centroids: Int8Rows, count: number): Uint32Array {
  const { dimensions } = rows;
  const all = everySo(count, count);
  const lengths = Float64Array.from(all, (centroid) => 1 / (norm(vectorOf(centroids, centroid)) || 1));
  return some.map((row) => {
    const bytes = rows.bytes(row + 1);
    const values = new Int8Array(bytes.buffer, bytes.byteOffset + row * rows.stride, dimensions);
    let best = 0;
    let most = Number.NEGATIVE_INFINITY;
    centroids.dots(all, { values, scale: 1 }, (centroid, product) => {
      const likeness = product * (lengths[centroid] ?? 0);
      if (likeness <= most) return;
      most = likeness;
      best = centroid;
    });
    return best;
  });
}

/** The mean of the rows nearest to each centroid; one that none is nearest to moves to a row of the sample. */
function meansOf(rows: Int8Rows, some: Uint32Array, nearestOf: Uint32Array, count: number): Float32Array[] {
  const sums = Array.from({ length: count }, () => new Float32Array(rows.dimensions));
  const taken = new Uint8Array(count);
  for (const [i, row] of some.entries()) {
    const centroid = nearestOf[i] ?? 0;
    const sum = sums[centroid];
    const vector = vectorOf(rows, row);
    const length = norm(vector) || 1;
    taken[centroid] = 1;
    if (sum !== undefined) for (let d = 0; d < vector.length; d++) sum[d] = (sum[d] ?? 0) + (vector[d] ?? 0) / length;
  }
  return sums.map((sum, i) => (taken[i] === 1 ? sum : vectorOf(rows, some[(i * 7919) % some.length] ?? 0)));
}

function norm(vector: Float32Array): number {
  return Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
}

function grouped(nearestOf: Uint32Array, count: number): Pick<Clusters, 'starts' | 'members'> {
  const starts = new Uint32Array(count + 1);
  for (const cluster of nearestOf) starts[cluster + 1] = (starts[cluster + 1] ?? 0) + 1;
  for (let cluster = 0; cluster < count; cluster++)
    starts[cluster + 1] = (starts[cluster + 1] ?? 0) + (starts[cluster] ?? 0);
  const next = starts.slice();
  const members = new Uint32Array(nearestOf.length);
  for (const [row, cluster] of nearestOf.entries()) {
    const place = next[cluster] ?? 0;
    next[cluster] = place + 1;
    members[place] = row;
  }
  return { starts, members };
}
