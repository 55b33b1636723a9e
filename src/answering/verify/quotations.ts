import { quotable } from '../../document/quotable.ts';
import { remembered } from '../../vietnamese/remembered.ts';
import type { Grounds } from './grounds.ts';
import type { ReadStatement } from './reading.ts';

/** Sources come up again and again. */
const quotableSource = remembered(quotable);

/**
 * Words in quotation marks are a verbatim part of what is cited. A quotation may begin with another case of its first
 * letter, end in "…" where it was cut, and join a row to the row above it with " – " or a scope in brackets.
 */
export function checkQuotations({ quotations }: ReadStatement, grounds: Grounds): string | null {
  if (quotations.length === 0) return null;
  const sources = [...grounds.places.flatMap(({ quote, context }) => [quote, context]), grounds.metadata].map(
    quotableSource,
  );
  const wrong = quotations.find(({ text }) => !partsOf(text, sources).every((part) => isIn(part, sources)));
  return wrong === undefined ? null : `Câu trích “${wrong.text}” không có nguyên văn trong đoạn được dẫn.`;
}

/** A line of a list that is nothing but words of what is cited, whole or cut with "…". */
export function isPartOf(text: string, { places }: Grounds): boolean {
  const line = quotable(text)
    .replace(/^[-–•]\s+/u, '')
    .replace(/\s*…$/u, '');
  return line.length >= LEAST && places.some(({ quote }) => isWhole(quotableSource(quote), line));
}

/** Characters a line must have to be checked as a quotation; a bare figure is none. */
const LEAST = 20;

function partsOf(text: string, sources: readonly string[]): readonly string[] {
  const whole = quotable(text).replace(/\s*(?:…|\.\.\.)$/u, '');
  if (isIn(whole, sources)) return [whole];
  const [, body = whole, scope] = /^(.*?)(?: \(([^()]+)\))?$/u.exec(whole) ?? [];
  return [...body.split(' – '), ...(scope === undefined ? [] : [scope])];
}

function isIn(part: string, sources: readonly string[]): boolean {
  const other =
    part.charAt(0) === part.charAt(0).toLowerCase() ? part.charAt(0).toUpperCase() : part.charAt(0).toLowerCase();
  const forms = [part, other + part.slice(1)];
  return part.length > 0 && sources.some((source) => forms.some((form) => isWhole(source, form)));
}

/** Part of a source that cuts no word or number in two. */
function isWhole(source: string, part: string): boolean {
  const letter = /[\p{L}\p{M}\d]/u;
  for (let at = source.indexOf(part); at !== -1; at = source.indexOf(part, at + 1)) {
    const cutBefore = letter.test(source.charAt(at - 1)) && letter.test(part.charAt(0));
    const cutAfter = letter.test(source.charAt(at + part.length)) && letter.test(part.charAt(part.length - 1));
    if (!cutBefore && !cutAfter) return true;
  }
  return false;
}
