import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Warning } from '../../src/document/policy-document.ts';
import { repairLegacy } from './encoding.ts';
import { type FailedReading, type ReadOutcome, refuse } from './extraction.ts';
import { runIsolated } from './isolation.ts';
import { convertLegacyText } from './legacy-encoding.ts';
import type { ReaderLimits } from './limits.ts';
import { ocrRemedy, recognisePages } from './ocr.ts';
import { layOutPages } from './pdf-layout.ts';
import type { PdfPage } from './pdf-page.ts';
import type { PdfJsJob } from './pdfjs-reader.ts';
import { passwordNeeded, readWithPoppler } from './poppler.ts';
import type { PrintedBlock } from './printed-block.ts';
import { vietnameseShare } from './vietnamese-syllable.ts';
import { writeLines } from './write-lines.ts';

/**
 * The text of a PDF as Markdown lines with the line each page starts on. Words come from poppler, or from pdf.js where
 * poppler is not installed; ruling lines from pdf.js; scanned pages from tesseract.
 */
export async function extractPdf(bytes: Uint8Array, limits: ReaderLimits): Promise<ReadOutcome> {
  const folder = await mkdtemp(join(tmpdir(), 'pdf-'));
  try {
    const path = join(folder, 'document.pdf');
    await writeFile(path, bytes);
    const seen = await seePages(path, bytes, limits);
    if ('kind' in seen) return seen;
    if (seen.pages.length === 0) return refuse('empty', 'Tệp PDF không có trang nào.');
    if (seen.pages.length > limits.pages) return refuse('too-large', `Tệp PDF dài hơn ${limits.pages} trang.`);
    return await writePages(path, seen, limits);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface SeenPages {
  readonly pages: readonly PdfPage[];
  readonly warnings: readonly Warning[];
}

async function seePages(path: string, bytes: Uint8Array, limits: ReaderLimits): Promise<SeenPages | FailedReading> {
  const poppler = await readWithPoppler(path, limits);
  if (poppler !== null && 'kind' in poppler) return poppler;
  const skip = (poppler ?? []).flatMap((page, index) => (page.words.length < wordsOfPage ? [index + 1] : []));
  const drawn = await readDrawn({ bytes, words: poppler === null, pages: limits.pages + 1, skip }, limits);
  if (poppler === null) {
    if (drawn.kind === 'failure') return drawn;
    return { pages: drawn.pages, warnings: warnOfFallback(drawn.pages) };
  }
  if (drawn.kind === 'failure') {
    return {
      pages: poppler,
      warnings: [{ line: null, message: 'Không đọc được đường kẻ bảng trong PDF; bảng có thể bị rời từng dòng.' }],
    };
  }
  return { pages: poppler.map((page, index) => ({ ...page, rules: drawn.pages[index]?.rules ?? [] })), warnings: [] };
}

interface DrawnPages {
  readonly kind: 'pages';
  readonly pages: readonly PdfPage[];
}

async function readDrawn(job: PdfJsJob, limits: ReaderLimits): Promise<DrawnPages | FailedReading> {
  const module = new URL('./isolated-pdfjs.ts', import.meta.url);
  return runIsolated<DrawnPages | FailedReading>(module, job, limits, (failure) =>
    /password/i.test(failure.message) ? refuse('protected', passwordNeeded) : failure,
  );
}

function warnOfFallback(pages: readonly PdfPage[]): Warning[] {
  const message = 'Đọc PDF không qua poppler nên chữ có dấu có thể bị vỡ; nên cài: apt-get install poppler-utils.';
  return isShredded(textOf(pages))
    ? [{ line: null, message: `${message} Tệp này bị vỡ chữ rõ rệt, không nên tin.` }]
    : [{ line: null, message }];
}

/** Vietnamese whose accented letters were lost leaves stumps without a vowel ("ngh", "ch"). */
function isShredded(text: string): boolean {
  const words = text.match(/\p{L}+/gu) ?? [];
  const stumps = words.filter((word) => /^[b-df-hj-np-tv-xzđ]{1,3}$/.test(word));
  const share = vietnameseShare(text.slice(0, 20_000));
  return stumps.length > words.length * 0.05 || (share !== null && share < 0.85);
}

async function writePages(path: string, { pages, warnings }: SeenPages, limits: ReaderLimits): Promise<ReadOutcome> {
  const scanned = scannedPages(pages);
  if (scanned.length === 0) return finish(layOutPages(pages), warnings, false);
  if (scanned.length > limits.ocrPages) {
    return refuse(
      'too-large',
      `Tệp PDF có ${scanned.length} trang ảnh quét, vượt giới hạn ${limits.ocrPages} trang nhận dạng chữ.`,
    );
  }
  const recognised = await recognisePages(path, new Map(scanned.flatMap((number) => pageAt(pages, number))), limits);
  if (recognised !== null) {
    const read = pages.map((page, index) => recognised.get(index + 1) ?? page);
    return finish(layOutPages(read), [...warnings, recognisedWarning(scanned)], true);
  }
  if (scanned.length === pages.length)
    return refuse('unreadable', `Tệp PDF là ảnh quét, không có chữ để đọc; hãy ${ocrRemedy}.`);
  const message = `Trang ${scanned.join(', ')} không có chữ (trang trắng hoặc ảnh quét); nếu là ảnh quét, hãy ${ocrRemedy}.`;
  return finish(layOutPages(pages), [...warnings, { line: null, message }], false);
}

/** A signed scan carries a few words of the signature over the picture: too few for a page of text. */
const wordsOfPage = 30;

/** Numbers (from 1) of pages whose text must be recognised: all, when the document has hardly any or unreadable text. */
function scannedPages(pages: readonly PdfPage[]): number[] {
  const words = pages.reduce((sum, page) => sum + page.words.length, 0);
  const all =
    words < wordsOfPage * pages.length && pages.some((page) => page.words.length < wordsOfPage) && words < 400;
  const text = textOf(pages);
  const garbled = (vietnameseShare(text.slice(0, 20_000)) ?? 1) < 0.5 && convertLegacyText(text) === null;
  return pages.flatMap((page, index) => (all || garbled || page.words.length === 0 ? [index + 1] : []));
}

function textOf(pages: readonly PdfPage[]): string {
  return pages.map((page) => page.words.map((word) => word.text).join(' ')).join('\n');
}

function pageAt(pages: readonly PdfPage[], number: number): [number, PdfPage][] {
  const page = pages[number - 1];
  return page === undefined ? [] : [[number, page]];
}

function recognisedWarning(pages: readonly number[]): Warning {
  return {
    line: null,
    message: `Trang ${pages.join(', ')} đọc bằng nhận dạng chữ (OCR); có thể sai chính tả so với bản gốc.`,
  };
}

function finish(blocks: readonly PrintedBlock[], warnings: readonly Warning[], ocr: boolean): ReadOutcome {
  const { text, pageStarts } = writeLines(blocks);
  const repaired = repairLegacy(text, warnings);
  return repaired.kind === 'failure' ? repaired : { ...repaired, pageStarts, ocr };
}
