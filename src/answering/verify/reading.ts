import abbreviations from '../../../seeds/lexicon/abbreviations.json' with { type: 'json' };
import { remembered } from '../../vietnamese/remembered.ts';
import { spellSyllable } from '../../vietnamese/spelling.ts';
import { foldTerm } from '../../vietnamese/tokens.ts';
import type { DraftStatement } from '../compose/draft.ts';
import { documentNamesOf } from './document-names.ts';
import type { Grounds } from './grounds.ts';
import { provisionsOf } from './provisions.ts';

/** Words in quotation marks, with their place in the statement. */
export interface Quotation {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A statement as the checks read it. All texts have the length of the statement, so that offsets stay. */
export interface ReadStatement {
  readonly text: string;
  readonly quotations: readonly Quotation[];
  /** Without the names of cited documents, the places the citations stand in, and its list mark. */
  readonly content: string;
  /** Without quotations as well: what the statement says in its own words. */
  readonly own: string;
}

/** "1.", "6.2.", "a)", "-": the mark of a list line. */
export const LIST_MARK = /^(?:[-+•]|(?:\d+(?:\.\d+)*|[IVXLC]+|[a-zđ])[.)])(?=\s)/u;

/** Takes a statement apart; what it rests on tells which document names in it are no claims of their own. */
export function readStatement({ text }: DraftStatement, grounds: Grounds): ReadStatement {
  const quotations = [...text.matchAll(/“([^”]*)”/gu)].map((match) => ({
    text: match[1] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));
  const mark = LIST_MARK.exec(text)?.[0] ?? '';
  const marked = blank(text, 0, mark.length);
  const own = quotations.reduce((rest, { start, end }) => blank(rest, start, end), marked);
  const names = [...documentNamesOf(own, grounds), ...provisionsOf(own, grounds)];
  const parted = (rest: string) => rest.replace(/(?<!\d) [–—] (?!\d)/gu, ' | ');
  return {
    text,
    quotations,
    content: parted(names.reduce((rest, { start, end }) => blank(rest, start, end), marked)),
    own: parted(names.reduce((rest, { start, end }) => blank(rest, start, end), own)),
  };
}

/** What is taken out leaves a bar, so that the words on its two sides never read as one phrase. */
function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + '|'.repeat(end - start) + text.slice(end);
}

const WORD = /\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}]*/gu;
const spelled = new Map<string, readonly string[]>();

/**
 * The words of a text in one spelling, with their accents: "đô" and "do" stay apart, "tỉ" and "tỷ" meet, and "LLLĐ" is
 * read as the words it stands for.
 */
export const wordsOf: (text: string) => readonly string[] = remembered((text) => {
  const words: string[] = [];
  for (const [word] of text.matchAll(WORD)) {
    const known = spelled.get(word) ?? spell(word);
    if (known.length === 1) words.push(known[0] ?? '');
    else words.push(...known);
  }
  return words;
});

function spell(word: string): readonly string[] {
  const forms = STANDS_FOR.get(word) ?? [/^\d/.test(word) ? foldTerm(word) : spellSyllable(word)];
  if (spelled.size > 50_000) spelled.clear();
  spelled.set(word, forms);
  return forms;
}

/** Abbreviations of one word of capitals, at least three so that none is a word itself, by the words they stand for. */
const STANDS_FOR: ReadonlyMap<string, readonly string[]> = new Map(
  abbreviations.groups.flatMap(([full = '', ...forms]) =>
    forms
      .filter((form) => /^\p{Lu}{3,}$/u.test(form))
      .map((form) => [form, [...full.matchAll(WORD)].map(([word]) => spellSyllable(word))] as const),
  ),
);
