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
  let lastPiece: PageWord | null = null;
  for (const word of [...row].sort((a, b) => a.x0 - b.x0)) {
    const previous = mended.at(-1);
    const touches = previous !== undefined && word.x0 - previous.x1 <= touching * (word.y1 - word.y0);
    if (previous === undefined || lastPiece === null || !touches || areTwoWords(previous, word, lastPiece))
      mended.push(word);
    else mended[mended.length - 1] = join(previous, word);
    lastPiece = word;
  }
  return mended;
}

/**
 * A borrowed letter may swallow the space behind it ("Tổ", "quốc"): its box is too wide for a letter, or the syllable it
 * ends cannot go on like that.
 */
function areTwoWords(left: PageWord, right: PageWord, lastPiece: PageWord): boolean {
  const accented = /\P{ASCII}$/u.test(left.text);
  if (!accented || !isVietnameseSyllable(left.text)) return false;
  const height = lastPiece.y1 - lastPiece.y0;
  const wide = [...lastPiece.text].length === 1 && lastPiece.x1 - lastPiece.x0 > 0.85 * height;
  if (wide && right.x0 - lastPiece.x1 > -0.1 * height) return true;
  const letters = /^[\p{L}\p{N}]+/u.exec(right.text)?.[0];
  return letters !== undefined && !startsVietnameseSyllable(left.text + letters);
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
