import type { Word } from './concepts.ts';

/** "AI" in capitals, where the question is not all in capitals, or behind what only a technology is: "ứng dụng ai". */
export function isMachine(words: readonly Pick<Word, 'printed' | 'term'>[], i: number): boolean {
  const word = words[i];
  if (word?.term !== 'ai') return false;
  const isShouted = words.every(({ printed }) => printed === printed.toUpperCase());
  if (word.printed === 'AI') return !isShouted;
  const before = words.slice(Math.max(0, i - 2), i).map(({ term }) => term);
  return OF_MACHINES.has(before.join(' '));
}

const OF_MACHINES: ReadonlySet<string> = new Set([
  'ung dung',
  'cong nghe',
  'chuyen doi',
  'nen tang',
  'cong cu',
  'tro li',
  'tro ly',
  'mo hinh',
  'giai phap',
]);
