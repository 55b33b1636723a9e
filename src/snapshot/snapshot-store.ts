import type { IngestedDocument } from '../document/ingested-document.ts';
import type { Assignment, Target } from '../document/records.ts';
import { findLineStarts, type SourceText } from '../document/source-text.ts';
import { UnusableIndexError } from '../index/unusable-index-error.ts';
import type { DocumentStore, Page } from '../store/document-store.ts';
import type {
  AssignmentRow,
  DocumentList,
  Parts,
  RecordList,
  RecordPlace,
  SnapshotManifest,
  TargetRow,
} from './format.ts';
import { type ReadAsset, readJsonParts } from './read-parts.ts';
import { listedDocuments, selectAssignments, selectDocuments, selectTargets } from './snapshot-lists.ts';

/** A document as a snapshot keeps it: what can be worked out again is left out. */
export interface StoredDocument extends Omit<IngestedDocument, 'source'> {
  readonly source: Omit<SourceText, 'lineStarts'>;
}

/**
 * The documents of a snapshot. Only their metadata stays in memory; the whole of one is fetched when it is asked for,
 * and what lists are filtered by with the first list. Every read throws `UnusableIndexError` for a file that is missing
 * or cut; `generation` goes on throwing it until that file can be read again.
 */
export async function openSnapshotStore(read: ReadAsset, { index, files }: SnapshotManifest): Promise<DocumentStore> {
  const list = await readJsonParts<DocumentList>(read, files.documents);
  const documents = list.map(({ document }) => document);
  const places = new Map(list.map(({ document, parts }) => [document.id, parts]));
  const listed = once(async () => listedDocuments(documents));
  const damage = new Map<Parts, unknown>();

  const fetchJson = async <T>(parts: Parts): Promise<T> => {
    try {
      const content = await readJsonParts<T>(read, parts);
      damage.delete(parts);
      return content;
    } catch (error) {
      if (error instanceof UnusableIndexError) damage.set(parts, error);
      throw error;
    }
  };
  const targetList = once(() => fetchJson<RecordList<TargetRow>>(files.targets));
  const assignmentList = once(() => fetchJson<RecordList<AssignmentRow>>(files.assignments));

  const document = async (id: string): Promise<IngestedDocument | null> => {
    const parts = places.get(id);
    if (parts === undefined) return null;
    const { source, ...rest } = await fetchJson<StoredDocument>(parts);
    return { ...rest, source: { ...source, lineStarts: findLineStarts(source.text) } };
  };

  /** Records by their ids, which begin with that of their document. */
  const byIds = async <T extends { readonly id: string }>(
    ids: readonly string[],
    recordsOf: (document: IngestedDocument) => readonly T[],
  ): Promise<readonly T[]> => {
    const owners = new Set(ids.map((id) => id.slice(0, id.lastIndexOf(':'))));
    const records = new Map<string, T>();
    for (const owner of owners) {
      const found = await document(owner);
      for (const record of found === null ? [] : recordsOf(found)) records.set(record.id, record);
    }
    return ids.flatMap((id) => records.get(id) ?? []);
  };

  const contentOf = async <T>(rows: readonly RecordPlace[], chunks: readonly Parts[]): Promise<readonly T[]> => {
    const wanted = [...new Set(rows.map(({ chunk }) => chunk))];
    const read = new Map<number, readonly T[]>();
    for (const chunk of wanted) read.set(chunk, await fetchJson<readonly T[]>(chunks[chunk] ?? []));
    return rows.flatMap(({ chunk, at }) => read.get(chunk)?.[at] ?? []);
  };

  return {
    generation: async () => {
      for (const error of damage.values()) throw error;
      return index.generation;
    },
    documents: async () => documents,
    document,
    passages: (ids) => byIds(ids, ({ passages }) => passages),
    targets: (ids) => byIds(ids, ({ targets }) => targets),
    assignments: (ids) => byIds(ids, ({ assignments }) => assignments),
    entitlements: (ids) => byIds(ids, ({ entitlements }) => entitlements),
    listDocuments: async (filter, page) => {
      const { rows, ...counted } = selectDocuments(await listed(), filter, page);
      return { ...counted, items: rows.map((row) => row.document) };
    },
    listTargets: async (filter, page): Promise<Page<Target>> => {
      const { rows: all, chunks } = await targetList();
      const { rows, ...counted } = selectTargets(all, await listed(), filter, page);
      return { ...counted, items: await contentOf<Target>(rows, chunks) };
    },
    listAssignments: async (filter, page): Promise<Page<Assignment>> => {
      const { rows: all, chunks } = await assignmentList();
      const { rows, ...counted } = selectAssignments(all, await listed(), filter, page);
      return { ...counted, items: await contentOf<Assignment>(rows, chunks) };
    },
    close: async () => {},
  };
}

/** Made with the first call and kept; a failure is forgotten. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
}
