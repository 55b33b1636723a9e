import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clusteredVectorIndex, clusterRows } from './clustered-vectors.ts';
import { unitVectors } from './exact-vectors.ts';
import { buildHnsw, HNSW, type Hnswlib, hnswVectorIndex } from './hnsw-vectors.ts';
import type { OrdinalVectorIndex } from './in-process.ts';
import { int8Rows } from './int8-rows.ts';
import { codeVectors, int8VectorIndex } from './int8-vectors.ts';
import type { FindNearest } from './nearest-centroids.ts';
import { readInto } from './read-whole.ts';
import { packSections, unpackSections } from './typed-sections.ts';
import type { CollectedVectors } from './vector-collector.ts';

/** Files of the vector part; which of them there are says how it is searched. */
export const VECTOR_FILES = {
  /** Unit vectors as they are, and the graph over them where hnswlib-node built one. */
  vectors: 'vectors.bin',
  graph: 'hnsw.bin',
  /** Quantised vectors in the order of their clusters, and the clusters. */
  codes: 'codes.bin',
  clusters: 'clusters.bin',
} as const;

/**
 * From so many entries on vectors are quantised and clustered. A graph over 100,000 vectors of 512 numbers takes minutes
 * to build, on one thread, and five times the memory; the clusters take seconds. A snapshot for
 * Workers holds vectors as they are, and fewer of them than this.
 */
export const CLUSTERS_FROM = 50_000;

export interface VectorsToWrite {
  readonly folder: string;
  readonly dimensions: number;
  /** One per entry. */
  readonly vectors: CollectedVectors;
  /** Null where it cannot be loaded: then no graph is written. */
  readonly hnswlib: Hnswlib | null;
  /** Finds the clusters of many vectors; in this thread when absent. */
  readonly findNearest?: FindNearest | undefined;
}

/** Writes the vector part of an index; yields the name of every file once it is written. */
export async function* writeVectors(given: VectorsToWrite): AsyncGenerator<string> {
  const { folder, dimensions, vectors, hnswlib, findNearest } = given;
  if (vectors.kind === 'many') {
    const { rows, scales, clusters } = await clusterRows(vectors.rows, vectors.count, findNearest);
    await writeFile(join(folder, VECTOR_FILES.codes), rows.bytes(vectors.count));
    yield VECTOR_FILES.codes;
    await writeFile(join(folder, VECTOR_FILES.clusters), packSections({ scales, ...clusters }));
    yield VECTOR_FILES.clusters;
    return;
  }
  const units = unitVectors(vectors.vectors, dimensions);
  await writeFile(join(folder, VECTOR_FILES.vectors), packSections({ vectors: units.values }));
  yield VECTOR_FILES.vectors;
  if (hnswlib === null || vectors.vectors.length <= HNSW.scanBelow) return;
  buildHnsw(hnswlib, units).writeIndexSync(join(folder, VECTOR_FILES.graph));
  yield VECTOR_FILES.graph;
}

/** Opens the vector part of an index that has the given files. */
export async function openVectors(
  folder: string,
  {
    has,
    dimensions,
    hnswlib,
  }: {
    readonly has: (file: string) => boolean;
    readonly dimensions: number;
    readonly hnswlib: Hnswlib | null;
  },
): Promise<OrdinalVectorIndex> {
  if (has(VECTOR_FILES.clusters)) return openClustered(folder, dimensions);
  const values = unpackSections(await readFile(join(folder, VECTOR_FILES.vectors))).f32('vectors');
  const coded = codeVectors({ dimensions, values });
  if (hnswlib === null || !has(VECTOR_FILES.graph)) return int8VectorIndex(coded);
  const graph = new hnswlib.HierarchicalNSW('ip', dimensions);
  graph.readIndexSync(join(folder, VECTOR_FILES.graph));
  return hnswVectorIndex(graph, coded);
}

async function openClustered(folder: string, dimensions: number): Promise<OrdinalVectorIndex> {
  const sections = unpackSections(await readFile(join(folder, VECTOR_FILES.clusters)));
  const scales = sections.f32('scales');
  const rows = int8Rows(dimensions);
  await readInto(join(folder, VECTOR_FILES.codes), rows.bytes(scales.length));
  const clusters = {
    centroids: sections.u8('centroids'),
    starts: sections.u32('starts'),
    members: sections.u32('members'),
  };
  return clusteredVectorIndex({ rows, scales, clusters });
}
