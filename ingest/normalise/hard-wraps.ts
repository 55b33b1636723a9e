import hyphenatedNames from '../../seeds/lexicon/hyphenated-names.json' with { type: 'json' };
import {
  endsSentence,
  isBareLabel,
  isSignatureLine,
  isTypeLine,
  standsAlone,
  startsFormally,
  startsInLowerCase,
  startsWithBullet,
  startsWithLabel,
} from './line-starts.ts';
import type { Extent, Line, Piece } from './piece.ts';

/**
 * Turns lines into paragraphs. A break always parts paragraphs. Where lines follow each other without a break, a copy
 * with one paragraph a line is told from a copy wrapped at a width, and in the latter a line joins the one above unless
 * it opens something: see `opensParagraph`.
 */
export function undoHardWraps(pieces: readonly Piece[]): Piece[] {
  const width = wrapWidth(pieces);
  const wrap = {
    width,
    delimited: areDelimited(pieces),
    shortFirst: width !== null && breaksFirstLines(pieces, width),
  };
  const result: Piece[] = [];
  let lines: Line[] = [];
  const close = () => {
    for (const extent of paragraphsOf(lines, wrap)) result.push({ kind: 'paragraph', extent });
    lines = [];
  };
  for (const piece of pieces) {
    if (piece.kind === 'line') lines.push(piece.line);
    else {
      close();
      result.push(piece);
    }
  }
  close();
  return result;
}

/** Lines longer than this are paragraphs of their own in the copy. */
const WIDEST_WRAP = 130;

/** The column at which the copy is wrapped; null when its lines are whole paragraphs. */
export function wrapWidth(pieces: readonly Piece[]): number | null {
  const lengths = pieces
    .flatMap((piece) => (piece.kind === 'line' && piece.line.plain.length > 40 ? [piece.line.plain.length] : []))
    .sort((a, b) => a - b);
  const high = lengths[Math.floor(lengths.length * 0.95)];
  return high === undefined || high > WIDEST_WRAP ? null : high;
}

/** Where blank lines part the paragraphs, a line that ends early says nothing. */
function areDelimited(pieces: readonly Piece[]): boolean {
  const breaks = pieces.filter((piece, i) => piece.kind === 'break' && pieces[i - 1]?.kind !== 'break').length;
  return breaks > pieces.length * 0.08;
}

/**
 * Copies made from HTML break the first line of every paragraph early. Seen at bullets that run on in lower case.
 */
function breaksFirstLines(pieces: readonly Piece[], width: number): boolean {
  let early = 0;
  let full = 0;
  pieces.forEach((piece, i) => {
    const below = pieces[i + 1];
    if (piece.kind !== 'line' || below?.kind !== 'line' || !startsWithBullet(piece.line.plain)) return;
    if (endsSentence(piece.line.plain) || !startsInLowerCase(below.line.plain)) return;
    if (fills(piece.line, below.line, width)) full += 1;
    else early += 1;
  });
  return early > 3 && early > 2 * full;
}

interface Wrap {
  readonly width: number | null;
  readonly delimited: boolean;
  readonly shortFirst: boolean;
}

function paragraphsOf(lines: readonly Line[], wrap: Wrap): Extent[] {
  const paragraphs: Extent[] = [];
  let first = 0;
  let marks = 0;
  lines.forEach((line, at) => {
    marks += line.raw.match(/\*\*/g)?.length ?? 0;
    // A `**` left open runs over the line break, so the text does too.
    const emphasised = marks % 2 === 1 && !endsSentence(line.plain);
    if (lines[at + 1] !== undefined && !partsAfter(lines, { first, at, emphasised }, wrap)) return;
    paragraphs.push({ start: lines[first]?.start ?? line.start, end: line.end });
    first = at + 1;
    marks = 0;
  });
  return paragraphs;
}

interface Place {
  /** Line with which the paragraph in hand began. */
  readonly first: number;
  readonly at: number;
  /** Emphasis is open at the end of the line. */
  readonly emphasised: boolean;
}

