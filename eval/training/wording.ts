import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Pair, termsOf } from './pairs.ts';
import type { Random } from './random.ts';

const phrases = z.tuple([z.string()], z.string());
const wordingSchema = z.object({
  wordings: z.array(z.object({ document: z.string(), everyday: phrases })),
  abbreviations: z.array(z.object({ short: z.string(), full: z.string() })),
  questions: z.object({ about: phrases, openings: phrases, stories: phrases, closings: phrases }),
});

type Terms = readonly string[];
type Several = readonly [Terms, ...Terms[]];

/** How people say what documents write, ready to rewrite terms. */
export interface Wording {
  /** A question in everyday words about a stretch of a document. */
  ask(about: Terms, random: Random): string[];
  /** Everyday phrase → the documents' phrase and abbreviation → what it stands for, as pairs of their own. */
  readonly pairs: readonly Pair[];
  /** All phrases: their tokens must be in the vocabulary. */
  readonly phrases: readonly Terms[];
}

const FILE = new URL('../../seeds/embedding/everyday-wording.json', import.meta.url);

/** Above the numbers of all headings and below those of single examples. */
const WORDING_GROUP = 500_000;

/** Chances, by eye: most everyday words are put in, and questions are as often bare as wrapped in a story. */
const CHANCES = { everyday: 0.75, frame: 0.35, opening: 0.6, story: 0.5, closing: 0.8 };

/** Reads the everyday wordings. */
export function readWording(path: URL | string = FILE): Wording {
  const { wordings, abbreviations, questions } = wordingSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  const replacements = replacementsByFirst([
    ...wordings.map(({ document, everyday }) => ({ from: termsOf(document), to: several(everyday) })),
    ...abbreviations.map(({ short, full }) => ({ from: termsOf(full), to: several([short]) })),
  ]);
  const [frames, openings, stories, closings] = [
    questions.about.map((frame) => frame.split('{x}').map(termsOf)),
    several(questions.openings),
    several(questions.stories),
    several(questions.closings),
  ];
  return {
    pairs: [
      ...wordings.map(({ document, everyday }) => ({ document, phrases: everyday })),
      ...abbreviations.map(({ short, full }) => ({ document: full, phrases: [short] })),
    ].flatMap(({ document, phrases }, i) =>
      phrases.map((phrase) => ({
        heading: termsOf(phrase),
        text: termsOf(document),
        headingNumber: WORDING_GROUP + i,
        source: 'everyday wordings',
      })),
    ),
    phrases: [
      ...[...replacements.values()].flat().flatMap(({ to }) => to),
      ...frames.flat(),
      ...openings,
      ...stories,
      ...closings,
    ],
    ask: (about, random) => {
      const said = inEverydayWords(about, replacements, random);
      const sometimes = (chance: number, from: Several) => (random.next() < chance ? random.pick(from) : []);
      if (random.next() < CHANCES.frame) {
        const [before = [], after = []] = frames[random.below(frames.length)] ?? [];
        return [...before, ...said, ...after];
      }
      return [
        ...sometimes(CHANCES.opening, openings),
        ...sometimes(CHANCES.story, stories),
        ...said,
        ...sometimes(CHANCES.closing, closings),
      ];
    },
  };
}

interface Replacement {
  readonly from: Terms;
  readonly to: Several;
}

/** By first term, longest first: "bảo hiểm xã hội một lần" before "bảo hiểm xã hội". */
function replacementsByFirst(all: readonly Replacement[]): Map<string, Replacement[]> {
  const byFirst = Map.groupBy(all, ({ from }) => from[0] ?? '');
  for (const group of byFirst.values()) group.sort((a, b) => b.from.length - a.from.length);
  return byFirst;
}

function inEverydayWords(terms: Terms, replacements: ReadonlyMap<string, Replacement[]>, random: Random): string[] {
  const said: string[] = [];
  for (let i = 0; i < terms.length; ) {
    const term = terms[i] ?? '';
    const found = replacements.get(term)?.find(({ from }) => from.every((word, k) => terms[i + k] === word));
    if (found !== undefined && random.next() < CHANCES.everyday) {
      said.push(...random.pick(found.to));
      i += found.from.length;
    } else {
      said.push(term);
      i++;
    }
  }
  return said;
}

function several([first, ...rest]: readonly [string, ...string[]]): Several {
  return [termsOf(first), ...rest.map(termsOf)];
}
