import { type PrintedBlock, pageMark } from './printed-block.ts';

export interface WrittenLines {
  readonly text: string;
  /** Null when no page mark was met. */
  readonly pageStarts: readonly number[] | null;
}

/**
 * Writes blocks as Markdown lines: one paragraph a line, `#` headings, pipe rows with `| --- |` under the header.
 * Paragraphs are set apart by a blank line, unless the file keeps each printed line in a paragraph of its own
 * (plain text that went through a word processor): there a blank line would break what the hard wraps hold together.
 */
export function writeLines(blocks: readonly PrintedBlock[]): WrittenLines {
  const apart = keepsPrintedLines(blocks) ? '\n' : '\n\n';
  const pieces: string[] = [];
  let previous: PrintedBlock | null = null;
  for (const block of blocks) {
    const written = block.kind === 'table' ? writeTable(block.rows, block.headerRows) : writeParagraph(block);
    if (previous !== null) pieces.push(block.kind === 'table' || previous.kind === 'table' ? '\n\n' : apart);
    pieces.push(written);
    previous = block;
  }
  return liftPageMarks(
    pieces
      .join('')
      .replace(/[^\S\n]+$/gm, '')
      .replace(/\n{3,}/g, '\n\n'),
  );
}

/** A paragraph longer than this was never wrapped by hand; hand-wrapped copies stay near 80. */
const handWrapped = 130;

function keepsPrintedLines(blocks: readonly PrintedBlock[]): boolean {
  const texts = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
  if (texts.some((text) => text.trim() === '|')) return true;
  const filled = texts.filter((text) => text.trim() !== '');
  return filled.length >= 40 && filled.filter((text) => text.length > handWrapped).length <= filled.length / 50;
}

function writeParagraph(block: { readonly text: string; readonly headingLevel: number | null }): string {
  const text = block.text.trim();
  if (block.headingLevel === null || text === '') return text;
  return `${'#'.repeat(block.headingLevel)} ${text.replace(/\s*\n\s*/g, ' ')}`;
}

function writeTable(rows: readonly (readonly string[])[], headerRows: number): string {
  const lines = rows.map((cells) => `| ${cells.map(writeCell).join(' | ')} |`);
  const rule = `|${' --- |'.repeat(rows[0]?.length ?? 0)}`;
  return [...lines.slice(0, headerRows), ...(headerRows > 0 ? [rule] : []), ...lines.slice(headerRows)].join('\n');
}

/** A cell stands on one line, and a bar inside it must not look like a cell's edge. */
function writeCell(text: string): string {
  return text.replace(/\|/g, '¦').replace(/\s+/g, ' ').trim();
}

function liftPageMarks(marked: string): WrittenLines {
  const parts = marked.split(pageMark);
  if (parts.length === 1) return { text: marked.trim(), pageStarts: null };
  // Page 1 starts the text whether or not it carries a mark of its own.
  const [first = '', ...rest] = parts;
  const pageStarts = first.trim() === '' ? [] : [1];
  let text = first.trimStart();
  let line = 1;
  let counted = 0;
  for (const part of rest) {
    const leading = part.slice(0, part.length - part.trimStart().length);
    text += text === '' ? '' : leading;
    line += newlinesIn(text.slice(counted));
    counted = text.length;
    pageStarts.push(line);
    text += part.slice(leading.length);
  }
  text = text.trimEnd();
  const lines = text.split('\n').length;
  // Pages after the last word have no line of their own.
  return { text, pageStarts: pageStarts.map((line) => Math.min(line, lines)) };
}

function newlinesIn(text: string): number {
  return text.split('\n').length - 1;
}
