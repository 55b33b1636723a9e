import type { SourceText } from '../../src/document/source-text.ts';
import type { Block, TextBlock } from '../block.ts';
import type { BlockRole } from '../placed-block.ts';
import { DEPTH, type Label, readLabels } from './label.ts';

/** How a labelled block is built: what of it is the title, and where its own text begins. */
export interface Heading {
  readonly role: Extract<BlockRole, 'heading' | 'run-in' | 'numbered'>;
  readonly title: string | null;
  /** Offset in the text after label and title. */
  readonly titleEnd: number;
  readonly bodyStart: number;
}

/** Longest text that can be a title by itself, of an article set in bold, and before a colon. */
const LONGEST_TITLE = 250;
const LONGEST_OF_ARTICLE = 600;
const LONGEST_RUN_IN = 120;

/**
 * Reads a labelled block. A heading is set in bold or capitals, or ends without a stop and has something below it; a
 * run-in title ends at a colon (or where its bold ends) with text after it; all else is a numbered paragraph.
 */
export function readHeading(
  block: TextBlock,
  label: Label,
  around: { source: SourceText; next: Block | undefined },
): Heading {
  const rest = block.text.slice(label.end);
  const bold = boldEnd(block, around.source);
  const dressed = block.headingLevel !== null || bold >= block.text.length - 1;
  const whole = (): Heading => ({
    role: 'heading',
    title: rest === '' ? null : titleForm(rest),
    titleEnd: block.text.length,
    bodyStart: block.text.length,
  });
  if (rest === '') return whole();
  const runIn = boldRunIn(block, label, bold) ?? (bold > label.end + 2 ? null : colonRunIn(block, label));
  const longest = label.kind === 'article' ? LONGEST_OF_ARTICLE : LONGEST_TITLE;
  if (dressed && runIn === null && isTitleLike(rest, { dressed, longest })) return whole();
  const coloned = colonRunIn(block, label);
  if (dressed && coloned !== null) return coloned;
  if (runIn !== null) return runIn;
  if (
    isTitleLike(rest, { dressed: false, longest: LONGEST_TITLE }) &&
    (isShouted(rest) || DEPTH[label.kind] <= DEPTH.article || leads(label, around.next))
  )
    return whole();
  return { role: 'numbered', title: null, titleEnd: label.end, bodyStart: label.end };
}

/** Where the bold (or heading) run a block begins with ends, as an offset of its text; 0 without one. */
function boldEnd(block: TextBlock, source: SourceText): number {
  if (!block.bold) return 0;
  const raw = source.text.slice(block.span.start, block.span.end);
  const opened = raw.indexOf('**');
  // "**Điều 5. … tại**** khoản 6 …**" goes on in bold where a run closes and the next one opens at once.
  const goesOn = /\*{4}[^*]+\*\*\s*$/u.test(raw);
  const closed = goesOn ? /(?<!\*)\*\*(?!\*|\s*\*\*)/gu : /\*\*(?!\s*\*\*)/gu;
  closed.lastIndex = opened + 2;
  const close = closed.exec(raw);
  if (close === null) return block.text.length;
  const at = block.span.start + close.index;
  const end = block.offsets.findIndex((offset) => offset >= at);
  return end === -1 ? block.text.length : end;
}

function boldRunIn(block: TextBlock, label: Label, bold: number): Heading | null {
  if (bold <= label.end + 2 || bold >= block.text.length - 1) return null;
  const printed = block.text.slice(label.end, bold).trim();
  const stopped = /[.:]$/u.test(printed) || block.text.charAt(bold) === ':';
  if (!stopped || printed.length > LONGEST_TITLE) return null;
  const bodyStart = bold + (/^[\s:]*/u.exec(block.text.slice(bold))?.[0].length ?? 0);
  return { role: 'run-in', title: titleForm(printed), titleEnd: bold, bodyStart };
}

/** A title before a colon: begins with a capital, holds no other stop, does not introduce a list. */
const COLON = /^(?<title>[\p{Lu}“"][^.;:!?]{1,119})\s*:\s+(?=\S)/u;
const INTRODUCES = /(như sau|sau đây|bao gồm|gồm|cụ thể|gồm có|là|rằng|quy định|sau|theo đó|trong đó)$/iu;
const LIST_OF_BODIES = /^(các )?(sở|ban|ngành|cơ quan|đơn vị)(, (sở|ban|ngành|đoàn thể|cơ quan|đơn vị))+$/iu;

function colonRunIn(block: TextBlock, label: Label): Heading | null {
  const rest = block.text.slice(label.end);
  const match = COLON.exec(rest);
  const title = match?.groups?.title?.trim();
  if (match === null || title === undefined || title.length > LONGEST_RUN_IN) return null;
  if (INTRODUCES.test(title) || LIST_OF_BODIES.test(title) || rest.length - match[0].length < 8) return null;
  return {
    role: 'run-in',
    title: titleForm(title),
    titleEnd: label.end + title.length,
    bodyStart: label.end + match[0].length,
  };
}

function isTitleLike(rest: string, { dressed, longest }: { dressed: boolean; longest: number }): boolean {
  if (rest.length > longest || /[;,]$/u.test(rest)) return false;
  if (/\.$/u.test(rest)) return dressed && rest.length <= LONGEST_RUN_IN && !/[.;] \p{Lu}/u.test(rest);
  if (/:$/u.test(rest)) return (dressed || rest.split(' ').length <= 6) && !INTRODUCES.test(rest.slice(0, -1).trim());
  return !/[.;] \p{Lu}/u.test(rest) || dressed;
}

/** Does the block below belong under this label? A sibling shows a list of short items, not headings. */
function leads(label: Label, next: Block | undefined): boolean {
  if (next === undefined) return false;
  if (next.kind === 'table') return true;
  const below = readLabels(next.text);
  return (
    below.length === 0 || below.every((other) => other.kind !== label.kind && DEPTH[other.kind] > DEPTH[label.kind])
  );
}

const isShouted = (text: string): boolean => /\p{Lu}{2}/u.test(text) && text === text.toUpperCase();

/** The title as it reads alone: without the colon or full stop that set it off. */
export function titleForm(printed: string): string {
  return printed.replace(/[\s:.]+$/u, '').trim();
}
