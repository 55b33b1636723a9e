import { join } from 'node:path';

/** Where things are in the data folder. */
export interface DataFolder {
  /** Documents and records, one SQLite file. */
  readonly corpus: string;
  /** One folder of index files per generation. */
  readonly index: string;
  /** Feedback and unanswered questions. */
  readonly operations: string;
  /** Files uploaded by administrators. */
  readonly uploads: string;
}

/** The paths within a data folder. */
export function dataFolder(dataDir: string): DataFolder {
  return {
    corpus: join(dataDir, 'corpus.sqlite'),
    index: join(dataDir, 'index'),
    operations: join(dataDir, 'operations.sqlite'),
    uploads: join(dataDir, 'uploads'),
  };
}
