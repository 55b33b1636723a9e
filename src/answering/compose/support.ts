import type { Target } from '../../document/records.ts';
import { coveringSpan, overlaps, type Span } from '../../document/span.ts';
import { type DocumentView, type Sentence, spanOfPart } from '../evidence/document-view.ts';
import { clausesOf } from '../evidence/sentences.ts';
import type { Support } from './draft.ts';

/** A sentence as support: its own span, not its whole passage. */
export function supportOfSentence(view: DocumentView, sentence: Sentence): Support {
  const { passage } = sentence;
  const whole = sentence.start === 0 && sentence.end === passage.text.length;
  return {
    view,
    span: whole ? passage.span : spanOfPart(view, passage.span, sentence.start, sentence.end),
    headingTrail: passage.headingTrail,
    table: passage.table,
  };
}

/** The row or clause of a target. A row stands under the titles above it in its table too, as its passage does. */
export function supportOfTarget(view: DocumentView, target: Target): Support {
  const { span, table } = target;
  const row =
    table === null
      ? undefined
      : view.ingested.passages.find((passage) => passage.kind === 'row' && overlaps(passage.span, span));
  return { view, span, headingTrail: row?.headingTrail ?? target.headingTrail, table };
}

/** Any span of a document. */
export function supportAt(view: DocumentView, span: Span, headingTrail: readonly string[] = []): Support {
  return { view, span, headingTrail, table: null };
}

/** Longer than this, a sentence is cited by the clause that holds what is meant. */
const LONGEST = 420;

/**
 * The sentence round a span, or its clause when it is long: "4. Sở Tài chính phối hợp với …" rather than "Sở Tài chính"
 * alone, so that the quote itself says what the statement says. A table row is cited whole.
 */
export function supportRound(view: DocumentView, span: Span, headingTrail: readonly string[] = []): Support {
  const passage = view.passageAt(span);
  if (passage === null) return supportAt(view, span, headingTrail);
  if (passage.kind === 'row') {
    return { view, span: passage.span, headingTrail: passage.headingTrail, table: passage.table };
  }
  const part = view
    .sentences(passage)
    .flatMap((sentence) => [sentence, ...clausesIn(sentence)])
    .filter(({ start, end }) => end - start <= LONGEST)
    .map(({ start, end }) => spanOfPart(view, passage.span, start, end))
    .find((candidate) => holds(candidate, span));
  return supportAt(view, part ?? span, passage.headingTrail);
}

function clausesIn({ passage, start, end }: Sentence) {
  return clausesOf(passage.text, { start, end });
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Supports without repetition: of those that overlap, one that spans them. */
export function distinctSupports(supports: readonly Support[]): Support[] {
  const distinct: Support[] = [];
  for (const support of supports) {
    const at = distinct.findIndex((other) => other.view === support.view && overlaps(other.span, support.span));
    const other = distinct[at];
    if (other === undefined) distinct.push(support);
    else distinct[at] = { ...other, span: coveringSpan([other.span, support.span]) };
  }
  return distinct;
}
