import type { Answer, Citation } from '../../answering/answer.ts';

/** Name under which the service stands in the list of models. */
export const MODEL_NAME = 'hoi-dap-chinh-sach';

/** The answer as chat text: statements with their markers, then the sources and notes as footnotes. */
export function chatText(answer: Answer, origin: string): string {
  const notes = answer.notes.map(({ text }) => `Lưu ý: ${text}`);
  const sources = answer.citations.map((citation) => footnote(citation, origin));
  return [answer.text, notes.join('\n'), sources.join('\n')].filter((part) => part !== '').join('\n\n');
}

function footnote({ n, documentNumber, documentId, source, quote, url }: Citation, origin: string): string {
  const lines = source.startLine === source.endLine ? source.startLine : `${source.startLine}–${source.endLine}`;
  return `[${n}] ${documentNumber ?? documentId}, dòng ${lines}: “${quote}” ${origin}${url}`;
}

/** Where each marker stands in the text and what it leads to, in the form of OpenAI's annotations. */
export function annotationsOf(answer: Answer, origin: string) {
  return answer.citations.flatMap((citation) => {
    const marker = `[${citation.n}]`;
    const at = answer.text.indexOf(marker);
    if (at === -1) return [];
    const title = [citation.documentNumber, citation.documentTitle].filter((part) => part !== null).join(' – ');
    const place = { start_index: at, end_index: at + marker.length };
    return [{ type: 'url_citation' as const, url_citation: { ...place, title, url: `${origin}${citation.url}` } }];
  });
}
