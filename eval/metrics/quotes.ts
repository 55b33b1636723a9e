import { quotable } from '../../src/document/quotable.ts';
import { linesOf, type SourceText } from '../../src/document/source-text.ts';
import type { GivenCitation } from '../given-answer.ts';

/** verbatim: the quote is a substring of the source file, both in quotable form. Source: eval/README.md. */
export function isVerbatim(citation: GivenCitation, source: SourceText | undefined): boolean {
  const quote = quotable(citation.quote);
  return quote !== '' && source !== undefined && quotable(source.text).includes(quote);
}

/** located: the quote is a substring of the very lines the citation names. Source: eval/README.md. */
export function isLocated(citation: GivenCitation, source: SourceText | undefined): boolean {
  const quote = quotable(citation.quote);
  return (
    quote !== '' &&
    source !== undefined &&
    quotable(linesOf(source, citation.startLine, citation.endLine)).includes(quote)
  );
}
