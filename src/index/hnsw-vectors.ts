import type { HierarchicalNSW } from 'hnswlib-node';
import { type UnitVectors, unit } from './exact-vectors.ts';
import type { OrdinalVectorIndex } from './in-process.ts';
import { type CodedVectors, int8VectorIndex } from './int8-vectors.ts';

/** The addon, when it could be loaded. */
export type Hnswlib = typeof import('hnswlib-node');

export interface HnswSettings {
  /** Links per vector and layer: more find more and take more memory. */
  readonly m: number;
  /** Candidates looked at while building. */
  readonly efConstruction: number;
  /** Candidates looked at per search, at least. */
  readonly ef: number;
  /** Up to this many entries, in all or under a filter, scanning them takes no longer than one search in the graph. */
  readonly scanBelow: number;
}

/**
 * Chosen for a recall@20 of 0.99 against the exact scan: with the shipped embeddings ef 128 finds 0.998 on 22,000
 * passages (ef 256 0.9997, in twice the time); with hashed ones, which are harder, 0.991 on 10,000 (m 16 0.974). The scan
 * of quantised vectors is as fast as the graph up to some 22,000 (`eval/bench-index.ts`), and finds all.
 */
export const HNSW: HnswSettings = { m: 32, efConstruction: 200, ef: 128, scanBelow: 25_000 };

/**
 * Loads hnswlib-node; null, with one line to the log, when it is not there: it compiles at install, and where there was
 * no compiler the exact index serves.
 */
export async function loadHnswlib(
  log: (line: string) => void,
  load = () => import('hnswlib-node'),
): Promise<Hnswlib | null> {
  try {
    return (await load()).default;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
    log(`Không nạp được hnswlib-node (${reason}); dùng chỉ mục vectơ quét toàn bộ.`);
    return null;
  }
}

/** Builds the graph over the vectors, on one thread: 0.3 ms per vector for the first thousands, more as it grows. */
export function buildHnsw(hnswlib: Hnswlib, vectors: UnitVectors, settings: HnswSettings = HNSW): HierarchicalNSW {
  const { dimensions, values } = vectors;
  const size = values.length / dimensions;
  const graph = new hnswlib.HierarchicalNSW('ip', dimensions);
  const { m, efConstruction } = settings;
  graph.initIndex({ maxElements: Math.max(1, size), m, efConstruction, randomSeed: 42 });
  for (let ordinal = 0; ordinal < size; ordinal++) {
    graph.addPoint(Array.from(values.subarray(ordinal * dimensions, (ordinal + 1) * dimensions)), ordinal);
  }
  return graph;
}

/**
 * Approximate search over a graph. What it returns is scored again by the scan, so that both give the same scores; under
 * a filter that leaves little, the entries left are scanned.
 */
export function hnswVectorIndex(
  graph: HierarchicalNSW,
  vectors: CodedVectors,
  settings: HnswSettings = HNSW,
): OrdinalVectorIndex {
  const scan = int8VectorIndex(vectors);
  const { size, dimensions } = scan;
  return {
    size,
    dimensions,
    search: async (vector, options) => {
      const { k, only } = options;
      if (size <= k || (only !== null && only.size <= settings.scanBelow)) return scan.search(vector, options);
      graph.setEf(Math.max(settings.ef, 2 * k));
      const allowed = only === null ? undefined : (ordinal: number) => only.has(ordinal);
      const { neighbors } = graph.searchKnn(Array.from(unit(vector, dimensions)), k, allowed);
      return scan.search(vector, { k, only: new Set(neighbors) });
    },
  };
}
