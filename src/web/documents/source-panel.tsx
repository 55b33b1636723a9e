import type { IngestedDocument } from '../../document/ingested-document.ts';
import { type Provision, walkProvisions } from '../../document/provision.ts';
import { passageHref } from '../links.ts';
import { documentName, linesInWords } from '../words.ts';
import { type ReadingBlock, readingBlocks } from './blocks.ts';
import type { Highlight } from './highlight.ts';
import { ReadingView } from './reading-view.tsx';

/** Lines shown before and after the passage. */
const AROUND = 40;

export interface SourcePanelProps {
  readonly ingested: IngestedDocument;
  readonly highlight: Highlight;
}

/** A passage in its surroundings, for the panel beside an answer. */
export function SourcePanel({ ingested, highlight }: SourcePanelProps) {
  const { document } = ingested;
  const trail = trailAt(ingested.outline, highlight.startLine);
  const { startLine, endLine } = highlight;
  const blocks = nearby(readingBlocks(ingested, highlight), startLine - AROUND, endLine + AROUND);
  return (
    <>
      <div class="panel-place">
        <p>
          <strong>{documentName(document)}</strong>, {linesInWords(highlight)}
        </p>
        {trail.length > 0 && <p class="trail">{trail.join(' › ')}</p>}
        <p>
          <a href={passageHref(document.id, highlight)}>Mở toàn văn bản tại đây</a>
        </p>
      </div>
      <ReadingView blocks={blocks} />
    </>
  );
}

function trailAt(outline: readonly Provision[], line: number): string[] {
  return [...walkProvisions(outline)]
    .filter(({ span }) => span.startLine <= line && line <= span.endLine)
    .map(({ label, title }) => (title === null ? label : `${label} ${title}`));
}

function nearby(blocks: readonly ReadingBlock[], from: number, to: number): ReadingBlock[] {
  const within = (line: number) => line >= from && line <= to;
  return blocks.flatMap((block): ReadingBlock[] => {
    if (block.kind === 'text') {
      const touches = block.pieces.some(({ line, marked }) => marked || (line !== null && within(line)));
      return touches ? [block] : [];
    }
    const rows = block.rows.filter(({ lines }) => lines.some(within));
    return rows.length === 0 ? [] : [{ ...block, rows }];
  });
}
