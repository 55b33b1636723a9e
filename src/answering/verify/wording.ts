import lexicon from '../../../seeds/lexicon/answer-wording.json' with { type: 'json' };
import { withoutAbsences } from './absence.ts';
import type { Grounds } from './grounds.ts';
import { wordsOf } from './reading.ts';
import { withoutBodies, wordsIn } from './source-facts.ts';

/** Words that join facts and are none. */
export const WORDING: ReadonlySet<string> = new Set(lexicon.wording.flatMap(wordsOf));

/** The words of a text that say something of their own: no figures, no joining words. */
export function tellingWords(text: string): readonly string[] {
  return wordsOf(text).filter((word) => !WORDING.has(word) && !/^\d/.test(word));
}

/** Share of a statement's own words that what it cites must hold: a paraphrase may bring in some. */
const LEAST_SHARE = 0.6;
const FEW = 3;

/** What a statement says in its own words is, for the most part, in the words of what it cites. */
export function checkWording(own: string, grounds: Grounds): string | null {
  const said = tellingWords(withoutBodies(withoutAbsences(own)));
  const held = said.filter((word) => grounds.sources.some((source) => wordsIn(source).set.has(word))).length;
  if (said.length >= FEW && held / said.length < LEAST_SHARE) return 'Nội dung không có trong đoạn được dẫn.';
  return strangeNegation(own, grounds);
}

const ABSENCE: ReadonlySet<string> = new Set(lexicon.absence.flatMap(wordsOf));

/** "không" turns a sentence round: it stands so in what is cited, or says that a document is silent. */
function strangeNegation(own: string, { sources }: Grounds): string | null {
  const said = wordsOf(own);
  for (const [i, word] of said.entries()) {
    if (word !== 'không' && word !== 'chưa' && word !== 'chẳng') continue;
    const next = said[i + 1] ?? '';
    if (!ABSENCE.has(next) && !sources.some((source) => wordsIn(source).line.includes(` ${word} ${next} `))) {
      return `“${word} ${next}” không có trong đoạn được dẫn.`;
    }
  }
  return null;
}
