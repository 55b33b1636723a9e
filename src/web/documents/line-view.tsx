import { linesOf, type SourceText } from '../../document/source-text.ts';
import type { Highlight } from './highlight.ts';

export interface LineViewProps {
  readonly source: SourceText;
  readonly highlight: Highlight | null;
}

/** The source file line by line, exactly as it was given. */
export function LineView({ source, highlight }: LineViewProps) {
  const marked = (line: number) => highlight !== null && line >= highlight.startLine && line <= highlight.endLine;
  return (
    <section class="source-lines" tabindex={0} aria-label="Các dòng của tệp nguồn">
      {source.lineStarts.map((_, i) => {
        const line = i + 1;
        const text = linesOf(source, line, line).replace(/\r$/, '');
        return (
          <div class="source-line" id={`L${line}`}>
            <a class="line-number" href={`#L${line}`} aria-label={`Dòng ${line}`}>
              {line}
            </a>
            <span>{marked(line) ? <mark>{text}</mark> : text}</span>
          </div>
        );
      })}
    </section>
  );
}
