import chrome from '../../seeds/lexicon/site-chrome.json' with { type: 'json' };
import { fold } from '../../src/vietnamese/fold.ts';
import type { Piece } from './piece.ts';

const LINES: ReadonlySet<string> = new Set(chrome.lines.map((line) => fold(line)));
const PATTERNS = chrome.patterns.map((pattern) => new RegExp(pattern, 'u'));

/** Leaves out the lines a legal site puts around the text: loading notices, menus, the visitor's date. */
export function dropSiteChrome(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece) => (piece.kind === 'line' && isChrome(piece.line.plain) ? { kind: 'break' } : piece));
}

function isChrome(plain: string): boolean {
  const folded = fold(plain).replace(/[\s.…:]+$/u, '');
  return LINES.has(folded) || PATTERNS.some((pattern) => pattern.test(folded));
}
