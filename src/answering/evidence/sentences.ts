/** A sentence as a range of a text. */
export interface SentenceRange {
  readonly start: number;
  readonly end: number;
}

/** A full stop that ends no sentence: after an abbreviation ("TM.", "TP.", "Q."), a list number, or within dots. */
const ABBREVIATION = /(?:^|[\s(])(?:\p{Lu}{1,3}|Tp|tp|v\.v|\d{1,2}(?:\.\d{1,2})*|[a-zđ])$/u;

/** The sentences of a passage. Semicolons do not end a sentence; a stop must be followed by a capital, quote or bullet. */
export function sentencesOf(text: string): SentenceRange[] {
  const ranges: SentenceRange[] = [];
  let start = 0;
  for (const match of text.matchAll(/[.!?]+[”"»)]?\s+(?=[\p{Lu}\d“"(-])/gu)) {
    if (match[0].startsWith('.') && !match[0].startsWith('..') && ABBREVIATION.test(text.slice(start, match.index))) {
      continue;
    }
    const end = match.index + match[0].trimEnd().length;
    ranges.push({ start, end });
    start = match.index + match[0].length;
  }
  if (start < text.length) ranges.push({ start, end: text.length });
  return ranges;
}

/** The clauses of a sentence, split at semicolons; a range keeps no semicolon. */
export function clausesOf(text: string, sentence: SentenceRange): SentenceRange[] {
  const clauses: SentenceRange[] = [];
  let start = sentence.start;
  for (const match of text.slice(sentence.start, sentence.end).matchAll(/;\s+/g)) {
    const at = sentence.start + match.index;
    clauses.push({ start, end: at });
    start = at + match[0].length;
  }
  clauses.push({ start, end: sentence.end });
  return clauses;
}
