import { type SourceText, spanBetween } from '../../src/document/source-text.ts';
import type { TextBlock } from '../block.ts';
import type { Extent } from './piece.ts';

/** The block of a paragraph: reading form, offsets back to the source, and its Markdown dress. Null when it holds no text. */
export function textBlockOf(source: SourceText, extent: Extent): TextBlock | null {
  const raw = source.text.slice(extent.start, extent.end);
  const { text, offsets } = quotableWithOffsets(raw, extent.start);
  if (text === '') return null;
  const marks = /^\s*(?:[-+]\s+)?(#{1,6})?\s*(\*\*)?/.exec(raw);
  return {
    kind: 'text',
    text,
    span: spanBetween(source, extent.start, extent.end),
    offsets: [...offsets, extent.end],
    headingLevel: marks?.[1]?.length ?? null,
    bold: marks?.[2] !== undefined,
  };
}

/** A base character with its marks, or a run of Hangul jamo: what NFC may compose into other code units. */
const COMPOSABLE = /[\u1100-\u11FF]+|[\s\S]\p{M}*/gu;

/**
 * `quotable` of a stretch of source, together with the source offset of every UTF-16 code unit of the result.
 * Equal to `quotable(raw)` by construction: the same three foldings are applied cluster by cluster.
 */
export function quotableWithOffsets(raw: string, base: number): { text: string; offsets: number[] } {
  const units: string[] = [];
  const offsets: number[] = [];
  let spaceAt: number | null = null;
  const composed = raw === raw.normalize('NFC');
  for (const [cluster, at] of composed ? codePointsOf(raw) : clustersOf(raw)) {
    for (const unit of composed ? cluster : cluster.normalize('NFC')) {
      if (unit === '*' || unit === '#') continue;
      if (/\s/.test(unit)) {
        spaceAt ??= base + at;
        continue;
      }
      if (spaceAt !== null && units.length > 0) {
        units.push(' ');
        offsets.push(spaceAt);
      }
      spaceAt = null;
      units.push(unit);
      for (let i = 0; i < unit.length; i += 1) offsets.push(base + at + (composed ? i : 0));
    }
  }
  return { text: units.join(''), offsets };
}

function* codePointsOf(raw: string): Generator<[string, number]> {
  let at = 0;
  for (const character of raw) {
    yield [character, at];
    at += character.length;
  }
}

function* clustersOf(raw: string): Generator<[string, number]> {
  for (const match of raw.matchAll(COMPOSABLE)) yield [match[0], match.index];
}
