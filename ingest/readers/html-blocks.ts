import type { AnyNode, Element, ParentNode } from 'domhandler';
import { type PrintedBlock, paragraph } from './printed-block.ts';
import { expandSpans, type SpannedCell } from './table-grid.ts';

/** Deeper than any real page, and still no danger to the stack. */
const maxDepth = 1000;

/** Throws a RangeError when elements are nested deeper than any real page, before anything walks down into them. */
export function refuseDeepNesting(root: ParentNode): void {
  const stack: { readonly node: ParentNode; readonly depth: number }[] = [{ node: root, depth: 0 }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    if (top.depth > maxDepth) throw new RangeError('nested elements');
    for (const child of top.node.children) {
      if ('children' in child) stack.push({ node: child, depth: top.depth + 1 });
    }
  }
}

/**
 * Blocks of an HTML element in reading order. Tables of data keep their grid; tables that only place things side by
 * side (the header with issuer and motto, the signature block, site layout) are read cell by cell.
 * Throws a RangeError when tables are nested deeper than `tableDepth` or hold more than `tableCells` cells.
 */
export function readHtmlBlocks(
  root: AnyNode,
  limits: { readonly tableDepth: number; readonly tableCells: number },
  dropped: ReadonlySet<AnyNode> = new Set(),
): PrintedBlock[] {
  const blocks: PrintedBlock[] = [];
  const line: Line = { text: '', bold: true, boldEnd: 0 };
  const ordinals = new Map<Element, number>();
  let cells = 0;

  const close = (headingLevel: number | null = null): void => {
    const text = line.text
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim();
    if (text !== '') blocks.push({ kind: 'paragraph', text: markBold(line, text, headingLevel), headingLevel });
    line.text = '';
    line.bold = true;
    line.boldEnd = 0;
  };

  const walk = (node: AnyNode, place: Place): void => {
    if (dropped.has(node)) return;
    if (node.type === 'text') addText(line, node.data, place);
    if (node.type !== 'tag') return;
    const inside = { ...place, bold: place.bold || isBold(node) };
    if (node.name === 'br') {
      line.text += '\n';
      return;
    }
    if (node.name === 'table') {
      close();
      readTable(node, inside);
      return;
    }
    if (!blockElements.has(node.name)) {
      for (const child of node.children) walk(child, inside);
      return;
    }
    close();
    const before = blocks.length;
    if (node.name === 'li') line.text = itemLabel(node, ordinals);
    for (const child of node.children) walk(child, { ...inside, pre: place.pre || node.name === 'pre' });
    close(headingLevelOf(node));
    if (node.name === 'p' && blocks.length === before) blocks.push(paragraph(''));
  };

  const readTable = (table: Element, place: Place): void => {
    if (place.tables >= limits.tableDepth) throw new RangeError('nested tables');
    const rows = rowsOf(table);
    cells += rows.reduce((sum, row) => sum + row.length, 0);
    if (cells > limits.tableCells) throw new RangeError('table cells');
    const inside = { ...place, tables: place.tables + 1 };
    if (isLayout(table, rows, dropped)) {
      for (const cell of rows.flat()) {
        for (const child of cell.children) walk(child, inside);
        close();
      }
      return;
    }
    const grid = expandSpans(
      rows.map((row) => row.map((cell) => spannedCell(cell, dropped))).filter((row) => row.length > 0),
    );
    const filled = grid.rows.filter((row, index) => index < grid.headerRows || row.some((cell) => cell !== ''));
    if (filled.length > 0) blocks.push({ kind: 'table', rows: filled, headerRows: grid.headerRows });
  };

  walk(root, { tables: 0, bold: false, pre: false });
  close();
  return blocks;
}

interface Line {
  text: string;
  /** Everything so far is bold. */
  bold: boolean;
  /** Characters that the bold start takes. */
  boldEnd: number;
}

interface Place {
  readonly tables: number;
  readonly bold: boolean;
  readonly pre: boolean;
}

const blockElements = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

function addText(line: Line, data: string, place: Place): void {
  const text = place.pre ? data : data.replace(/\s+/g, ' ');
  if (text.trim() !== '' && !place.bold) line.bold = false;
  line.text += text;
  if (line.bold && place.bold) line.boldEnd = line.text.length;
}

