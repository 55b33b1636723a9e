import type { DatabaseSync } from 'node:sqlite';
import type { PolicyDocument } from '../../document/policy-document.ts';
import type { DocumentStore, DocumentWriter, GenerationStore, NextGeneration, Page } from '../document-store.ts';
import { generationName } from '../generation-name.ts';
import { UnusableDatabaseError } from '../unusable-database.ts';
import { openDatabase, reportingDamage, requireSound, setAsideDatabase } from './database.ts';
import { listAssignments, listDocuments, listTargets } from './lists.ts';
import { writeGeneration } from './publishing.ts';
import {
  type GenerationRow,
  generationNamed,
  publishedGeneration,
  readAssignments,
  readDigests,
  readDocument,
  readDocuments,
  readEntitlements,
  readPassages,
  readTargets,
} from './reading.ts';
import { type Sql, sqlOn } from './sql.ts';
import { inTransaction } from './transaction.ts';

/** The corpus in one SQLite file: both sides, since opening for reading and for writing is the same. */
export type SqliteStore = GenerationStore & DocumentWriter;

const NOTHING: Page<never> = { items: [], total: 0, cursor: null };

/**
 * Opens the corpus at `path`, creating the file when it is missing. Throws `UnusableDatabaseError`, with the command
 * that rebuilds it, for a damaged or foreign file.
 *
 * @example const store = openSqliteStore(join(dataDir, 'corpus.sqlite'));
 */
export function openSqliteStore(path: string): SqliteStore {
  return storeOver(openDatabase(path), path);
}

/**
 * Opens the corpus to be replaced as a whole: a file that cannot serve is moved aside, and `log` told where to, and a
 * new one made in its place. The whole file is checked first, since damage may lie where opening does not look.
 */
export function openReplaceableStore(path: string, log: (line: string) => void): SqliteStore {
  try {
    const database = openDatabase(path);
    try {
      requireSound(database, path);
      return storeOver(database, path);
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    if (!(error instanceof UnusableDatabaseError)) throw error;
    log(`${error.message} Tệp cũ được giữ lại ở ${setAsideDatabase(path, new Date())}.`);
    return openSqliteStore(path);
  }
}

function storeOver(database: DatabaseSync, path: string): SqliteStore {
  const sql = sqlOn(database);
  const run = async <T>(query: () => T): Promise<T> => reportingDamage(path, query);
  return {
    ...readingSide(sql, run, () => publishedGeneration(sql)),
    at: (name) => ({ ...readingSide(sql, run, () => generationNamed(sql, name)), close: async () => {} }),
    close: async () => database.close(),
    publishedDigests: () =>
      run(() => {
        const generation = publishedGeneration(sql);
        return generation === null ? new Map<string, string>() : readDigests(sql, generation.number);
      }),
    publish: (next: NextGeneration) =>
      run(() => {
        const generation = next.generation ?? generationName(new Date());
        inTransaction(database, () => writeGeneration(sql, { ...next, generation }));
        return generation;
      }),
  };
}

/** The reading methods, each as of the generation that `find` gives at that moment. */
function readingSide(
  sql: Sql,
  run: <T>(query: () => T) => Promise<T>,
  find: () => GenerationRow | null,
): Omit<DocumentStore, 'close'> {
  const read = <T>(nothing: T, query: (generation: number) => T): Promise<T> =>
    run(() => {
      const generation = find();
      return generation === null ? nothing : query(generation.number);
    });
  let documents: { readonly generation: number; readonly all: readonly PolicyDocument[] } | null = null;
  return {
    generation: () => run(() => find()?.name ?? null),
    documents: () =>
      read<readonly PolicyDocument[]>([], (generation) => {
        // Asked for with every question, and the same for all of a generation.
        if (documents?.generation !== generation) documents = { generation, all: readDocuments(sql, generation) };
        return documents.all;
      }),
    document: (id) => read(null, (generation) => readDocument(sql, generation, id)),
    passages: (ids) => read([], (generation) => readPassages(sql, generation, ids)),
    targets: (ids) => read([], (generation) => readTargets(sql, generation, ids)),
    assignments: (ids) => read([], (generation) => readAssignments(sql, generation, ids)),
    entitlements: (ids) => read([], (generation) => readEntitlements(sql, generation, ids)),
    listDocuments: (filter, page) => read(NOTHING, (generation) => listDocuments(sql, generation, filter, page)),
    listTargets: (filter, page) => read(NOTHING, (generation) => listTargets(sql, generation, filter, page)),
    listAssignments: (filter, page) => read(NOTHING, (generation) => listAssignments(sql, generation, filter, page)),
  };
}
