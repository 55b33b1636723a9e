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
  const result: Piece[] = [];
  for (const piece of pieces) {
    const above = result.findLastIndex((before) => before.kind !== 'break');
    const head = extentAt(result, above);
    const parted = above < result.length - 1;
    if (piece.kind === 'paragraph' && head !== null && parted && isSplit(head, piece.extent, text)) {
      const rest = piece.extent;
      if (startsInLowerCase(plainAt(text, rest)) || !followsType(result, above, text)) {
        result.splice(above, result.length - above, {
          kind: 'paragraph',
          extent: { start: head.start, end: rest.end },
        });
        continue;
      }
    }
    result.push(piece);
  }
  return result.filter((piece) => piece.kind !== 'break');
}

const plainAt = (text: string, extent: Extent): string => plainOf(text.slice(extent.start, extent.end));

function extentAt(pieces: readonly Piece[], index: number): Extent | null {
  const piece = pieces[index];
  return piece?.kind === 'paragraph' ? piece.extent : null;
}

/** A title ends without a full stop and what comes below it begins with a capital: that is no split. */
function followsType(pieces: readonly Piece[], index: number, text: string): boolean {
  const paragraphs = pieces.slice(0, index).flatMap((piece) => (piece.kind === 'paragraph' ? [piece.extent] : []));
  return paragraphs.slice(-2).some((extent) => isTypeLine(plainAt(text, extent)));
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
