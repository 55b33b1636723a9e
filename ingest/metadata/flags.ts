import lexicon from '../../seeds/lexicon/ocr-slips.json' with { type: 'json' };
import type { DocumentFlag, Warning } from '../../src/document/policy-document.ts';
import type { Provision } from '../../src/document/provision.ts';
import { walkProvisions } from '../../src/document/provision.ts';
import type { SourceText } from '../../src/document/source-text.ts';
import type { PlacedBlock } from '../placed-block.ts';
import { spanWithin } from './found.ts';

/** What is doubtful about the copy, with the lines that show it. */
export interface CopyState {
  readonly flags: readonly DocumentFlag[];
  readonly warnings: readonly Warning[];
}

/** One slip may be a plain misprint; together with another sign it is character recognition. */
const SIGNS_OF_OCR = 2;

/** Looks for the marks a cut copy and character recognition leave. */
export function readCopyState(
  placed: readonly PlacedBlock[],
  outline: readonly Provision[],
  source: SourceText,
): CopyState {
  const cut = cutAt(placed);
  const slips = [...slipsIn(placed, source), ...misreadLabels(outline)];
  const ocr = slips.length >= SIGNS_OF_OCR;
  return {
    flags: [...(cut === null ? [] : ['truncated' as const]), ...(ocr ? ['ocr' as const] : [])],
    warnings: [...(cut === null ? [] : [cut]), ...(ocr ? slips : [])],
  };
}

/** "[...]" as the last words, or a body that stops within a sentence with no closing below it. */
function cutAt(placed: readonly PlacedBlock[]): Warning | null {
  const last = placed.findLast((each) => each.block.kind === 'text');
  if (last?.block.kind !== 'text') return null;
  const { text, span } = last.block;
  if (/\[\s*(?:\.{2,}|…)\s*\]\s*$/u.test(text))
    return { line: span.endLine, message: 'Bản sao bị cắt: phần sau không có trong tệp.' };
  const unclosed = !placed.some((each) => each.part === 'closing') && placed.at(-1) === last && last.part === 'body';
  if (!unclosed || text.length < 80 || /[.;:!?…”")\]]\s*$/u.test(text)) return null;
  return { line: span.endLine, message: 'Bản sao có thể bị cắt: dừng giữa câu và không có phần ký.' };
}

function slipsIn(placed: readonly PlacedBlock[], source: SourceText): Warning[] {
  return placed.flatMap(({ block }) => {
    if (block.kind !== 'text') return [];
    return lexicon.slips.flatMap(({ printed, meant }) => {
      const at = wordIndex(block.text, printed);
      if (at === -1) return [];
      const { startLine } = spanWithin(source, block, at, at + printed.length);
      return [{ line: startLine, message: `Có thể do nhận dạng chữ sai: "${printed}" (đúng là "${meant}").` }];
    });
  });
}

function wordIndex(text: string, phrase: string): number {
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
    if (!/\p{L}/u.test(text.charAt(at - 1)) && !/\p{L}/u.test(text.charAt(at + phrase.length))) return at;
  }
  return -1;
}

/** A point printed "d)" in the place of "đ)". */
function misreadLabels(outline: readonly Provision[]): Warning[] {
  return [...walkProvisions(outline)]
    .filter(({ path, label }) => path.at(-1) === 'đ' && label.startsWith('d'))
    .map(({ span, label }) => ({ line: span.startLine, message: `Nhãn "${label}" đứng ở chỗ của "đ)".` }));
}
