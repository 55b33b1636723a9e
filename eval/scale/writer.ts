import type { Material } from './material.ts';
import { nameUrn } from './name-urn.ts';

/** Writes new sentences out of real ones. */
export interface Writer {
  sentence(): string;
  /** What a body is charged with. */
  task(): string;
  /** A place, person or project: names grow with the corpus as in real ones. */
  name(): string;
  /** A number of so many digits, written in Vietnamese. */
  number(digits: number): string;
}

/** How often a new sentence takes another turn, takes in a name, and where two words of it give way to two others. */
const RATES = { turn: 0.7, name: 0.35, seam: 0.06 };

const NAME_HEADS = ['xã', 'phường', 'thôn', 'cụm công nghiệp', 'dự án', 'khu dân cư', 'hồ', 'trường', 'tuyến đường'];

/**
 * A sentence begins as a real one and goes on, after a word that both have, as another one. Its numbers are drawn anew,
 * some have a name put in, and at some places two words stand where other two stood. So the words are as frequent as
 * in the documents, while pairs of words, names and numbers go on growing, as they do in real corpora.
 */
export function writerOf(material: Material, random: () => number): Writer {
  const sentences = [...material.sentences, ...material.tasks].map((text) => text.split(/\s+/u));
  const places = placesOf(sentences);
  const syllables = [...places.keys()].filter((word) => /^\p{Ll}{2,6}$/u.test(word));
  const pick = <T>(items: readonly T[], otherwise: T): T => items[Math.floor(random() * items.length)] ?? otherwise;
  const names = nameUrn(() => {
    const words = Array.from({ length: random() < 0.6 ? 2 : 3 }, () => capitalised(pick(syllables, 'an')));
    return `${pick(NAME_HEADS, 'xã')} ${words.join(' ')}`;
  }, random);
  const number = (digits: number): string => Math.max(1, Math.floor(random() * 10 ** digits)).toLocaleString('vi-VN');

  const turned = (words: readonly string[]): readonly string[] => {
    if (random() > RATES.turn) return words;
    const at = 3 + Math.floor(random() * Math.max(1, words.length - 6));
    const other = pick(places.get(words[at] ?? '') ?? [], null);
    return other === null ? words : [...words.slice(0, at), ...(sentences[other.sentence] ?? []).slice(other.at)];
  };
  const seamed = (words: readonly string[]): string[] => {
    const changed = [...words];
    for (let i = 1; i + 2 < changed.length; i++) {
      if (random() > RATES.seam) continue;
      const other = pick(sentences, []);
      const at = Math.floor(random() * Math.max(1, other.length - 2));
      const pair = other.slice(at, at + 2);
      if (pair.every((word) => /^\p{Ll}+$/u.test(word))) changed.splice(i, 2, ...pair);
      i += 2;
    }
    return changed;
  };
  const written = (words: readonly string[]): string => {
    const made = seamed(turned(words)).map((word) =>
      /^\d{2,9}(?:[.,]\d+)*$/u.test(word) && !/^(?:19|20)\d\d$/u.test(word)
        ? number(word.replace(/\D/gu, '').length)
        : word,
    );
    if (random() < RATES.name) made.splice(Math.floor(made.length / 2), 0, 'tại', names.draw());
    return made.join(' ').replace(/[;:,.…]+$/u, '');
  };
  const tasks = material.tasks.map((text) => text.split(/\s+/u));
  return {
    sentence: () => capitalised(written(pick(sentences, []))),
    task: () => lowerFirst(written(pick(tasks, []))),
    name: names.draw,
    number,
  };
}

interface Place {
  readonly sentence: number;
  readonly at: number;
}

function placesOf(sentences: readonly (readonly string[])[]): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>();
  for (const [sentence, words] of sentences.entries()) {
    for (const [at, word] of words.entries()) {
      const known = places.get(word);
      if (known === undefined) places.set(word, [{ sentence, at }]);
      else known.push({ sentence, at });
    }
  }
  return places;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
