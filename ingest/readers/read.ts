import { open } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { decodeText } from './encoding.ts';
import { type ReadOutcome, refuse } from './extraction.ts';
import { formatByExtension, recogniseFormat } from './file-format.ts';
import { readIsolated } from './isolation.ts';
import { defaultLimits, type ReaderLimits } from './limits.ts';
import { extractPdf } from './pdf.ts';
import { failedReading, type Reading, type SourceFile } from './reading.ts';
import { toReading } from './to-reading.ts';

/** Can the file be read at all, by its name? */
export function isReadable(path: string): boolean {
  return Object.hasOwn(formatByExtension, extname(path).toLowerCase());
}

/** Reads bytes with the reader of their format. Whatever is wrong with them comes back as a failure, never as a throw. */
export async function readSource(file: SourceFile, limits: ReaderLimits = defaultLimits): Promise<Reading> {
  const tooLarge = refuseLarge(file.bytes.length, limits);
  if (tooLarge !== null) return tooLarge;
  const outcome = await extractText(file, limits);
  return toReading({ name: file.name.normalize('NFC'), bytes: file.bytes }, outcome, limits);
}

/** Reads a file from disk; one above the size limit is refused before it is read. */
export async function readPath(path: string, limits: ReaderLimits = defaultLimits): Promise<Reading> {
  try {
    await using file = await open(path);
    const stats = await file.stat();
    if (!stats.isFile()) return failedReading('unreadable', 'Không phải là tệp.');
    const tooLarge = refuseLarge(stats.size, limits);
    return tooLarge ?? (await readSource({ name: basename(path), bytes: await file.readFile() }, limits));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return failedReading('unreadable', `Không mở được tệp: ${detail}`);
  }
}

async function extractText(file: SourceFile, limits: ReaderLimits): Promise<ReadOutcome> {
  const format = recogniseFormat(extname(file.name).toLowerCase(), file.bytes);
  switch (format) {
    case 'text':
      return decodeText(file.bytes);
    case 'html':
    case 'docx':
      return readIsolated({ format, bytes: file.bytes, limits });
    case 'pdf':
      return extractPdf(file.bytes, limits);
    default:
      return format;
  }
}

function refuseLarge(bytes: number, limits: ReaderLimits) {
  if (bytes <= limits.fileBytes) return null;
  const megabytes = Math.ceil(bytes / 1024 / 1024);
  const limit = Math.floor(limits.fileBytes / 1024 / 1024);
  return refuse('too-large', `Tệp lớn ${megabytes} MB, vượt giới hạn ${limit} MB.`);
}
