import type { Assignment, Entitlement, Target } from '../../document/records.ts';
import { headingsOf } from './contexts.ts';
import type { DocumentView } from './document-view.ts';
import type { TermSet } from './term-set.ts';

/** The terms of a record and of what stands above it; `quote` where the quote says more than the record itself. */
export interface RecordTerms {
  readonly own: TermSet;
  readonly headings: TermSet;
  readonly quote: TermSet | null;
}

/** A target's own words are its indicator's; its quote may give others beside it. */
export function termsOfTarget(view: DocumentView, target: Target): RecordTerms & { readonly quote: TermSet } {
  const { parent, indicator, scope, unit, group, headingTrail } = target;
  return {
    own: view.terms(target, () => [parent, indicator, scope, unit].filter((text) => text !== null).join(' . ')),
    headings: view.terms(headingTrail, () => [view.document.title ?? '', group ?? '', ...headingTrail].join(' . ')),
    quote: view.terms(target.values, () => target.quote),
  };
}

/** The task is part of what an assignment says, its quote the rest. */
export function termsOfAssignment(view: DocumentView, assignment: Assignment): RecordTerms {
  const own = view.terms(assignment, () => `${assignment.task} . ${assignment.quote}`);
  return { own, headings: headingsOf(view, assignment.headingTrail), quote: null };
}

/** An entitlement says what its quote says. */
export function termsOfEntitlement(view: DocumentView, entitlement: Entitlement): RecordTerms {
  const own = view.terms(entitlement, () => entitlement.quote);
  return { own, headings: headingsOf(view, entitlement.headingTrail), quote: null };
}
