import type { Target } from '../../document/records.ts';
import { overlaps, type Span } from '../../document/span.ts';
import { type DocumentView, type Sentence, spanOfPart } from '../evidence/document-view.ts';
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
