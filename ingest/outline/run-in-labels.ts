import type { SourceText } from '../../src/document/source-text.ts';
import type { Block, TextBlock } from '../block.ts';
import { textBlockOf } from '../normalise/text-block.ts';
import { DEPTH, type Label, readLabels } from './label.ts';

/**
 * Sets apart items whose line break a copy has lost ("… 01 hồ sơ giấy d) Thời hạn giải quyết: …" between c) and đ)): a
 * label inside a paragraph opens an item where it goes on the list above and the list below goes on from it. Lists told
 * within one sentence stay whole.
 */
export function splitRunInLabels(blocks: readonly Block[], source: SourceText): Block[] {
  const done: Block[] = [];
  blocks.forEach((block, i) => {
    done.push(block);
    if (block.kind !== 'text') return;
    let rest = block;
    for (let at = innerLabel(rest, done, blocks.slice(i + 1)); at !== null; ) {
      const parts = splitAt(rest, at, source);
      if (parts === null) break;
      done.splice(-1, 1, ...parts);
      rest = parts[1];
      at = innerLabel(rest, done, blocks.slice(i + 1));
    }
  });
  return done;
}

/** A point or number before a capital, set off by what ends an item or by nothing at all. */
const INNER =
  /(?<=(?<end>[^\s(+•–-]) )(?<!(?:[Đđ]iểm|[Kk]hoản|[Mm]ục|[Đđ]iều|và|hoặc|tại|số) )(?:[a-zđ]\)|\d{1,2}\.) (?=\p{Lu})/gu;

/** Where the first item inside a block begins; null where none does. */
function innerLabel({ text }: TextBlock, above: readonly Block[], below: readonly Block[]): number | null {
  for (const match of text.matchAll(INNER)) {
    const [label] = readLabels(text.slice(match.index)).filter(({ kind }) => kind === 'point' || kind === 'number');
    if (label === undefined) continue;
    const ends = /[.;]/u.test(match.groups?.end ?? '');
    if (label.kind === 'number' && !ends) continue;
    const goesOn = isNext(label, labelAfter(below, label));
    const followsOn = label.ordinal > 1 && isNext(labelBefore(above, label), label);
    if (label.ordinal === 1 ? goesOn && label.kind === 'point' : followsOn && (goesOn || ends)) return match.index;
  }
  return null;
}

function isNext(label: Label | null, next: Label | null): boolean {
  return label !== null && next !== null && label.kind === next.kind && label.ordinal + 1 === next.ordinal;
}

/** How far a list is followed. */
const REACH = 40;

/** The last label of the kind above that no higher level parts from here; of what stands between only deeper lists. */
function labelBefore(above: readonly Block[], { kind }: Label): Label | null {
  return nearest(above.slice(-REACH).toReversed(), kind);
}

function labelAfter(below: readonly Block[], { kind }: Label): Label | null {
  return nearest(below.slice(0, REACH), kind);
}

function nearest(blocks: readonly Block[], kind: Label['kind']): Label | null {
  for (const block of blocks) {
    if (block.kind !== 'text') continue;
    const labels = readLabels(block.text);
    const same = labels.find((label) => label.kind === kind);
    if (same !== undefined) return same;
    if (labels.some((label) => DEPTH[label.kind] < DEPTH[kind])) return null;
  }
  return null;
}

function splitAt(block: TextBlock, at: number, source: SourceText): [TextBlock, TextBlock] | null {
  const [last, first] = [block.offsets[at - 2], block.offsets[at]];
  if (last === undefined || first === undefined) return null;
  const above = textBlockOf(source, { start: block.span.start, end: last + 1 });
  const below = textBlockOf(source, { start: first, end: block.span.end });
  return above === null || below === null ? null : [above, below];
}