/** Marks a bold paragraph or its bold run-in start, which is how plans print headings without a style. */
function markBold(line: Line, text: string, headingLevel: number | null): string {
  if (line.boldEnd === 0 || headingLevel !== null || text.includes('*')) return text;
  const start = line.text
    .slice(0, line.boldEnd)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
  if (start.length < 2 || !text.startsWith(start)) return text;
  return `**${start}**${text.slice(start.length)}`;
}

function isBold(element: Element): boolean {
  if (element.name === 'b' || element.name === 'strong') return true;
  return /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(element.attribs.style ?? '');
}

function headingLevelOf(element: Element): number | null {
  return /^h[1-6]$/.test(element.name) ? Number(element.name.slice(1)) : null;
}

/** The label a browser prints before a list item; `ordinals` holds the last one of every list met so far. */
function itemLabel(item: Element, ordinals: Map<Element, number>): string {
  const list = item.parent;
  if (list?.type !== 'tag' || list.name !== 'ol') return '- ';
  const ordinal = (ordinals.get(list) ?? (Number.parseInt(list.attribs.start ?? '1', 10) || 1) - 1) + 1;
  ordinals.set(list, ordinal);
  if (list.attribs.type === 'a') return `${String.fromCharCode(96 + Math.min(Math.max(ordinal, 1), 26))}) `;
  return `${ordinal}. `;
}

/** Rows of a table without those of tables inside it. */
function rowsOf(table: Element): Element[][] {
  const groups = [table, ...tagsIn(table, ['thead', 'tbody', 'tfoot'])];
  const rows = groups.flatMap((group) => tagsIn(group, ['tr']));
  return rows.map((row) => tagsIn(row, ['td', 'th']));
}

function tagsIn(parent: Element, names: readonly string[]): Element[] {
  return parent.children.filter((child): child is Element => child.type === 'tag' && names.includes(child.name));
}

const placedSideBySide =
  /CỘNG H(?:ÒA|OÀ) XÃ HỘI|Độc lập\s*[-–]\s*Tự do|ĐẢNG CỘNG SẢN|Nơi nhận|(?:^|\s)(?:TM|KT|TL|TUQ|T\/M|Q)\. ?[A-ZĐỦ]/;

/** One column, a table inside, or the header and signature blocks: nothing here is data under a column name. */
function isLayout(table: Element, rows: readonly (readonly Element[])[], dropped: ReadonlySet<AnyNode>): boolean {
  if (rows.every((row) => row.length <= 1)) return true;
  if (containsTable(table)) return true;
  return rows.length <= 8 && placedSideBySide.test(textOf(table, dropped).normalize('NFC').replace(/\s+/g, ' '));
}

function containsTable(element: Element): boolean {
  const stack: AnyNode[] = [...element.children];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type !== 'tag') continue;
    if (node.name === 'table') return true;
    for (const child of node.children) stack.push(child);
  }
  return false;
}

function spannedCell(cell: Element, dropped: ReadonlySet<AnyNode>): SpannedCell {
  return {
    text: textOf(cell, dropped).replace(/\s+/g, ' ').trim(),
    columns: spanOf(cell.attribs.colspan),
    rows: spanOf(cell.attribs.rowspan),
    heading: cell.name === 'th' || (cell.parent?.type === 'tag' && inHead(cell.parent)),
  };
}

function inHead(row: Element): boolean {
  return row.parent?.type === 'tag' && row.parent.name === 'thead';
}

function spanOf(attribute: string | undefined): number {
  const span = Number.parseInt(attribute ?? '1', 10);
  return Number.isFinite(span) && span >= 1 ? Math.min(span, 1000) : 1;
}

/** Text of a cell; blocks and line breaks inside it become spaces. Without recursion, so depth does not matter. */
function textOf(element: Element, dropped: ReadonlySet<AnyNode>): string {
  const stack: AnyNode[] = [...element.children].reverse();
  let text = '';
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (dropped.has(node)) continue;
    if (node.type === 'text') text += node.data;
    if (node.type !== 'tag') continue;
    if (node.name === 'br' || blockElements.has(node.name)) text += ' ';
    for (let index = node.children.length - 1; index >= 0; index -= 1) {
      const child = node.children[index];
      if (child !== undefined) stack.push(child);
    }
  }
  return text;
}
