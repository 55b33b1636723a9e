import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isReadable } from './readers/read.ts';
import type { FileFailure } from './report.ts';

/** The files that paths name: a file stands for itself, a folder for the readable files in and below it. */
export interface SourceFiles {
  readonly files: readonly string[];
  /** Paths that name nothing. */
  readonly missing: readonly string[];
}

/** Lists the files to read, each once, folders in the order of their names. */
export async function listSourceFiles(paths: readonly string[]): Promise<SourceFiles> {
  const files: string[] = [];
  const missing: string[] = [];
  for (const path of paths) {
    const found = await stat(path).catch(() => null);
    if (found === null) missing.push(path);
    else if (found.isDirectory()) files.push(...(await filesBelow(path)));
    else files.push(path);
  }
  return { files: [...new Set(files)], missing };
}

/** The report on paths that name nothing. */
export function missingFiles({ missing }: Pick<SourceFiles, 'missing'>): FileFailure[] {
  return missing.map((file) => ({ file, reason: 'missing', message: 'Không có tệp hoặc thư mục này.' }));
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && isReadable(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
