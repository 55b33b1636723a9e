import { claim, type DraftStatement, type Support } from '../compose/draft.ts';
import { visible } from './fence.ts';
import { ModelStatement } from './model-output.ts';

/** Longer ones are no statements, and are cut by no one. */
const LONGEST = 1_500;
/** Who cites everything cites nothing. */
const MOST_CITED = 4;
const MARKER = /\s*\[(\d+(?:\s*[,;]\s*\d+)*)\]/gu;

/**
 * A model's statement as a claim on the places it names; numbers of passages that were not shown are left out. Null
 * for what has not the form of a statement, or cites nothing that exists.
 */
export function readModelStatement(value: unknown, places: ReadonlyMap<number, Support>): DraftStatement | null {
  const read = ModelStatement.safeParse(value);
  if (!read.success || read.data.text.length > LONGEST) return null;
  const { text, markers } = withoutMarkers(read.data.text);
  const numbers = [...new Set([...read.data.passages, ...markers])];
  const supports = numbers.flatMap((n) => places.get(n) ?? []).slice(0, MOST_CITED);
  const tidied = tidy(text);
  return supports.length === 0 || tidied === '' ? null : claim(tidied, ...supports);
}

/** "[2]", "[1, 3]" in the text name passages too, whatever was asked for. */
function withoutMarkers(text: string): { readonly text: string; readonly markers: readonly number[] } {
  const markers = [...text.matchAll(MARKER)].flatMap(([, numbers = '']) => numbers.split(/[,;]/u).map(Number));
  return { text: text.replace(MARKER, ''), markers };
}

/** One line of plain text, list marks as "- ", and every quotation in “ ” so that it is checked as one. */
function tidy(text: string): string {
  return visible(text)
    .replace(/\*\*|__|`/gu, '')
    .replace(/^[*•–—+]\s+/u, '- ')
    .replace(/[«"„‟](?=\S)([^«»"„‟”]*?)["»”]/gu, '“$1”');
}
