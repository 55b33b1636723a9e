import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from './child-program.ts';
import type { ReaderLimits } from './limits.ts';
import type { PageWord, PdfPage } from './pdf-page.ts';

/** What is missing for reading scanned pages, as the report says it. */
export const ocrRemedy = 'cài phần nhận dạng chữ: apt-get install tesseract-ocr tesseract-ocr-vie poppler-utils';

/** Dots per inch at which tesseract's Vietnamese model was measured to read 99.9 % of words. */
const resolution = 200;
/** A page that claims to be metres wide is drawn coarser, so that its picture stays small. */
const longestSide = 6000;

/**
 * Reads scanned pages (numbered from 1) by optical character recognition, as words in place. A page that cannot be read
 * comes back without words; null when the programs are not installed.
 */
export async function recognisePages(
  path: string,
  pages: ReadonlyMap<number, PdfPage>,
  limits: ReaderLimits,
): Promise<ReadonlyMap<number, PdfPage> | null> {
  const folder = await mkdtemp(join(tmpdir(), 'ocr-'));
  try {
    const recognised = new Map<number, PdfPage>();
    for (const [number, page] of pages) {
      const dots = Math.min(resolution, Math.floor((longestSide * 72) / Math.max(page.width, page.height, 1)));
      const words = await recognisePage({ path, number, dots, folder, milliseconds: limits.ocrMillisecondsPerPage });
      if (words === null) return null;
      recognised.set(number, { ...page, words });
    }
    return recognised;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface PageJob {
  readonly path: string;
  readonly number: number;
  readonly dots: number;
  readonly folder: string;
  readonly milliseconds: number;
}

async function recognisePage({ path, number, dots, folder, milliseconds }: PageJob): Promise<PageWord[] | null> {
  const only = ['-f', String(number), '-l', String(number)];
  const drawn = await runProgram('pdftoppm', ['-r', String(dots), '-gray', ...only, path, join(folder, 'page')], {
    milliseconds,
  });
  if (drawn.kind === 'missing') return null;
  const image = (await readdir(folder)).find((name) => name.endsWith('.pgm'));
  if (drawn.kind === 'failed' || image === undefined) return [];
  const dpi = ['--dpi', String(dots)];
  const read = await runProgram('tesseract', [join(folder, image), '-', '-l', 'vie', '--psm', '3', ...dpi, 'tsv'], {
    milliseconds,
  });
  await rm(join(folder, image), { force: true });
  if (read.kind === 'missing' || (read.kind === 'failed' && /loading language|traineddata/i.test(read.stderr)))
    return null;
  return read.kind === 'done' ? parseWordTable(read.stdout, 72 / dots) : [];
}

/**
 * Reads tesseract's table of words (level, page, block, paragraph, line, word, left, top, width, height, confidence,
 * text). A word takes the height of its line: the box of a dash or of "ơ" says nothing about where the line is.
 */
export function parseWordTable(table: string, scale: number): PageWord[] {
  const words: PageWord[] = [];
  let line = { y0: 0, y1: 0 };
  for (const row of table.split('\n')) {
    const cells = row.split('\t');
    const [left = 0, top = 0, width = 0, height = 0] = cells.slice(6, 10).map(Number);
    if (cells[0] === '4') line = { y0: top * scale, y1: (top + height) * scale };
    const text = cells[11]?.trim() ?? '';
    if (cells[0] === '5' && text !== '') words.push({ text, x0: left * scale, x1: (left + width) * scale, ...line });
  }
  return words;
}
