import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { SettingsError } from './settings.ts';

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

/** Makes the folder where it is missing. @throws SettingsError when it cannot be written to. */
export function prepareDataFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new SettingsError(
      `Không ghi được vào thư mục dữ liệu ${dataDir} (${reason}); hãy đặt DATA_DIR là một thư mục ghi được.`,
    );
  }
}
