import type { IngestedDocument } from '../document/ingested-document.ts';
import type { Passage } from '../document/passage.ts';
import type { PolicyDocument } from '../document/policy-document.ts';
import type { Assignment, Entitlement, Target } from '../document/records.ts';

/** A page of a list in a stable order; `cursor` is null on the last page. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
  readonly cursor: string | null;
}

export interface PageRequest {
  /** 1–500. */
  readonly limit: number;
  readonly cursor: string | null;
}

export interface DocumentFilter {
  readonly province: string | null;
  readonly type: string | null;
  readonly year: number | null;
  /** Words to be found in number or title, any accents. */
  readonly q: string | null;
}

export interface TargetFilter {
  readonly province: string | null;
  /** A year that the period of one of the values holds: 2023 is held by "2023" and by "2021-2025". */
  readonly year: number | null;
  readonly group: string | null;
  readonly q: string | null;
  /** Both kinds when absent. */
  readonly kind?: 'target' | 'result' | null;
}

export interface AssignmentFilter {
  readonly agency: string | null;
  readonly role: 'lead' | 'coordinate' | null;
  readonly province: string | null;
  readonly q: string | null;
}

/**
 * The system of record: one generation of ingested documents is published at a time, and readers see a whole
 * generation or none. Order is stable: documents by (issuedOn, id), records and passages by place in the document.
 * Lists throw `InvalidCursorError` for a cursor they did not give out.
 */
export interface DocumentStore {
  /** The published generation, or null when none is. It changes with every publish. */
  generation(): Promise<string | null>;
  documents(): Promise<readonly PolicyDocument[]>;
  document(id: string): Promise<IngestedDocument | null>;
  /** In the order of the ids; unknown ids are left out. The same holds for the records below. */
  passages(ids: readonly string[]): Promise<readonly Passage[]>;
  targets(ids: readonly string[]): Promise<readonly Target[]>;
  assignments(ids: readonly string[]): Promise<readonly Assignment[]>;
  entitlements(ids: readonly string[]): Promise<readonly Entitlement[]>;
  listDocuments(filter: DocumentFilter, page: PageRequest): Promise<Page<PolicyDocument>>;
  listTargets(filter: TargetFilter, page: PageRequest): Promise<Page<Target>>;
  listAssignments(filter: AssignmentFilter, page: PageRequest): Promise<Page<Assignment>>;
  close(): Promise<void>;
}

/**
 * A store that can be read as of one generation, so that an index and the documents it was built from are read
 * together while the next generation is being published. The published generation and the one before it can be read.
 */
export interface GenerationStore extends DocumentStore {
  /** The store as of that generation. Closing the view leaves the store open. */
  at(generation: string): DocumentStore;
}

/** What the next generation is made of. */
export interface NextGeneration {
  readonly add: readonly IngestedDocument[];
  /** Ids of published documents that stay. One that is also added is replaced. */
  readonly keep: readonly string[];
  /** Its name, when something (an index) was already named after it; made up otherwise. */
  readonly generation?: string;
}

/** The writing side, used by ingestion alone. */
export interface DocumentWriter {
  /** File digest → document id of what is published, so that an unchanged file costs nothing. */
  publishedDigests(): Promise<ReadonlyMap<string, string>>;
  /**
   * Makes the given documents, and of the published ones those in `keep`, the next generation, in one transaction.
   * Returns its name.
   */
  publish(next: NextGeneration): Promise<string>;
}

/** A list was asked to go on from a cursor that it did not give out. */
export class InvalidCursorError extends Error {
  override readonly name = 'InvalidCursorError';
}
