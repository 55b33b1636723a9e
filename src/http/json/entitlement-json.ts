import type { PolicyDocument } from '../../document/policy-document.ts';
import type { Entitlement } from '../../document/records.ts';
import { sourceJson } from './source-json.ts';

/** An entitlement with the document it stands in. */
export function entitlementJson(entitlement: Entitlement, document: PolicyDocument) {
  return {
    id: entitlement.id,
    documentId: entitlement.documentId,
    documentNumber: document.number,
    province: document.province,
    provisionPath: [...entitlement.provisionPath],
    who: entitlement.who,
    what: entitlement.what,
    condition: entitlement.condition,
    level: entitlement.level,
    strength: entitlement.strength,
    quote: entitlement.quote,
    source: sourceJson(document, entitlement.span),
  };
}
