import { type PageRow, type PageWord, rowOf } from './pdf-page.ts';
import { isVietnameseSyllable, startsVietnameseSyllable } from './vietnamese-syllable.ts';

/** Gathers words into printed lines, from top to bottom. */
export function gatherRows(words: readonly PageWord[]): PageRow[] {
  const upright = words.filter((word) => word.text !== '' && word.y1 > word.y0);
  const sorted = [...upright].sort((a, b) => middle(a) - middle(b));
  const rows: PageWord[][] = [];
  for (const word of sorted) {
    const row = rows.at(-1);
    const anchor = row?.[0];
    if (row !== undefined && anchor !== undefined && onSameLine(anchor, word)) row.push(word);
    else rows.push([word]);
  }
  return rows.map((row) => rowOf(mendWords(row)));
}

function middle(word: PageWord): number {
  return (word.y0 + word.y1) / 2;
}

function onSameLine(a: PageWord, b: PageWord): boolean {
  return Math.abs(middle(a) - middle(b)) < 0.4 * Math.min(a.y1 - a.y0, b.y1 - b.y0);
}

/** Of the line height. Spaces are 0.2 and wider, also when justified; pieces of one word touch. */
const touching = 0.08;

/**
 * A PDF that borrows accented letters from a second font falls apart at each of them ("Ngh", "ị"): pieces that touch
 * are one word.
 */
function mendWords(row: readonly PageWord[]): PageWord[] {
  const mended: PageWord[] = [];
  const advance = letterAdvance(row);
  let lastPiece: PageWord | null = null;
  for (const word of [...row].sort((a, b) => a.x0 - b.x0)) {
    const previous = mended.at(-1);
    const touches = previous !== undefined && word.x0 - previous.x1 <= touching * (word.y1 - word.y0);
    if (previous === undefined || lastPiece === null || !touches || areTwoWords(previous, word, lastPiece, advance))
      mended.push(word);
    else mended[mended.length - 1] = join(previous, word);
    lastPiece = word;
  }
  return mended;
}

/** The mean width of a letter in the words of a row that no borrowed letter can have widened; NaN when there is none. */
function letterAdvance(row: readonly PageWord[]): number {
  const plain = row.filter((word) => /^[\x21-\xff]{2,}$/.test(word.text));
  const letters = plain.reduce((sum, word) => sum + word.text.length, 0);
  return plain.reduce((sum, word) => sum + word.x1 - word.x0, 0) / letters;
}

/**
 * A borrowed letter may swallow the space behind it ("Tổ", "quốc"): its box is too wide for its letters, the syllable it
 * ends cannot go on like that, or what follows opens something.
 */
function areTwoWords(left: PageWord, right: PageWord, lastPiece: PageWord, advance: number): boolean {
  const syllable = left.text.replace(/^[^\p{L}\p{N}]+/u, '');
  const accented = /\P{ASCII}$/u.test(syllable);
  if (!accented || !isVietnameseSyllable(syllable)) return false;
  const height = lastPiece.y1 - lastPiece.y0;
  if (right.x0 - lastPiece.x1 > -0.1 * height && holdsSpace(lastPiece, right.text, advance)) return true;
  const letters = /^[\p{L}\p{N}]+/u.exec(right.text)?.[0];
  return letters !== undefined && !startsVietnameseSyllable(syllable + letters);
}

/** Whether the box of a piece has room for a space after its letters, or what stands behind it wants one. */
function holdsSpace(piece: PageWord, behind: string, advance: number): boolean {
  const letters = [...piece.text].length;
  const width = piece.x1 - piece.x0;
  if (letters === 1 && width > 0.85 * (piece.y1 - piece.y0)) return true;
  if (/^["“‘([]/u.test(behind)) return true;
  return /^[-–—]/u.test(behind) && width > (letters + 0.7) * advance;
}

function join(left: PageWord, right: PageWord): PageWord {
  return {
    text: left.text + right.text,
    x0: left.x0,
    x1: Math.max(left.x1, right.x1),
    y0: Math.min(left.y0, right.y0),
    y1: Math.max(left.y1, right.y1),
  };
}
