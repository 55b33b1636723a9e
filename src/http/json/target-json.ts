import type { PolicyDocument } from '../../document/policy-document.ts';
import type { Target, TargetValue } from '../../document/records.ts';
import { sourceJson } from './source-json.ts';

/** A target with the document it stands in. */
export function targetJson(target: Target, document: PolicyDocument) {
  return {
    id: target.id,
    documentId: target.documentId,
    documentNumber: document.number,
    province: document.province,
    provisionPath: [...target.provisionPath],
    indicator: target.indicator,
    parent: target.parent,
    group: target.group,
    unit: target.unit,
    scope: target.scope,
    monitor: [...target.monitor],
    kind: target.kind,
    values: target.values.map(valueJson),
    quote: target.quote,
    source: sourceJson(document, target.span),
  };
}

function valueJson({ period, comparator, value, number }: TargetValue) {
  const numeric: number | [number, number] | null =
    number === null || typeof number === 'number' ? number : [number[0], number[1]];
  return { period, comparator, value, number: numeric };
}
