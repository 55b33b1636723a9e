import type { Span } from '../document/span.ts';

/** The page of a document. */
export function documentHref(id: string): string {
  return `/van-ban/${encodeURIComponent(id)}`;
}

/**
 * The passage within its document: lines are marked by the server, so it works without scripts, and the fragment
 * scrolls there.
 */
export function passageHref(documentId: string, span: Pick<Span, 'startLine' | 'endLine'> & Partial<Span>): string {
  const query = new URLSearchParams({ dong: `${span.startLine}-${span.endLine}` });
  if (span.start !== undefined && span.end !== undefined) query.set('vi-tri', `${span.start}-${span.end}`);
  return `${documentHref(documentId)}?${query}#L${span.startLine}`;
}

/** A path with the given parameters, those that are null or empty left out. */
export function withQuery(path: string, parameters: Readonly<Record<string, string | number | null>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== '') query.append(name, String(value));
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** The comparison of an indicator between documents. */
export function comparisonHref(indicator: string): string {
  return withQuery('/chi-tieu', { 'so-sanh': indicator });
}
