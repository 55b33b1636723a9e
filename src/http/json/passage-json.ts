import type { Passage } from '../../document/passage.ts';
import type { PolicyDocument } from '../../document/policy-document.ts';
import { sourceJson } from './source-json.ts';

/** A passage with the document it stands in. */
export function passageJson(passage: Passage, document: PolicyDocument) {
  return {
    id: passage.id,
    documentId: passage.documentId,
    kind: passage.kind,
    provisionPath: [...passage.provisionPath],
    headingTrail: [...passage.headingTrail],
    text: passage.text,
    table: passage.table === null ? null : { columns: [...passage.table.columns], cells: [...passage.table.cells] },
    source: sourceJson(document, passage.span),
  };
}
