import { fold } from '../../src/vietnamese/fold.ts';

export type Accents = 'accented' | 'half' | 'none';

export const ALL_ACCENTS: readonly Accents[] = ['accented', 'half', 'none'];

/** The question as typed with all accents, with those of every other word, or with none. */
export function withAccents(question: string, accents: Accents): string {
  if (accents === 'accented') return question;
  if (accents === 'none') return fold(question);
  return question
    .split(' ')
    .map((word, i) => (i % 2 === 0 ? word : fold(word)))
    .join(' ');
}
