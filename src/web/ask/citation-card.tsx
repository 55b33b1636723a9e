import type { Citation } from '../../answering/answer.ts';
import { passageHref } from '../links.ts';
import { linesInWords, shortDate } from '../words.ts';
import { MarkedWords } from './marked-words.tsx';

export interface CitationCardProps {
  readonly citation: Citation;
  readonly anchor: string;
  readonly terms: ReadonlySet<string>;
}

/** One numbered source: which document, where in it, and its words. */
export function CitationCard({ citation, anchor, terms }: CitationCardProps) {
  const { n, documentNumber, documentId, issuer, issuedOn, headingTrail, source, span } = citation;
  return (
    <li class="citation" id={anchor} value={n}>
      <p class="citation-head">
        <span class="citation-number">{n}</span>
        <strong>{documentNumber ?? documentId}</strong>
        {issuer !== null && <span>, {issuer}</span>}
        {issuedOn !== null && <span>, {shortDate(issuedOn)}</span>}
      </p>
      {headingTrail.length > 0 && <p class="trail">{headingTrail.join(' › ')}</p>}
      <Quote citation={citation} terms={terms} />
      <p class="citation-link">
        <a
          href={passageHref(documentId, span)}
          data-source={documentId}
          data-lines={`${source.startLine}-${source.endLine}`}
          data-span={`${span.start}-${span.end}`}
        >
          Xem trong văn bản
        </a>{' '}
        <span class="quiet">{linesInWords(source)}</span>
      </p>
    </li>
  );
}

function Quote({ citation, terms }: Pick<CitationCardProps, 'citation' | 'terms'>) {
  const { table, quote } = citation;
  if (table === null) {
    return (
      <blockquote>
        <MarkedWords text={quote} terms={terms} />
      </blockquote>
    );
  }
  return (
    <dl class="quoted-row">
      {table.columns.map((column, i) => {
        const cell = table.cells[i] ?? '';
        return cell === '' ? null : (
          <div>
            <dt>{column}</dt>
            <dd>
              <MarkedWords text={cell} terms={terms} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
