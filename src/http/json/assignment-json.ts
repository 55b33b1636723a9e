import type { PolicyDocument } from '../../document/policy-document.ts';
import type { Agency, Assignment } from '../../document/records.ts';
import { sourceJson } from './source-json.ts';

/** An assignment with the document it stands in. */
export function assignmentJson(assignment: Assignment, document: PolicyDocument) {
  const { reporting } = assignment;
  return {
    id: assignment.id,
    documentId: assignment.documentId,
    documentNumber: document.number,
    province: document.province,
    provisionPath: [...assignment.provisionPath],
    task: assignment.task,
    lead: assignment.lead.map(agencyJson),
    coordinate: assignment.coordinate.map(agencyJson),
    deadline: assignment.deadline,
    reporting: reporting === null ? null : { to: reporting.to, through: reporting.through, when: reporting.when },
    quote: assignment.quote,
    source: sourceJson(document, assignment.span),
  };
}

function agencyJson({ name, printed }: Agency) {
  return { name, printed };
}
