import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { findLineStarts, type SourceText } from '../../src/document/source-text.ts';

/** A text as a reader would hand it on. */
export function sourceOf(text: string, file = 'van-ban.txt'): SourceText {
  const digest = createHash('sha256').update(text).digest('hex');
  return { file, digest, text, lineStarts: findLineStarts(text), pageStarts: null };
}

/** One of the five documents of the project. */
export function seed(file: string): SourceText {
  return sourceOf(readFileSync(new URL(`../../seeds/documents/${file}`, import.meta.url), 'utf8'), file);
}

export const SEEDS = {
  quangNgai: '000_e6605db3d5bfc88a.txt',
  dongNai2024: '001_d78a0c52a746ce80.txt',
  bacGiang: '002_01950292f54b1c02.txt',
  dongNai2021: '003_9a9075a511bddb73.txt',
  dakLak: '004_5bd28e4bf05b2054.txt',
} as const;
