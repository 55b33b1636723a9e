import type { PolicyDocument } from '../../document/policy-document.ts';
import type { Reference } from '../../document/records.ts';
import { sourceJson } from './source-json.ts';

/** A mention of another document, with the document it stands in. */
export function referenceJson(reference: Reference, document: PolicyDocument) {
  const { type, number, issuer, issuedOn } = reference.to;
  return {
    id: reference.id,
    documentId: reference.documentId,
    provisionPath: [...reference.provisionPath],
    relation: reference.relation,
    to: { type, number, issuer, issuedOn },
    quote: reference.quote,
    source: sourceJson(document, reference.span),
  };
}
