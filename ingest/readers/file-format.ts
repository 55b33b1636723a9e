import { isCompoundFile, refuseCompoundFile } from './docx-package.ts';
import { type FailedReading, refuse } from './extraction.ts';

export type FileFormat = 'text' | 'html' | 'docx' | 'pdf';

/** Formats by file extension. Sites hand out web pages and .docx under the name .doc, so that one is looked into. */
export const formatByExtension: Readonly<Record<string, FileFormat>> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'text',
  '.markdown': 'text',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.docx': 'docx',
  '.doc': 'docx',
  '.pdf': 'pdf',
};

/** The format by what the bytes say, where they say anything; by the name otherwise. */
export function recogniseFormat(extension: string, bytes: Uint8Array): FileFormat | FailedReading {
  const named = Object.hasOwn(formatByExtension, extension) ? formatByExtension[extension] : undefined;
  if (named === undefined) {
    const known = Object.keys(formatByExtension).join(', ');
    return refuse('unsupported', `Không đọc được định dạng "${extension}". Các định dạng đọc được: ${known}.`);
  }
  if (bytes.length === 0) return refuse('empty', 'Tệp rỗng.');
  if (isCompoundFile(bytes)) return refuseCompoundFile(bytes);
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (start.startsWith('%PDF-')) return 'pdf';
  if (start.startsWith('PK\u0003\u0004')) return 'docx';
  if (start.startsWith('{\\rtf')) {
    return refuse('unsupported', 'Tệp dạng RTF; hãy mở bằng Word và lưu lại dạng .docx.');
  }
  return named === 'docx' && /<(?:!doctype html|html|head|body|table|p|div)\b/i.test(start) ? 'html' : named;
}
