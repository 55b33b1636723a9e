import type { Warning } from '../../src/document/policy-document.ts';
import type { Provision } from '../../src/document/provision.ts';
import { type SourceText, spanBetween } from '../../src/document/source-text.ts';
import type { Block, TextBlock } from '../block.ts';
import type { BlockRole, DocumentPart, PlacedBlock } from '../placed-block.ts';
import { readHeading, titleForm } from './heading.ts';
import { DEPTH, type Label, readAppendix, readLabels } from './label.ts';
import { type Node, placeLabel } from './open-levels.ts';
import { ATTACHED, findParts } from './parts.ts';

/** The outline of a document and its blocks, each with its place in it. */
export interface OutlinedText {
  readonly outline: readonly Provision[];
  readonly placed: readonly PlacedBlock[];
  readonly warnings: readonly Warning[];
}

/** Builds the outline in one pass over the blocks: a label opens a provision, any other block belongs to the open one. */
export function placeBlocks(source: SourceText, blocks: readonly Block[]): OutlinedText {
  const parts = findParts(blocks);
  const roots: Node[] = [];
  const rootLabels = new Map<string, number>();
  const drafts: Draft[] = [];
  const warnings: Warning[] = [];
  let open: Node[] = [];
  let untitled: Node | null = null;
  blocks.forEach((block, i) => {
    const { part, opensRoot } = parts[i] ?? { part: 'body', opensRoot: false };
    if (part !== 'body') {
      if (part !== 'closing' || open[0]?.label.kind !== 'appendix') open = [];
      drafts.push({ block, part, role: roleOf(source, block), open: [] });
      return;
    }
    if (block.kind === 'text') {
      if (untitled !== null && isTitleBelow(block, untitled, source)) {
        entitle(untitled, block);
        drafts.push({ block, part, role: 'heading', open, bodyStart: block.text.length });
        extend(open, block);
        return;
      }
      const opened = openProvision(block, { source, next: blocks[i + 1], open, opensRoot });
      if (opened !== null) {
        const { node, keep, role, bodyStart } = opened;
        open = open.slice(0, keep);
        const siblings = open.at(-1)?.children ?? roots;
        makeUnique(node, open.at(-1)?.labels ?? rootLabels, { source, warnings });
        siblings.push(node);
        open = [...open, node];
        untitled = node.title === null && role === 'heading' ? node : null;
        extend(open, block);
        drafts.push({ block, part, role, open, bodyStart });
        return;
      }
    }
    untitled = null;
    if (block.kind === 'text' && CONCLUDES.test(block.text)) open = aboveLists(open);
    extend(open, block);
    drafts.push({ block, part, role: roleOf(source, block), open });
  });
  return { outline: roots.map((node) => provisionOf(node, [], source)), placed: drafts.map(placedBlock), warnings };
}

interface Around {
  readonly source: SourceText;
  readonly next: Block | undefined;
  readonly open: readonly Node[];
  readonly opensRoot: boolean;
}

interface Opened {
  readonly node: Node;
  readonly keep: number;
  readonly role: BlockRole;
  readonly bodyStart: number;
}

function openProvision(block: TextBlock, around: Around): Opened | null {
  if (around.opensRoot) return openRoot(block);
  const placement = placeLabel(around.open, readLabels(block.text));
  if (placement === null) return null;
  const { label, keep } = placement;
  const { role, title, titleEnd, bodyStart } = readHeading(block, label, around);
  return { node: nodeOf(block, label, { title, titleEnd }), keep, role, bodyStart };
}

/** An appendix, or an instrument issued with the document: "QUY CHẾ" above its title. */
function openRoot(block: TextBlock): Opened {
  const label = readAppendix(block.text) ?? attachedLabel(block.text);
  const rest = block.text.slice(label.end);
  const title = rest === '' || ATTACHED.test(rest) ? null : titleForm(rest);
  const node = nodeOf(block, label, { title, titleEnd: block.text.length });
  return { node, keep: 0, role: 'heading', bodyStart: block.text.length };
}

const TYPES =
  /^(KẾ HOẠCH|QUYẾT ĐỊNH|NGHỊ QUYẾT|CHƯƠNG TRÌNH|ĐỀ ÁN|QUY CHẾ|QUY ĐỊNH|QUY TRÌNH|HƯỚNG DẪN|DANH MỤC|DANH SÁCH|PHƯƠNG ÁN|CHIẾN LƯỢC|ĐIỀU LỆ|BẢNG|BỘ TIÊU CHÍ|NỘI DUNG|ĐỊNH MỨC|TIÊU CHÍ)(?=$|\s)\s*/u;

function attachedLabel(text: string): Label {
  const match = TYPES.exec(text);
  const printed = match?.[1] ?? text;
  const key = match === null ? 'Văn bản kèm theo' : printed.charAt(0) + printed.slice(1).toLowerCase();
  return {
    kind: 'appendix',
    printed,
    key,
    ordinal: 1,
    parts: [1],
    end: match === null ? text.length : match[0].length,
  };
}

