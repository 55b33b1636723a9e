import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import type { Box, PageWord, PdfPage } from './pdf-page.ts';

/** What pdf.js is asked for: ruling lines always, words only where poppler is not there to read them better. */
export interface PdfJsJob {
  readonly bytes: Uint8Array;
  readonly words: boolean;
  /** Most pages to read. */
  readonly pages: number;
  /** Pages (from 1) without text: their pictures would be decoded for nothing. */
  readonly skip: readonly number[];
}

type Matrix = readonly [number, number, number, number, number, number];

/** Reads words and ruling lines with pdf.js. Throws what pdf.js throws on a damaged or protected file. */
export async function readWithPdfJs(job: PdfJsJob): Promise<PdfPage[]> {
  const { OPS } = await getResolvedPDFJS();
  const document = await getDocumentProxy(new Uint8Array(job.bytes), { verbosity: 0 });
  const pages: PdfPage[] = [];
  for (let number = 1; number <= Math.min(document.numPages, job.pages); number += 1) {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: 1 });
    const toPage = matrixOf(viewport.transform);
    const rules = job.skip.includes(number) ? [] : collectRules(await page.getOperatorList(), OPS, toPage);
    const words = job.words ? wordsOf((await page.getTextContent()).items, toPage) : [];
    pages.push({ width: viewport.width, height: viewport.height, words, rules });
    page.cleanup();
  }
  return pages;
}

interface Operators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** Lines shorter than this are dashes and parts of drawings. */
const shortest = 6;
/** A bar this thin is a line. */
const thinnest = 3;

function collectRules(list: Operators, ops: Readonly<Record<string, number>>, toPage: Matrix): Box[] {
  const rules: Box[] = [];
  const saved: Matrix[] = [];
  let current = toPage;
  list.fnArray.forEach((operation, index) => {
    const parameters = list.argsArray[index];
    if (operation === ops.save) saved.push(current);
    else if (operation === ops.restore) current = saved.pop() ?? toPage;
    else if (operation === ops.transform) current = multiply(current, matrixOf(parameters));
    else if (operation === ops.constructPath && Array.isArray(parameters) && parameters[0] !== ops.endPath) {
      rules.push(...straightLines(parameters[1], current));
    }
  });
  return rules;
}

/** Path commands of pdf.js, each followed by its coordinates. */
const pathLengths: Readonly<Record<number, number>> = { 0: 2, 1: 2, 2: 6, 3: 4, 4: 0 };

/** Segments of a path that run across or down the page; both long sides of a thin bar give the same line. */
function straightLines(paths: unknown, matrix: Matrix): Box[] {
  const [path] = Array.isArray(paths) ? paths : [];
  if (!(path instanceof Float32Array)) return [];
  const lines: Box[] = [];
  let start: Point = [0, 0];
  let at: Point = [0, 0];
  for (let index = 0; index < path.length; ) {
    const command = path[index] ?? 4;
    const length = pathLengths[command];
    if (length === undefined) break;
    const end = length === 0 ? start : place(matrix, path[index + length - 1] ?? 0, path[index + length] ?? 0);
    if (command === 0) start = end;
    else if (command === 1 || command === 4) {
      const box = boxBetween(at, end);
      const [wide, high] = [box.x1 - box.x0, box.y1 - box.y0];
      if (Math.max(wide, high) >= shortest && Math.min(wide, high) <= thinnest) lines.push(box);
    }
    at = end;
    index += length + 1;
  }
  return lines;
}

type Point = readonly [number, number];

interface TextItem {
  readonly str: string;
  readonly width: number;
  readonly transform: readonly number[];
}

/** pdf.js gives runs of text; a run is cut at its spaces in proportion to its letters. */
function wordsOf(items: readonly unknown[], toPage: Matrix): PageWord[] {
  return items.filter(isTextItem).flatMap((item) => {
    const [a = 0, b = 0, , , x = 0, y = 0] = item.transform;
    const size = Math.hypot(a, b);
    const perLetter = item.str.length === 0 ? 0 : item.width / item.str.length;
    return [...item.str.matchAll(/\S+/g)].map((found): PageWord => {
      const left = x + found.index * perLetter;
      const box = boxBetween(
        place(toPage, left, y - size * 0.25),
        place(toPage, left + found[0].length * perLetter, y + size * 0.9),
      );
      return { text: found[0], ...box };
    });
  });
}

function isTextItem(item: unknown): item is TextItem {
  return typeof item === 'object' && item !== null && 'str' in item && 'width' in item && 'transform' in item;
}

function matrixOf(value: unknown): Matrix {
  const list: unknown[] = Array.isArray(value) || value instanceof Float32Array ? [...value] : [];
  const at = (index: number): number => {
    const entry = list[index];
    return typeof entry === 'number' ? entry : 0;
  };
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}

function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

function place(m: Matrix, x: number, y: number): Point {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}

function boxBetween(a: Point, b: Point): Box {
  return { x0: Math.min(a[0], b[0]), y0: Math.min(a[1], b[1]), x1: Math.max(a[0], b[0]), y1: Math.max(a[1], b[1]) };
}
