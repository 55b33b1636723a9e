import type { PassageKind } from '../../document/passage.ts';
import type { Piece, ReadingBlock, TableReadingBlock, TextReadingBlock } from './blocks.ts';

const CLASSES: Readonly<Record<PassageKind | 'loose', string>> = {
  paragraph: 'paragraph',
  bullet: 'bullet',
  heading: 'heading',
  row: 'paragraph',
  header: 'front',
  basis: 'paragraph',
  signature: 'front',
  loose: 'loose',
};

/** By depth in the outline; h1 and h2 are the page's. */
const HEADINGS = ['h3', 'h3', 'h4', 'h5', 'h6'] as const;

/** The text of a document in reading form, with an anchor for every line. */
export function ReadingView({ blocks }: { readonly blocks: readonly ReadingBlock[] }) {
  const seen = new Set<number>();
  return (
    <div class="source-text">
      {blocks.map((block) =>
        block.kind === 'table' ? <TableBlock block={block} seen={seen} /> : <TextBlock block={block} seen={seen} />,
      )}
    </div>
  );
}

interface Anchored {
  /** Lines that have their anchor already: two passages may share a line, an id is unique. */
  readonly seen: Set<number>;
}

function TextBlock({ block, seen }: Anchored & { readonly block: TextReadingBlock }) {
  const { passage, startLine } = block;
  const content = block.pieces.map((piece) => <PieceText piece={piece} seen={seen} />);
  const name = `block ${CLASSES[passage?.kind ?? 'loose']}`;
  const line = (
    <a class="line-number" href={`#L${startLine}`} aria-label={`Dòng ${startLine}`}>
      {startLine}
    </a>
  );
  if (passage?.kind !== 'heading') {
    return (
      <div class={name}>
        {line}
        <p>{content}</p>
      </div>
    );
  }
  const depth = Math.min(4, passage.provisionPath.length);
  const Heading = HEADINGS[depth] ?? 'h6';
  return (
    <div class={name}>
      {line}
      <Heading class={`heading-${depth}`}>{content}</Heading>
    </div>
  );
}

function PieceText({ piece, seen }: Anchored & { readonly piece: Piece }) {
  return (
    <>
      {piece.line !== null && <LineAnchor line={piece.line} seen={seen} />}
      {piece.marked ? <mark>{piece.text}</mark> : piece.text}
    </>
  );
}

function LineAnchor({ line, seen }: Anchored & { readonly line: number }) {
  if (seen.has(line)) return null;
  seen.add(line);
  return <span id={`L${line}`} class="line-anchor" />;
}

function TableBlock({ block, seen }: Anchored & { readonly block: TableReadingBlock }) {
  return (
    <section class="table-scroll" tabindex={0} aria-label={`Bảng từ dòng ${block.startLine}`}>
      <table class="stacked">
        {block.columns.length > 0 && (
          <thead>
            <tr>
              {block.columns.map((column) => (
                <th scope="col">{column}</th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {block.rows.map((row) => (
            <tr class={row.marked ? 'marked' : ''}>
              {row.cells.map((cell, i) => (
                <td data-label={cell === '' ? undefined : block.columns[i]}>
                  {i === 0 && row.lines.map((line) => <LineAnchor line={line} seen={seen} />)}
                  {row.marked && cell !== '' ? <mark>{cell}</mark> : cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