function nodeOf(block: TextBlock, label: Label, heading: { title: string | null; titleEnd: number }): Node {
  const headingEnd = offsetAt(block, heading.titleEnd);
  return {
    label,
    key: label.key,
    title: heading.title,
    start: block.span.start,
    end: block.span.end,
    headingEnd,
    children: [],
    labels: new Map(),
  };
}

/** Source offset right after the first `length` characters of a block's text. */
function offsetAt(block: TextBlock, length: number): number {
  return length >= block.text.length
    ? block.span.end
    : (block.offsets[Math.max(0, length - 1)] ?? block.span.start) + 1;
}

/** Chapters, parts and appendices often print their title on the lines below. */
function isTitleBelow(block: TextBlock, node: Node, source: SourceText): boolean {
  if (!['appendix', 'part', 'chapter', 'section', 'article'].includes(node.label.kind)) return false;
  if (readLabels(block.text).length > 0 || ATTACHED.test(block.text) || block.text.length > 400) return false;
  if (roleOf(source, block) === 'bullet' || /^[-_*]+$/.test(block.text) || LETTERHEAD.test(block.text)) return false;
  const shouted = /\p{Lu}{2}/u.test(block.text) && block.text === block.text.toUpperCase();
  return shouted || ((block.bold || node.label.kind === 'appendix') && !/[.;:,]$/u.test(block.text));
}

/** Forms in an appendix begin with a letterhead of their own. */
const LETTERHEAD = /^(CỘNG H[ÒO][ÀA] |Độc lập|(ỦY|UỶ) BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|TÊN (CƠ QUAN|ĐƠN VỊ)|SỞ )/u;

function entitle(node: Node, block: TextBlock): void {
  node.title = node.title === null ? titleForm(block.text) : `${node.title} ${titleForm(block.text)}`;
  node.headingEnd = block.span.end;
}

/** The formula a document ends with speaks of all of it, not of the list item above. */
const CONCLUDES =
  /^(Trên đây là|Trong quá trình (tổ chức |triển khai )?(thực hiện|triển khai)|(Kế hoạch|Chỉ thị|Quyết định|Nghị quyết|Chương trình) này (được|có hiệu lực))/u;

function aboveLists(open: readonly Node[]): Node[] {
  const list = open.findIndex((node) => DEPTH[node.label.kind] >= DEPTH.number);
  return list === -1 ? [...open] : open.slice(0, list);
}

function extend(open: readonly Node[], block: Block): void {
  for (const node of open) node.end = Math.max(node.end, block.span.end);
}

/** Two provisions of one path cannot be told apart: the later one is counted. */
function makeUnique(
  node: Node,
  labels: Map<string, number>,
  report: { source: SourceText; warnings: Warning[] },
): void {
  const count = (labels.get(node.label.key) ?? 0) + 1;
  labels.set(node.label.key, count);
  if (count === 1) return;
  node.key = `${node.label.key} (${count})`;
  const line = spanBetween(report.source, node.start, node.end).startLine;
  report.warnings.push({ line, message: `Nhãn "${node.label.printed}" lặp lại trong cùng một mục.` });
}

function roleOf(source: SourceText, block: Block): BlockRole {
  if (block.kind === 'table') return 'table';
  if (bulletOf(source, block) !== null) return 'bullet';
  return block.headingLevel !== null ? 'heading' : 'text';
}

/** The mark of a bullet. A Markdown `*` is not in the block's text, so the source is asked. */
function bulletOf(source: SourceText, block: TextBlock): { mark: string; length: number } | null {
  const printed = /^([-+–•])\s*(?=[\p{L}\d“"(])/u.exec(block.text);
  if (printed?.[1] !== undefined) return { mark: printed[1], length: printed[0].length };
  return /^\*\s+[^*\s]/.test(source.text.slice(block.span.start, block.span.start + 8))
    ? { mark: '*', length: 0 }
    : null;
}

/** A block with the levels open at it; their titles may still be found below. */
interface Draft {
  readonly block: Block;
  readonly part: DocumentPart;
  readonly role: BlockRole;
  readonly open: readonly Node[];
  readonly bodyStart?: number;
}

function placedBlock({ block, part, role, open, bodyStart }: Draft): PlacedBlock {
  const mark = block.kind === 'text' && role === 'bullet' ? /^([-+–•])\s*/u.exec(block.text) : null;
  return {
    block,
    part,
    role,
    provisionPath: open.map((node) => node.key),
    headingTrail: open.flatMap((node) => (node.title === null ? [] : [`${node.label.printed} ${node.title}`])),
    bodyStart: bodyStart ?? mark?.[0].length ?? 0,
    bullet: role === 'bullet' ? (mark?.[1] ?? '*') : null,
  };
}

function provisionOf(node: Node, above: readonly string[], source: SourceText): Provision {
  const path = [...above, node.key];
  return {
    path,
    label: node.label.printed,
    title: node.title,
    span: spanBetween(source, node.start, node.end),
    headingSpan: spanBetween(source, node.start, node.headingEnd),
    children: node.children.map((child) => provisionOf(child, path, source)),
  };
}
