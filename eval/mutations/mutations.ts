import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Question } from '../question.ts';
import { seededRandom } from './random.ts';
import { typedAsTelex } from './telex.ts';

type Mutate = (question: string, random: () => number) => string;

const ABBREVIATIONS = z
  .array(z.tuple([z.string(), z.string()]))
  .parse(JSON.parse(readFileSync(new URL('abbreviations.json', import.meta.url), 'utf8')));

/** Words of letters alone: numbers and document numbers are typed as they are. */
const WORD = /(?<![\p{L}\p{N}/&-])\p{L}{3,}(?![\p{N}/&-])/gu;

/** What real users do to a question without changing what they ask. */
export const MUTATIONS: Readonly<Record<string, Mutate>> = {
  'no diacritics': (question) => withoutDiacritics(question).toLowerCase(),
  'half diacritics': (question, random) =>
    question.replace(/\p{L}+/gu, (word) => (random() < 0.5 ? withoutDiacritics(word) : word)),
  abbreviated: (question) =>
    ABBREVIATIONS.reduce(
      (text, [full, short]) => text.replace(new RegExp(`(?<!\\p{L})${full}(?!\\p{L})`, 'giu'), short),
      question,
    ),
  misspelt: (question, random) =>
    question.replace(WORD, (word) =>
      random() < 0.2 ? (SLIPS[Math.floor(random() * SLIPS.length)]?.(word, random) ?? word) : word,
    ),
};

const SLIPS: readonly ((word: string, random: () => number) => string)[] = [withoutTone, typedAsTelex, swappedLetters];

/** The question as the mutation leaves it; the same question and mutation always give the same text. */
export function mutateQuestion(question: Question, mutation: string): Question {
  const mutate = MUTATIONS[mutation];
  if (mutate === undefined) throw new RangeError(`There is no mutation “${mutation}”.`);
  return {
    ...question,
    question: mutate(question.question.normalize('NFC'), seededRandom(`${mutation} ${question.id}`)),
  };
}

function withoutDiacritics(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
}

function withoutTone(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
    .normalize('NFC');
}

/** Two neighbouring letters inside the word change places; the first letter stays. */
function swappedLetters(word: string, random: () => number): string {
  const letters = [...word];
  const at = 1 + Math.floor(random() * (letters.length - 2));
  return [...letters.slice(0, at), letters[at + 1], letters[at], ...letters.slice(at + 2)].join('');
}
