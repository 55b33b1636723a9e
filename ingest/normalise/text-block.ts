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
 * Equal to `quotable(raw)` by construction: the same three foldings are applied, cluster by cluster where NFC changes
 * anything and unit by unit where it does not.
 */
export function quotableWithOffsets(raw: string, base: number): { text: string; offsets: number[] } {
  const form = new ReadingForm();
  if (raw === raw.normalize('NFC')) {
    for (let i = 0; i < raw.length; i += 1) form.take(raw.charAt(i), base + i);
  } else {
    for (const match of raw.matchAll(COMPOSABLE)) {
      const composed = match[0].normalize('NFC');
      for (let i = 0; i < composed.length; i += 1) form.take(composed.charAt(i), base + match.index);
    }
  }
  return { text: form.units.join(''), offsets: form.offsets };
}

/** Collects code units, leaving out marks and folding white space, which is only written before something else. */
class ReadingForm {
  readonly units: string[] = [];
  readonly offsets: number[] = [];
  #spaceAt = -1;

  take(unit: string, offset: number): void {
    if (unit === '*' || unit === '#') return;
    if (isSpace(unit.charCodeAt(0))) {
      if (this.#spaceAt === -1) this.#spaceAt = offset;
      return;
    }
    if (this.#spaceAt !== -1 && this.units.length > 0) this.#put(' ', this.#spaceAt);
    this.#spaceAt = -1;
    this.#put(unit, offset);
  }

  #put(unit: string, offset: number): void {
    this.units.push(unit);
    this.offsets.push(offset);
  }
}

/** The white space of `\s`; a table of codes, since this runs for every character of every document. */
function isSpace(code: number): boolean {
  if (code < 160) return code === 32 || (code >= 9 && code <= 13);
  return code === 0xa0 || code === 0x1680 || (code >= 0x2000 && code <= 0x200a) || OTHER_SPACES.has(code);
}

const OTHER_SPACES: ReadonlySet<number> = new Set([0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff]);
