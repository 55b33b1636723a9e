import type { Answer, Citation, Note, Statement } from './answer.ts';
import type { Draft, Support } from './compose/draft.ts';
import { quoteAt } from './evidence/document-view.ts';

/** Numbers the supports of a verified draft as citations, in order of first use, and joins the statements. */
export function assemble(
  draft: Draft,
  rest: { readonly notes: readonly Note[]; readonly mode: Answer['mode']; readonly standaloneQuestion: string },
): Answer {
  const citations: Citation[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (support: Support): number => {
    const key = `${support.view.document.id}:${support.span.start}-${support.span.end}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const n = citations.length + 1;
    numbers.set(key, n);
    citations.push(citationOf(support, n));
    return n;
  };
  const statements: Statement[] = draft.statements.map(({ text, supports }) => ({
    text,
    citations: [...new Set(supports.map(numberOf))],
  }));
  return {
    id: crypto.randomUUID(),
    status: draft.status,
    text: joinStatements(statements),
    statements,
    citations,
    notes: rest.notes,
    followUps: draft.followUps.slice(0, 3),
    mode: rest.mode,
    standaloneQuestion: rest.standaloneQuestion,
  };
}

/** Statements with their markers; list lines on lines of their own. */
function joinStatements(statements: readonly Statement[]): string {
  return statements
    .map(({ text, citations }, i) => {
      const marked = withMarkers(text, citations);
      if (i === 0) return marked;
      return isListLine(text) || isListLine(statements[i - 1]?.text ?? '') ? `\n${marked}` : ` ${marked}`;
    })
    .join('');
}

function isListLine(text: string): boolean {
  return /^(?:- |\d+\. |[a-zđ]\) |[IVX]+\. )/u.test(text);
}

/** The markers stand before the closing stop. */
function withMarkers(text: string, citations: readonly number[]): string {
  if (citations.length === 0) return text;
  const markers = citations.map((n) => `[${n}]`).join('');
  const [, body = text, stop = ''] = /^(.*?)([.:;]?)$/su.exec(text) ?? [];
  return `${body} ${markers}${stop}`;
}

function citationOf({ view, span, headingTrail, table }: Support, n: number): Citation {
  const { document } = view;
  return {
    n,
    documentId: document.id,
    documentNumber: document.number,
    documentTitle: document.title,
    issuer: document.issuer,
    issuedOn: document.issuedOn,
    headingTrail,
    quote: quoteAt(view, span),
    source: { file: document.source.file, startLine: span.startLine, endLine: span.endLine },
    span,
    table,
    url: `/van-ban/${document.id}#L${span.startLine}`,
  };
}
