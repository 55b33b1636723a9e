import type { Answer, Citation, Statement } from '../../src/answering/answer.ts';
import { quotable } from '../../src/document/quotable.ts';

/**
 * What a reader with the sources beside him would mark: numbers, named bodies and quotations of a statement that do not
 * stand in what it cites. Made apart from the verification of the answering flow and much simpler: plain search in the
 * quotes, their headings and table headers, and the name and day of their document.
 */
export function unsupportedIn({ statements, citations }: Answer): readonly string[] {
  return statements.flatMap((statement) => {
    if (statement.citations.length === 0) return [];
    const source = sourceOf(statement, citations);
    return [
      ...figuresOf(statement.text).filter((figure) => !hasFigure(source, figure)),
      ...bodiesOf(statement.text).filter((body) => !source.toLowerCase().includes(body.toLowerCase())),
      ...quotationsOf(statement.text).filter((quotation) => !quotable(source).includes(quotation)),
    ].map((fault) => `${fault} ← ${statement.text}`);
  });
}

function sourceOf({ citations: numbers }: Statement, citations: readonly Citation[]): string {
  return citations
    .filter(({ n }) => numbers.includes(n))
    .flatMap(({ quote, headingTrail, table, documentNumber, documentTitle, issuer, issuedOn }) => [
      ...[quote, ...headingTrail, ...(table?.columns ?? []), documentNumber, documentTitle, issuer],
      ...(issuedOn === null ? [] : dayForms(issuedOn)),
    ])
    .filter((text) => text !== null)
    .join(' . ');
}

function dayForms(day: string): readonly string[] {
  const [year = '', month = '', date = ''] = day.split('-');
  return [`${Number(date)}/${Number(month)}/${year}`];
}

/** Numbers, without those of provisions ("mục III.2.1"), which stand in the outline. */
function figuresOf(text: string): readonly string[] {
  const own = text.replace(/^(?:- |\d+\. )/u, '').replace(/(?:mục|điểm|khoản|điều|nhóm|phụ lục)\s+[\p{L}\d.]+/giu, ' ');
  return [...own.matchAll(/\d+(?:[.,]\d+)*/gu)].map(([figure]) => figure);
}

function hasFigure(source: string, figure: string): boolean {
  const plain = (text: string) => text.replace(/(?<!\d)0+(?=\d)/gu, '');
  return new RegExp(`(?<!\\d)${plain(figure).replaceAll('.', '\\.')}(?!\\d)`, 'u').test(plain(source));
}

function bodiesOf(text: string): readonly string[] {
  const unquoted = text.replace(/“[^”]*”/gu, ' ');
  return [...unquoted.matchAll(/(?<![\p{L}])(?:Sở|Bộ|Công an|Văn phòng)\s+\p{Lu}[\p{L}]*(?:\s+\p{L}+)?/gu)].map(
    ([body]) => body,
  );
}

function quotationsOf(text: string): readonly string[] {
  return [...text.matchAll(/“([^”]+)”/gu)].map(([, quotation = '']) => quotable(quotation).replace(/\s*…$/u, ''));
}
