import { embedderId } from '../../ingest/database/jobs.ts';
import type { SearchLimits } from '../../src/index/postgres/entry-scope.ts';
import { openPostgresGeneration } from '../../src/index/postgres/published.ts';
import { makeSearchIndexes } from '../../src/index/postgres/search-indexes.ts';
import type { PublishedGeneration } from '../../src/index/published-reader.ts';
import type { Database } from '../../src/store/postgres/database.ts';
import { publishGeneration } from '../../src/store/postgres/publishing.ts';
import { registerTerms, stageDocument } from '../../src/store/postgres/staging.ts';
import { sampleDocument } from '../contracts/sample-corpus.ts';

/** An entry of a test with its document and vector. */
export interface SampleEntry {
  readonly documentId: string;
  readonly heading: string;
  readonly body: string;
  readonly vector: Float32Array;
}

export interface SampleIndexOptions {
  readonly generation?: string;
  readonly dimensions: number;
  readonly limits: SearchLimits;
  /** Makes the indexes however few the entries are. */
  readonly indexed: boolean;
}

/** Publishes entries, and nothing else of their documents, as a generation, and opens it. */
export async function publishedSample(
  database: Database,
  samples: readonly SampleEntry[],
  { generation = 'g1', dimensions, limits, indexed }: SampleIndexOptions,
): Promise<PublishedGeneration> {
  const embedder = { model: 'test', dimensions };
  const id = await embedderId(database, embedder);
  const keys: number[] = [];
  for (const [documentId, own] of Map.groupBy(samples, (sample) => sample.documentId)) {
    const entries = own.map(({ heading, body }, place) => {
      return { id: `${documentId}:p${place}`, kind: 'passage' as const, documentId, heading, body };
    });
    const document = {
      ingested: sampleDocument({ id: documentId, lines: [`Văn bản ${documentId}.`] }),
      entries,
      vectors: own.map(({ vector }) => vector),
    };
    const termIds = await registerTerms(database, entries);
    keys.push(await database.write((sql) => stageDocument(sql, document, { embedder: id, run: null, termIds })));
  }
  if (indexed) await makeSearchIndexes(database, { embedder: { id, dimensions }, scanBelow: 0 });
  await database.write((sql) =>
    publishGeneration(sql, { name: generation, embedder: id, add: keys, retire: { allBut: [] } }),
  );
  return openPostgresGeneration(database, generation, embedder, limits);
}
