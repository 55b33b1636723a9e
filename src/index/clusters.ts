import { type Int8Rows, int8Rows, quantise } from './int8-rows.ts';
import { type FindNearest, nearestCentroids } from './nearest-centroids.ts';

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
/** Rows whose nearest centroids are found in one go, and how many of those go on at once. */
const CHUNK = 4_096;
const AT_ONCE = 16;

/** How many clusters are made: about 1.8 times the root of the rows, so that finding the nearest costs little. */
export function clusterCount(rows: number): number {
  return Math.max(1, Math.round(1.8 * Math.sqrt(rows)));
}

/**
 * Spherical k-means (Lloyd) on a sample, every so many rows taken, then every row to the centroid with the largest dot
 * product. The same rows make the same clusters, however many threads `find` has.
 */
export async function buildClusters(
  rows: Int8Rows,
  count: number,
  find: FindNearest = nearestCentroids(),
): Promise<Clusters> {
  const wanted = Math.min(count, clusterCount(count));
  const centroids = int8Rows(rows.dimensions);
  const sample = everySo(count, Math.min(count, wanted * SAMPLE));
  const nearest = (some: Uint32Array) => nearestOf(rows, some, { centroids: centroids.bytes(wanted).slice(), find });
  const start = everySo(sample.length, wanted).map((place) => sample[place] ?? 0);
  setCentroids(
    centroids,
    [...start].map((row) => vectorOf(rows, row)),
  );
  for (let round = 0; round < ROUNDS; round++) {
    setCentroids(centroids, meansOf(rows, sample, await nearest(sample), wanted));
  }
  const all = Uint32Array.from({ length: count }, (_, row) => row);
  return { centroids: centroids.bytes(wanted), ...grouped(await nearest(all), wanted) };
}

/** The nearest centroid of each row. */
async function nearestOf(
  rows: Int8Rows,
  some: Uint32Array,
  { centroids, find }: { readonly centroids: Uint8Array<ArrayBuffer>; readonly find: FindNearest },
): Promise<Uint32Array> {
  const { dimensions, stride } = rows;
  const found = new Uint32Array(some.length);
  const findChunk = async (start: number): Promise<void> => {
    const chunk = some.subarray(start, start + CHUNK);
    const bytes = new Uint8Array(chunk.length * stride);
    for (const [i, row] of chunk.entries()) bytes.set(rowBytes(rows, row), i * stride);
    found.set(await find({ rows: bytes, centroids, dimensions }), start);
  };
  for (let start = 0; start < some.length; start += CHUNK * AT_ONCE) {
    const starts = Array.from({ length: AT_ONCE }, (_, i) => start + i * CHUNK).filter((at) => at < some.length);
    await Promise.all(starts.map(findChunk));
  }
  return found;
}

/** So many of the numbers below `below`, evenly spread. */
function everySo(below: number, many: number): Uint32Array {
  return Uint32Array.from({ length: many }, (_, i) => Math.floor((i * below) / many));
}

function rowBytes(rows: Int8Rows, row: number): Uint8Array {
  return rows.bytes(row + 1).subarray(row * rows.stride);
}

function vectorOf(rows: Int8Rows, row: number): Float32Array {
  const { buffer, byteOffset } = rowBytes(rows, row);
  return new Float32Array(new Int8Array(buffer, byteOffset, rows.dimensions));
}

function setCentroids(centroids: Int8Rows, vectors: readonly Float32Array[]): void {
  const bytes = centroids.bytes(vectors.length);
  for (const [i, vector] of vectors.entries()) {
    bytes.set(new Uint8Array(quantise(vector).values.buffer), i * centroids.stride);
  }
}

/** The mean of the rows nearest to each centroid; one that none is nearest to moves to a row of the sample. */
function meansOf(rows: Int8Rows, some: Uint32Array, found: Uint32Array, count: number): Float32Array[] {
  const sums = Array.from({ length: count }, () => new Float32Array(rows.dimensions));
  const taken = new Uint8Array(count);
  for (const [i, row] of some.entries()) {
    const centroid = found[i] ?? 0;
    const sum = sums[centroid];
    const vector = vectorOf(rows, row);
    const length = norm(vector) || 1;
    taken[centroid] = 1;
    if (sum !== undefined) for (let d = 0; d < vector.length; d++) sum[d] = (sum[d] ?? 0) + (vector[d] ?? 0) / length;
  }
  return sums.map((sum, i) => (taken[i] === 1 ? sum : vectorOf(rows, some[(i * 7919) % some.length] ?? 0)));
}

function norm(vector: Float32Array): number {
  let squares = 0;
  for (const value of vector) squares += value * value;
  return Math.sqrt(squares);
}

function grouped(found: Uint32Array, count: number): Pick<Clusters, 'starts' | 'members'> {
  const starts = new Uint32Array(count + 1);
  for (const cluster of found) starts[cluster + 1] = (starts[cluster + 1] ?? 0) + 1;
  for (let cluster = 0; cluster < count; cluster++)
    starts[cluster + 1] = (starts[cluster + 1] ?? 0) + (starts[cluster] ?? 0);
  const next = starts.slice();
  const members = new Uint32Array(found.length);
  for (const [row, cluster] of found.entries()) {
    const place = next[cluster] ?? 0;
    next[cluster] = place + 1;
    members[place] = row;
  }
  return { starts, members };
}
