import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findLineStarts, type SourceText } from '../src/document/source-text.ts';

/** The text files of a folder by name, read independently of ingestion, so that quotes are checked against the originals. */
export async function readSources(folder: string): Promise<Map<string, SourceText>> {
  const files = (await readdir(folder)).filter((file) => /\.(?:txt|md)$/.test(file)).sort();
  const sources = await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(join(folder, file));
      const text = bytes.toString('utf8');
      const digest = createHash('sha256').update(bytes).digest('hex');
      return { file, digest, text, lineStarts: findLineStarts(text), pageStarts: null };
    }),
  );
  return new Map(sources.map((source) => [source.file, source]));
}
