import type { IngestedDocument } from '../../src/document/ingested-document.ts';
import { walkProvisions } from '../../src/document/provision.ts';
import type { Span } from '../../src/document/span.ts';

/** One line per record with all that matters of it, so that two runs can be compared as sets. */
export function recordKeys({ document, outline, targets, assignments, entitlements }: IngestedDocument): string[] {
  const bodies = (agencies: readonly { readonly name: string }[]) => agencies.map(({ name }) => name).join(', ') || '–';
  return [
    `metadata ${document.number} | ${document.type} | ${document.issuer} | ${document.issuedOn} | ${document.title} | ${document.signer?.name} | ${document.period} | ${document.flags.join(', ')}`,
    ...[...walkProvisions(outline)].map(
      ({ path, title, headingSpan }) => `provision ${lines(headingSpan)} ${path.join('/')} ${title ?? '–'}`,
    ),
    ...targets.map(({ kind, span, indicator, parent, unit, values }) => {
      const cells = values.map(
        ({ period, comparator, value }) => `${period ?? '–'}: ${comparator ?? ''} ${value ?? '–'}`,
      );
      return `${kind} ${lines(span)} ${[parent, indicator].filter((text) => text !== null).join(' › ')} [${unit ?? '–'}] ${cells.join('; ')}`;
    }),
    ...assignments.map(
      ({ taskSpan, span, lead, coordinate, deadline, reporting }) =>
        `assignment ${Math.min(taskSpan.startLine, span.startLine)}-${span.endLine} ${bodies(lead)} | with ${bodies(coordinate)} | ${deadline ?? '–'} | reports ${reporting?.when ?? '–'}`,
    ),
    ...entitlements.map(({ span, who, what, strength }) => `entitlement ${lines(span)} ${strength}: ${who} – ${what}`),
  ];
}

function lines({ startLine, endLine }: Span): string {
  return `${startLine}-${endLine}`;
}
