import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { once } from '../src/document/once.ts';
import type { PolicyDocument } from '../src/document/policy-document.ts';

const PROJECT = join(import.meta.dirname, '..');

/** What decides what is read out of a file: the readers, the words they go by, and the packages under them. */
const READERS = [
  'ingest/metadata',
  'ingest/normalise',
  'ingest/outline',
  'ingest/readers',
  'ingest/records',
  'ingest/tables',
  'seeds/lexicon',
  'src/document',
  'src/vietnamese',
];
const FILES = ['ingest/passages.ts', 'ingest/pipeline.ts', 'package.json'];

/** Digest of the program that reads documents, in hex: another one may read the same file otherwise. */
export const readerVersion = once(() => {
  const inFolders = READERS.flatMap((folder) =>
    readdirSync(join(PROJECT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const digest = createHash('sha256');
  for (const path of [...inFolders.sort(), ...FILES.map((file) => join(PROJECT, file))]) {
    digest.update(path.slice(PROJECT.length)).update('\0').update(readFileSync(path)).update('\0');
  }
  return digest.digest('hex');
});

/** Would the readers of today find the same in its file? Documents read by an earlier version are read again. */
export function isReadByThese({ source }: PolicyDocument): boolean {
  return source.reader === readerVersion();
}
