import type { Passage, TableRow } from '../../document/passage.ts';
import { type Provision, walkProvisions } from '../../document/provision.ts';
import { quotable } from '../../document/quotable.ts';
import type { Target } from '../../document/records.ts';
import { linesOf } from '../../document/source-text.ts';
import { overlaps, type Span } from '../../document/span.ts';
import type { Support } from '../compose/draft.ts';
import { shortIssuer } from '../compose/wording.ts';
import { type DocumentView, quoteAt } from '../evidence/document-view.ts';

/** One cited place with what surrounds it: its headings, its table header, the row above it. */
export interface CitedPlace {
  readonly view: DocumentView;
  readonly quote: string;
  /** Quote and context as one text. */
  readonly text: string;
  /** The quote is a part of the lines it names. */
  readonly verbatim: boolean;
  /** Passages the quote is taken from. */
  readonly passages: readonly Passage[];
  readonly table: TableRow | null;
  /** Targets read from it. */
  readonly rows: readonly Target[];
  readonly headings: readonly string[];
  /** Headings, table header, and for a table row the row above it and its group. */
  readonly context: string;
  /** Labels of the provisions it stands in, from the root. */
  readonly paths: readonly (readonly string[])[];
}

/** Everything a statement may rest on. */
export interface Grounds {
  readonly places: readonly CitedPlace[];
  readonly views: readonly DocumentView[];
  /** Quotes and their context. */
  readonly cited: string;
  /** What the cited documents say of themselves. */
  readonly metadata: string;
  /** All of it. */
  readonly all: string;
  /** All of it in its parts: the text of each place and the metadata of each document. */
  readonly sources: readonly string[];
}

/** Gathers what the supports of a statement hold. */
export function groundsOf(supports: readonly Support[]): Grounds {
  const places = supports.map(placeOf);
  const views = [...new Set(places.map(({ view }) => view))];
  const cited = places.map(({ text }) => text);
  const metadata = views.map(metadataOf);
  const sources = [...cited, ...metadata];
  return { places, views, cited: cited.join(' . '), metadata: metadata.join(' . '), all: sources.join(' . '), sources };
}

const places = new WeakMap<DocumentView, Map<string, CitedPlace>>();

function placeOf(support: Support): CitedPlace {
  const { view, span, headingTrail, table } = support;
  const known = places.get(view) ?? new Map<string, CitedPlace>();
  places.set(view, known);
  const key = `${span.start}-${span.end}${table === null ? '' : 't'}:${headingTrail.length}`;
  const found = known.get(key) ?? readPlace(support);
  known.set(key, found);
  return found;
}

function readPlace({ view, span, headingTrail, table }: Support): CitedPlace {
  const { source, passages, outline, targets } = view.ingested;
  const quote = quoteAt(view, span);
  const overlapping = passages.filter((passage) => overlaps(passage.span, span));
  const provisions = [...walkProvisions(outline)].filter((provision) => holds(provision.span, span));
  const rows = targets.filter(
    ({ span: row, monitorSpan }) => overlaps(row, span) || (monitorSpan !== null && overlaps(monitorSpan, span)),
  );
  const row = table ?? overlapping.find((passage) => passage.table !== null)?.table ?? null;
  const headings = [
    ...new Set([
      ...headingTrail,
      ...overlapping.flatMap((passage) => passage.headingTrail),
      ...provisions.map(headingOf),
    ]),
  ];
  const context = [
    ...headings,
    ...(row?.columns ?? []),
    ...rows.flatMap(({ parent, group, scope }) => [parent, group, scope]),
  ]
    .filter((text) => text !== null)
    .join(' . ');
  return {
    view,
    quote,
    text: `${quote} . ${context}`,
    verbatim: quote !== '' && quotable(linesOf(source, span.startLine, span.endLine)).includes(quote),
    passages: overlapping,
    table: row,
    rows,
    headings,
    context,
    paths: [
      ...overlapping.map((passage) => passage.provisionPath),
      ...rows.map((target) => target.provisionPath),
      ...provisions.map((provision) => provision.path),
    ],
  };
}

function headingOf({ label, title }: Provision): string {
  return title === null ? label : `${label} ${title}`;
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

const metadata = new WeakMap<DocumentView, string>();

/** The metadata of a document as one text; days in both printed forms. */
function metadataOf(view: DocumentView): string {
  const known = metadata.get(view);
  if (known !== undefined) return known;
  const { type, number, issuer, province, issuedOn, title, period, signer, basedOn, replaces } = view.document;
  const [year, month, day] = issuedOn?.split('-') ?? [];
  const parts = [
    ...[
      [type, number].filter((part) => part !== null).join(' '),
      issuer,
      issuer === null ? null : shortIssuer(issuer),
      title,
    ],
    ...[province === null ? null : `tỉnh ${province}`, period, signer?.name ?? null, signer?.position ?? null],
    ...[issuedOn === null ? null : `ngày ${day}/${month}/${year}`, ...basedOn, ...replaces],
  ];
  const text = parts.filter((part) => part !== null).join(' . ');
  metadata.set(view, text);
  return text;
}
