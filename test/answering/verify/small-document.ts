import { claim, draft as draftOf, type Support } from '../../../src/answering/compose/draft.ts';
import { type DocumentView, viewOf } from '../../../src/answering/evidence/document-view.ts';
import type { Passage, TableRow } from '../../../src/document/passage.ts';
import type { PolicyDocument } from '../../../src/document/policy-document.ts';
import { quotable } from '../../../src/document/quotable.ts';
import type { Target } from '../../../src/document/records.ts';
import { findLineStarts, spanBetween } from '../../../src/document/source-text.ts';

/** A paragraph or a table row of a document made for a test. */
export interface SmallPassage {
  readonly text: string;
  readonly path?: readonly string[];
  readonly trail?: readonly string[];
  readonly kind?: Passage['kind'];
  readonly table?: TableRow;
  /** Makes the passage a target as well. */
  readonly target?: Partial<Target>;
}

/** A document as answering sees it, with each passage on a line of its own. */
export function smallView(metadata: Partial<PolicyDocument>, passages: readonly SmallPassage[]): DocumentView {
  const text = passages.map((passage) => passage.text).join('\n');
  const lineStarts = findLineStarts(text);
  const id = metadata.id ?? `${metadata.number ?? 'x'}-${metadata.province ?? ''}`;
  const source = { file: `${id.replaceAll('/', '-')}.txt`, digest: '', text, lineStarts, pageStarts: null };
  const spans = passages.map((passage, line) => {
    const start = lineStarts[line] ?? 0;
    return spanBetween(source, start, start + passage.text.length);
  });
  const made = passages.map((passage, i): Passage => {
    const span = spans[i] ?? spanBetween(source, 0, 0);
    return {
      id: `${id}:p${i}`,
      documentId: id,
      kind: passage.kind ?? (passage.table === undefined ? 'paragraph' : 'row'),
      provisionPath: passage.path ?? [],
      headingTrail: passage.trail ?? [],
      text: quotable(passage.text),
      table: passage.table ?? null,
      span,
    };
  });
  const targets = passages.flatMap(({ target }, i) => {
    const passage = made[i];
    return target === undefined || passage === undefined ? [] : [targetOf(target, passage)];
  });
  return viewOf({
    document: {
      ...{ type: 'Kế hoạch', number: null, issuer: null, province: null, issuedOn: null, title: null, signer: null },
      ...{ period: null, basedOn: [], replaces: [], flags: [], warnings: [], evidence: {}, abbreviations: [] },
      ...metadata,
      id,
      source: { file: source.file, lines: passages.length, digest: '' },
    },
    source,
    outline: [],
    passages: made,
    targets,
    assignments: [],
    entitlements: [],
    references: [],
  });
}

function targetOf(target: Partial<Target>, passage: Passage): Target {
  return {
    ...{ id: `${passage.id}t`, documentId: passage.documentId, kind: 'target', indicator: passage.text, parent: null },
    ...{ group: null, unit: null, scope: null, values: [], monitor: [], monitorSpan: null, table: passage.table },
    ...{ provisionPath: passage.provisionPath, headingTrail: passage.headingTrail, quote: passage.text },
    span: passage.span,
    ...target,
  };
}

/** The passage of that ordinal as support. */
export function supportOf(view: DocumentView, ordinal = 0): Support {
  const passage = view.ingested.passages[ordinal];
  if (passage === undefined) throw new RangeError(`The document has no passage ${ordinal}.`);
  return { view, span: passage.span, headingTrail: passage.headingTrail, table: passage.table };
}

/** A draft of one claim on the first passages of a document. */
export function draftOn(text: string, view: DocumentView, ...ordinals: readonly number[]) {
  const supports = (ordinals.length === 0 ? [0] : ordinals).map((ordinal) => supportOf(view, ordinal));
  return draftOf('answered', [claim(text, ...supports)]);
}
