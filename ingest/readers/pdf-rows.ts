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
  for (const word of [...row].sort((a, b) => a.x0 - b.x0)) {
    const previous = mended.at(-1);
    const gap = previous === undefined ? Number.POSITIVE_INFINITY : word.x0 - previous.x1;
    if (previous === undefined || gap > touching * (word.y1 - word.y0) || areTwoWords(previous.text, word.text))
      mended.push(word);
    else mended[mended.length - 1] = join(previous, word);
  }
  return mended;
}

/** A borrowed letter may swallow the space behind it ("Tổ" "quốc"): a full syllable that cannot go on so is a word. */
function areTwoWords(left: string, right: string): boolean {
  const letters = /^\p{L}+/u.exec(right)?.[0];
  if (letters === undefined || !isVietnameseSyllable(left)) return false;
  return /\P{ASCII}/u.test(left) && !startsVietnameseSyllable(left + letters);
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
