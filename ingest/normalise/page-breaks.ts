import {
  endsSentence,
  isTypeLine,
  standsAlone,
  startsFormally,
  startsInLowerCase,
  startsWithBullet,
  startsWithLabel,
} from './line-starts.ts';
import { type Extent, type Piece, plainOf } from './piece.ts';

/** Joins a paragraph with its rest where a page break put a blank line between them. */
export function joinPageBreaks(pieces: readonly Piece[], text: string): Piece[] {
  const result: Exclude<Piece, { kind: 'break' }>[] = [];
  let parted = false;
  for (const piece of pieces) {
    if (piece.kind === 'break') {
      parted = true;
      continue;
    }
    const above = result.at(-1);
    if (parted && piece.kind === 'paragraph' && above?.kind === 'paragraph' && joins(result, piece.extent, text)) {
      result.pop();
      result.push({ kind: 'paragraph', extent: { start: above.extent.start, end: piece.extent.end } });
    } else result.push(piece);
    parted = false;
  }
  return result;
}

function joins(before: readonly Piece[], rest: Extent, text: string): boolean {
  const above = before.at(-1);
  if (above?.kind !== 'paragraph' || !isSplit(above.extent, rest, text)) return false;
  return startsInLowerCase(plainAt(text, rest)) || !followsType(before, text);
}

const plainAt = (text: string, extent: Extent): string => plainOf(text.slice(extent.start, extent.end));

/** A title ends without a full stop and what comes below it begins with a capital: that is no split. */
function followsType(before: readonly Piece[], text: string): boolean {
  return before.slice(-3, -1).some((piece) => piece.kind === 'paragraph' && isTypeLine(plainAt(text, piece.extent)));
}

/** A paragraph shorter than this may be a heading: only a lower-case beginning below shows that it goes on. */
const LONGER_THAN_A_HEADING = 60;

function isSplit(above: Extent, below: Extent, text: string): boolean {
  if (text.slice(above.end, below.start).trim() !== '') return false;
  const head = plainAt(text, above);
  const rest = plainAt(text, below);
  if (head === '' || rest === '' || endsSentence(head) || standsAlone(head) || startsFormally(rest)) return false;
  if (startsFormally(head) || isMarkdownHeading(text, below) || isMarkdownHeading(text, above)) return false;
  if (startsInLowerCase(rest)) return true;
  if (startsWithLabel(rest) || startsWithBullet(rest) || isShouted(head) || isShouted(rest)) return false;
  if (head.endsWith(',')) return true;
  return head.length >= LONGER_THAN_A_HEADING && !startsWithLabel(head) && /^\p{Lu}/u.test(rest) && !opensBases(rest);
}

const isMarkdownHeading = (text: string, at: Extent): boolean =>
  /^\s*#{1,6}\s/.test(text.slice(at.start, at.start + 12));
const isShouted = (plain: string): boolean => plain === plain.toUpperCase();
const opensBases = (plain: string): boolean => /^(Căn cứ|Thực hiện|Xét|Theo đề nghị)\s/u.test(plain);
