/** A letter or a mark, a figure, or what stands between words; 0 for a character not looked at yet. */
const LETTER = 1;
const MARK = 2;
const FIGURE = 3;
const BETWEEN = 4;

/** By UTF-16 unit, filled as they come up: a pattern that asks Unicode for every letter takes four times as long. */
const KINDS = new Uint8Array(2 ** 16);

const DOT = 0x2e;
const COMMA = 0x2c;

/**
 * Tells the words of a text in order, each with its place. A word is
 *
 *     \d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}]*
 *
 * a number with its inner dots and commas (2.539 · 2,35), or letters with their marks.
 */
export function eachWord(text: string, tell: (word: string, start: number, end: number) => void): void {
  for (let start = 0; start < text.length; ) {
    const end = endOfWord(text, start);
    if (end > start) tell(text.slice(start, end), start, end);
    start = Math.max(end, start + 1);
  }
}

/** Does a text have this word of letters, as a word of its own? */
export function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!isInWord(text, at - 1) && !isInWord(text, at + word.length)) return true;
  }
  return false;
}

function isInWord(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false;
  const kind = kindAt(text, at);
  return kind === LETTER || kind === MARK;
}

/** Where the word at a place ends; the place itself when no word begins there. */
function endOfWord(text: string, at: number): number {
  const kind = kindAt(text, at);
  if (kind === FIGURE) return endOfNumber(text, at);
  if (kind !== LETTER) return at;
  let end = at;
  for (let next = kind; next === LETTER || next === MARK; next = kindAt(text, end)) end += widthAt(text, end);
  return end;
}

function endOfNumber(text: string, at: number): number {
  let end = at;
  for (;;) {
    while (kindAt(text, end) === FIGURE) end += 1;
    const code = text.charCodeAt(end);
    if ((code !== DOT && code !== COMMA) || kindAt(text, end + 1) !== FIGURE) return end;
    end += 1;
  }
}

/** `BETWEEN` beyond the end. */
function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (isHighSurrogate(code)) return kindOf(String.fromCodePoint(text.codePointAt(at) ?? 0));
  const known = KINDS[code] ?? BETWEEN;
  if (known !== 0) return known;
  const kind = kindOf(String.fromCharCode(code));
  KINDS[code] = kind;
  return kind;
}

function kindOf(character: string): number {
  if (/\d/.test(character)) return FIGURE;
  if (/\p{L}/u.test(character)) return LETTER;
  return /\p{M}/u.test(character) ? MARK : BETWEEN;
}

/** A character beyond the first 65,536 takes two units. */
function widthAt(text: string, at: number): number {
  return isHighSurrogate(text.charCodeAt(at)) ? 2 : 1;
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
