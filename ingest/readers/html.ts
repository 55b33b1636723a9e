import { load } from 'cheerio';
import { decodeText } from './encoding.ts';
import { extract, type ReadOutcome, refuse } from './extraction.ts';
import { readHtmlBlocks, refuseDeepNesting } from './html-blocks.ts';
import { findContent } from './html-content.ts';
import type { ReaderLimits } from './limits.ts';
import { writeLines } from './write-lines.ts';

/** The document inside a web page, as Markdown lines. The page is parsed, never rendered or run. */
export function extractHtml(bytes: Uint8Array, limits: ReaderLimits): ReadOutcome {
  const decoded = decodeText(bytes);
  if (decoded.kind === 'failure') return decoded;
  const $ = load(decoded.text);
  for (const document of $.root().toArray()) refuseDeepNesting(document);
  const body = $('body').get(0);
  if (body === undefined) return refuse('empty', 'Trang không có nội dung.');
  const { root, dropped } = findContent(body);
  const { text } = writeLines(readHtmlBlocks(root, limits, dropped));
  return extract(
    text,
    decoded.warnings.map(({ message }) => ({ line: null, message })),
  );
}
