/** A stretch of a text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Points that end no sentence: titles and place marks before a name. */
const ABBREVIATION = /(?:^|[\s(])(?:TP|Tp|TX|TT|ThS|TS|PGS|GS|BS|Q|P|H|KT|TM|TL|v\.v|St)$/;

const SENTENCE_END = /[.!?]["”)]?\s+(?=["“(]?[\p{Lu}\d-])|[.!?]["”)]?$/gu;

/** The sentences of a text; semicolons stay inside (see `clauses`). */
export function sentences(text: string, from = 0): Stretch[] {
  return split(text, from, text.length, SENTENCE_END, (before) => !ABBREVIATION.test(before.slice(-12))).flatMap(
    shorten,
  );
}

/** No sentence of a plan is longer; a copy that has lost its full stops is cut at spaces, so that reading stays linear. */
const LONGEST_SENTENCE = 2500;

function shorten(sentence: Stretch): Stretch[] {
  if (sentence.text.length <= LONGEST_SENTENCE) return [sentence];
  const space = sentence.text.lastIndexOf(' ', LONGEST_SENTENCE);
  const cut = space <= 0 ? LONGEST_SENTENCE : space;
  const rest = { start: sentence.start + cut, end: sentence.end, text: sentence.text.slice(cut) };
  const head = { start: sentence.start, end: sentence.start + cut, text: sentence.text.slice(0, cut) };
  return rest.text.trim() === '' ? [head] : [head, ...shorten(rest)];
}

/** The clauses of a stretch: parts between semicolons outside brackets. */
export function clauses(sentence: Stretch): Stretch[] {
  return split(sentence.text, 0, sentence.text.length, /;\s*/g, (before) => depth(before) === 0).map((part) => ({
    start: sentence.start + part.start,
    end: sentence.start + part.end,
    text: part.text,
  }));
}

/** How many brackets are open at the end of a text. */
export function depth(text: string): number {
  let open = 0;
  for (const sign of text) {
    if (sign === '(') open++;
    else if (sign === ')') open = Math.max(0, open - 1);
  }
  return open;
}

function split(
  text: string,
  from: number,
  to: number,
  boundary: RegExp,
  isBoundary: (before: string) => boolean,
): Stretch[] {
  const parts: Stretch[] = [];
  let start = from;
  const add = (end: number): void => {
    if (text.slice(start, end).trim() !== '') parts.push({ start, end, text: text.slice(start, end) });
    start = end;
  };
  for (const match of text.matchAll(boundary)) {
    if (match.index < from || !isBoundary(text.slice(start, match.index))) continue;
    add(match.index + match[0].length);
  }
  add(to);
  return parts;
}
