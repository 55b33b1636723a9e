import type { PolicyDocument } from '../../document/policy-document.ts';
import type { DocumentStore, DocumentWriter, GenerationStore, Page } from '../document-store.ts';
import { generationName } from '../generation-name.ts';
import { idsOf } from '../invalid-publication.ts';
import { askedTogether } from './asked-together.ts';
import type { Database } from './database.ts';
import { isUnprepared } from './faults.ts';
import { listAssignments, listDocuments, listTargets } from './lists.ts';
import { pruneGenerations, publishGeneration, requirePublished } from './publishing.ts';
import {
  type GenerationRow,
  generationNamed,
  publishedGeneration,
  readByIds,
  readDigests,
  readDocuments,
  readWholeDocuments,
} from './reading.ts';
import type { Sql } from './sql.ts';
import { stageDocument } from './staging.ts';

/** The corpus in PostgreSQL: both sides. */
export type PostgresStore = GenerationStore & DocumentWriter;

/** Minutes for which what was replaced can still be read, beside the generation before the published one. */
export const KEPT_MINUTES = 10;

const NOTHING: Page<never> = { items: [], total: 0, cursor: null };

/**
 * The document store over a migrated database. Reads go to replicas where there are some; which generation is published
 * is asked of the primary. `publish` writes documents without what they are searched by: ingestion stages both.
 */
export function postgresStore(database: Database): PostgresStore {
  return {
    ...readingSide((work) => database.readPrimary(async (sql) => work(sql, await publishedGeneration(sql)))),
    generation: async () => {
      try {
        return (await database.readPrimary(publishedGeneration))?.name ?? null;
      } catch (error) {
        if (isUnprepared(error)) return null;
        throw error;
      }
    },
    at: (name) => viewOf(database, name),
    close: () => database.close(),
    publishedDigests: () =>
      database.readPrimary(async (sql) => {
        const generation = await publishedGeneration(sql);
        return generation === null ? new Map<string, string>() : readDigests(sql, generation.number);
      }),
    publish: async ({ add, keep, generation }) => {
      const name = generation ?? generationName(new Date());
      const added = idsOf(add);
      const allBut = keep.filter((id) => !added.has(id));
      await database.write(async (sql) => {
        await requirePublished(sql, allBut);
        const keys: number[] = [];
        const options = { embedder: null, run: null, termIds: new Map<string, number>() };
        for (const ingested of add) {
          keys.push(await stageDocument(sql, { ingested, entries: [], vectors: [] }, options));
        }
        await publishGeneration(sql, { name, embedder: null, add: keys, retire: { allBut } });
      });
      await database.write((sql) => pruneGenerations(sql, KEPT_MINUTES));
      return name;
    },
  };
}

/** The store as of a generation that is known, with its documents. Closing it leaves the database open. */
export function generationView(
  database: Database,
  generation: GenerationRow,
  documents: readonly PolicyDocument[],
): DocumentStore {
  const reading = readingSide((work) =>
    database.read((sql) => work(sql, generation), { generation: generation.number }),
  );
  const readWhole = (ids: readonly string[]) =>
    database.read((sql) => readWholeDocuments(sql, generation.number, ids), { generation: generation.number });
  return {
    ...reading,
    documents: async () => documents,
    document: askedTogether(readWhole),
    close: async () => {},
  };
}

/** The store as of one generation; its number is looked up once. */
function viewOf(database: Database, name: string): DocumentStore {
  let known: GenerationRow | null = null;
  const reading = readingSide(async (work) => {
    known ??= await database.readPrimary((sql) => generationNamed(sql, name));
    const found = known;
    return database.read((sql) => work(sql, found), { generation: found?.number ?? null });
  });
  return { ...reading, close: async () => {} };
}

/** Runs a query as of the generation it hands over. */
type AsOf = <T>(work: (sql: Sql, generation: GenerationRow | null) => Promise<T>) => Promise<T>;

/** The reading methods, each as of the generation that `asOf` gives at that moment. */
function readingSide(asOf: AsOf): Omit<DocumentStore, 'close'> {
  const read = <T>(nothing: T, query: (sql: Sql, generation: number) => Promise<T>): Promise<T> =>
    asOf((sql, generation) => (generation === null ? Promise.resolve(nothing) : query(sql, generation.number)));
  return {
    generation: () => asOf(async (_, generation) => generation?.name ?? null),
    documents: () => read<readonly PolicyDocument[]>([], readDocuments),
    document: (id) =>
      read(null, async (sql, generation) => (await readWholeDocuments(sql, generation, [id])).get(id) ?? null),
    passages: (ids) => read([], (sql, generation) => readByIds(sql, 'passages', { generation, ids })),
    targets: (ids) => read([], (sql, generation) => readByIds(sql, 'targets', { generation, ids })),
    assignments: (ids) => read([], (sql, generation) => readByIds(sql, 'assignments', { generation, ids })),
    entitlements: (ids) => read([], (sql, generation) => readByIds(sql, 'entitlements', { generation, ids })),
    listDocuments: (filter, page) => read(NOTHING, (sql, generation) => listDocuments(sql, generation, filter, page)),
    listTargets: (filter, page) => read(NOTHING, (sql, generation) => listTargets(sql, generation, filter, page)),
    listAssignments: (filter, page) =>
      read(NOTHING, (sql, generation) => listAssignments(sql, generation, filter, page)),
  };
}
