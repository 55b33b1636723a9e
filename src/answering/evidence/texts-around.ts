import type { Passage } from '../../document/passage.ts';
import type { Assignment, Entitlement, Target } from '../../document/records.ts';
import { contextsOf } from './contexts.ts';
import type { DocumentView, Sentence } from './document-view.ts';
import type { Found } from './evidence.ts';
import { type RecordTerms, termsOfAssignment, termsOfEntitlement, termsOfTarget } from './record-terms.ts';
import type { TermSet } from './term-set.ts';

/** All that speaks for something found: as printed, and its terms, which weighing has read already. */
export interface Speaking {
  readonly texts: () => readonly string[];
  readonly terms: readonly TermSet[];
}

/** What speaks for a sentence: its passage with all that stands round it. */
export function speakingForSentence({ view, item: { passage } }: Found<Sentence>): Speaking {
  return {
    texts: () => textsOfPassage(view, passage),
    terms: [...view.sentences(passage), ...contextsOf(view, passage)].map(({ terms }) => terms),
  };
}

function textsOfPassage(view: DocumentView, passage: Passage): readonly string[] {
  const around = [view.leadInOf(passage), view.continuedBy(passage), view.headingOf(passage), view.openerOf(passage)];
  return [
    passage.text,
    ...around.flatMap((above) => above?.text ?? []),
    ...textsAbove(view, passage.headingTrail),
    ...view.titlesOf(passage),
    ...(passage.table?.columns ?? []),
  ];
}

/** What speaks for a target: its quote and fields, and what stands above it. */
export function speakingForTarget({ view, item }: Found<Target>): Speaking {
  const { parent, indicator, scope, unit, group, quote, headingTrail } = item;
  const fields = [quote, parent, indicator, scope, unit, group].filter((text) => text !== null);
  return { texts: () => [...fields, ...textsAbove(view, headingTrail)], terms: setsOf(termsOfTarget(view, item)) };
}

/** What speaks for an assignment: its quote and task, and what stands above it. */
export function speakingForAssignment({ view, item }: Found<Assignment>): Speaking {
  return {
    texts: () => [item.quote, item.task, ...textsAbove(view, item.headingTrail)],
    terms: setsOf(termsOfAssignment(view, item)),
  };
}

/** What speaks for an entitlement: its quote, and what stands above it. */
export function speakingForEntitlement({ view, item }: Found<Entitlement>): Speaking {
  return {
    texts: () => [item.quote, ...textsAbove(view, item.headingTrail)],
    terms: setsOf(termsOfEntitlement(view, item)),
  };
}

function setsOf({ own, headings, quote }: RecordTerms): readonly TermSet[] {
  return quote === null ? [own, headings] : [own, headings, quote];
}

function textsAbove({ document }: DocumentView, trail: readonly string[]): readonly string[] {
  return document.title === null ? trail : [...trail, document.title];
}