/** Is there an end of paragraph between line `at` and the next? */
function partsAfter(lines: readonly Line[], place: Place, wrap: Wrap): boolean {
  const { width } = wrap;
  const above = lines[place.at];
  const below = lines[place.at + 1];
  if (above === undefined || below === undefined) return true;
  if (/\S {2,}$/.test(above.raw)) return true;
  if (isTailOfName(above.plain, below.plain) || isUnfinished(above.plain, below.plain)) return false;
  const signed = isSignatureLine(above.plain) || isSignatureLine(below.plain);
  if (!signed && place.emphasised) return false;
  const heading = startsWithLabel(lines[place.first]?.plain ?? '') && isShouted(above.plain) && isTypeLine(below.plain);
  if (!heading && (startsFormally(below.plain) || standsAlone(above.plain))) return true;
  if (width === null) return endsSentence(above.plain) || !startsInLowerCase(below.plain);
  const full = fills(above, below, width);
  const opens = startsWithLabel(below.plain) || startsWithBullet(below.plain);
  if (opens) return endsSentence(above.plain) || !full;
  if (startsInLowerCase(below.plain)) return /[.;]$/u.test(above.plain) && !full && above.plain.length < width / 2;
  if (wrap.delimited) {
    const early = wrap.shortFirst && place.at === place.first && above.plain.endsWith(':');
    return endsSentence(above.plain) && !full && !early && !isValueBelow(above.plain, below.plain);
  }
  const next = lines[place.at + 2];
  if (wrap.shortFirst && next !== undefined && fills(below, next, width) && !endsParagraph(above)) return false;
  if (endsSentence(above.plain)) return !full || opensShort(lines, place.at + 1, width);
  if (!full && place.at > place.first) return true;
  return opensShort(lines, place.at + 1, width);
}

/** "từ đủ 60 tuổi đến dưới 80 tuổi:" / "1.5"; "tại các Điều:" / "3, 4, 5": the colon waits for its figure. */
function isValueBelow(above: string, below: string): boolean {
  return /:$/u.test(above) && /^\d/.test(below);
}

/** A greedy wrap breaks a line only where the next word would not have fitted. */
function fills(line: Line, below: Line, width: number): boolean {
  const word = below.plain.split(' ', 1)[0] ?? '';
  return line.plain.length + 1 + word.length > width - 3;
}

const endsParagraph = (line: Line): boolean => /(\.\/\.|:)$/u.test(line.plain);

/** A line that ends early and yet runs on is a first line, so the paragraph above ended before it. */
function opensShort(lines: readonly Line[], at: number, width: number): boolean {
  const line = lines[at];
  const below = lines[at + 1];
  if (line === undefined || below === undefined || !/^[\p{Lu}\d(“"]/u.test(line.plain)) return false;
  return (
    !endsSentence(line.plain) && !fills(line, below, width) && !startsWithLabel(below.plain) && !isShouted(line.plain)
  );
}

const isShouted = (plain: string): boolean => plain === plain.toUpperCase();

/** "Sở Lao động" / "- Thương binh và Xã hội"; "kinh tế" / "- xã hội"; "2026" / "- 2030"; "2026 -" / "2030". */
export function isTailOfName(above: string, below: string): boolean {
  if (/\s[-–]$/u.test(above)) return true;
  const tail = /^[-–]\s*(.+)$/u.exec(below)?.[1];
  if (tail === undefined || endsSentence(above)) return false;
  if (/\d$/.test(above) && /^\d/.test(tail)) return true;
  if (/^\p{Ll}/u.test(tail) && !/^\p{Ll}\)/u.test(tail)) return true;
  return hyphenatedNames.pairs.some(([head = '', rest = '']) => above.endsWith(head) && tail.startsWith(rest));
}

/** "Số:", half a motto, a word that needs another after it, a label alone: all wait for what the next line brings. */
function isUnfinished(above: string, below: string): boolean {
  if (/^Số\s*:$/u.test(above) || /^CỘNG H[ÒO][ÀA](?!.*VIỆT NAM)/u.test(above)) return true;
  if (/^(?:Điều|Chương|Mục|Tiểu mục|Phần|Phụ lục|ĐIỀU|CHƯƠNG|MỤC|TIỂU MỤC|PHẦN)$/u.test(above)) return true;
  if (/(?:^|\s)(?:ngày|tháng|số|của|và|về|theo|các|với|cho|tại|từ|đến)$/u.test(above)) return !startsWithLabel(below);
  return isBareLabel(above) && !startsWithLabel(below) && !startsWithBullet(below);
}
