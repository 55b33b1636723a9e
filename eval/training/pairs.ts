import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { tokenise } from '../../src/vietnamese/tokens.ts';

const lineSchema = z.object({ heading: z.string(), text: z.string(), source: z.string() });

/** A heading of codified law with the text under it, as folded terms. */
export interface Pair {
  readonly heading: readonly string[];
  readonly text: readonly string[];
  /** Pairs under the same heading have the same number: one's text is no negative for another's heading. */
  readonly headingNumber: number;
  readonly source: string;
}

export type RawPair = z.infer<typeof lineSchema>;

/** Reads a gzipped file of pairs and leaves out what is no text: identifiers run together, fragments. */
export function readPairs(path: string): RawPair[] {
  const lines = gunzipSync(readFileSync(path)).toString('utf8').trim().split('\n');
  return lines
    .map((line) => lineSchema.parse(JSON.parse(line)))
    .filter(({ text }) => isText(text))
    .flatMap(withOwnHeading);
}

/** A number of the codification, "Điều 41.5.LQ.9. ". */
const NUMBERED = /Điều \d[\d.]*\.[A-ZĐ]{2,}[\d.a-zđ]*\. /;
/** What a heading was run together with: the end of a list of related articles, up to the article's own number. */
const RELATED = new RegExp(`^.*\\)${NUMBERED.source}`, 's');

/** The pair under its own heading; nothing when only headings of related articles are there. */
function withOwnHeading(pair: RawPair): RawPair[] {
  const heading = pair.heading.replace(RELATED, '');
  return NUMBERED.test(heading) ? [] : [{ ...pair, heading }];
}

const LONG_NUMBER = /\d{8,}/;
const SHORTEST_TEXT = 80;

function isText(text: string): boolean {
  return text.length >= SHORTEST_TEXT && !LONG_NUMBER.test(text);
}

/** One source in twenty is kept aside whole, so that no text on its subject is seen in training. */
export function isHeldOut(source: string): boolean {
  return BigInt(`0x${createHash('sha1').update(source).digest('hex')}`) % 20n === 7n;
}

/** Pairs as terms. */
export function tokenisePairs(pairs: readonly RawPair[]): Pair[] {
  const headings = new Map<string, number>();
  return pairs.map(({ heading, text, source }) => {
    const key = heading.toLowerCase();
    const headingNumber = headings.get(key) ?? headings.size;
    headings.set(key, headingNumber);
    return { heading: termsOf(heading), text: termsOf(text), headingNumber, source };
  });
}

export function termsOf(text: string): string[] {
  return tokenise(text).map(({ term }) => term);
}
