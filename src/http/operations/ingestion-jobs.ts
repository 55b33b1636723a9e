/** A file an administrator sent. */
export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type JobState = 'queued' | 'running' | 'done' | 'failed';

/** One run of the ingestion program. */
export interface IngestionJob {
  readonly id: string;
  readonly state: JobState;
  readonly createdAt: string;
  readonly files: readonly string[];
  /** What the program said, line by line. */
  readonly lines: readonly string[];
  /** The ingestion report; null until it is there. */
  readonly report: unknown;
}

/** Runs ingestions one after another. */
export interface IngestionJobs {
  /** Ingests files beside what is published. */
  add(files: readonly UploadedFile[]): Promise<IngestionJob>;
  /** Takes a document out of what is published. */
  remove(documentId: string): Promise<IngestionJob>;
  find(id: string): IngestionJob | null;
  /** Resolves when a job has changed since it was last looked at; at once when it is over. */
  changed(id: string, signal: AbortSignal): Promise<void>;
}
