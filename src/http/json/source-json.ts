import type { PolicyDocument } from '../../document/policy-document.ts';
import type { Span } from '../../document/span.ts';

/** The lines of the source file that something was read from. */
export function sourceJson(document: PolicyDocument, span: Span) {
  return { file: document.source.file, startLine: span.startLine, endLine: span.endLine };
}
