import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The list of what a folder was built from lies beside it. */
const listOf = (folder: string) => `${folder}.inputs.json`;

/** Notes what a folder was built from; to be called when the build is whole. */
export async function writeInputs(folder: string, inputs: readonly string[]): Promise<void> {
  await writeFile(listOf(folder), JSON.stringify(inputs));
}

/** Is the folder there, and none of what it was built from younger than it? */
export async function isUpToDate(folder: string): Promise<boolean> {
  try {
    const built = (await stat(listOf(folder))).mtimeMs;
    await stat(join(folder, 'worker.js'));
    const inputs: readonly string[] = JSON.parse(await readFile(listOf(folder), 'utf8'));
    const changed = await Promise.all(inputs.map(async (path) => (await stat(path)).mtimeMs > built));
    return !changed.includes(true);
  } catch {
    return false;
  }
}
