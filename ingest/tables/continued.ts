import { coveringSpan } from '../../src/document/span.ts';
import type { Block, TableBlock } from '../block.ts';

/** Joins a table with the one right below it when that one only goes on: no header, or the same header once more. */
export function joinTablesOverPages(blocks: readonly Block[]): Block[] {
  const result: Block[] = [];
  for (const block of blocks) {
    const above = result.at(-1);
    if (block.kind === 'table' && above?.kind === 'table' && continues(above, block)) {
      result.pop();
      result.push({ ...above, rows: [...above.rows, ...block.rows], span: coveringSpan([above.span, block.span]) });
    } else result.push(block);
  }
  return result;
}

function continues(above: TableBlock, below: TableBlock): boolean {
  if (above.columns.length === 0) return false;
  if (below.columns.length === 0) return below.rows.every((row) => row.cells.length === above.columns.length);
  return below.columns.length === above.columns.length && below.columns.every((name, i) => name === above.columns[i]);
}
