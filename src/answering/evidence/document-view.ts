import type { IngestedDocument } from '../../document/ingested-document.ts';
import { once } from '../../document/once.ts';
import type { Passage } from '../../document/passage.ts';
import type { PolicyDocument } from '../../document/policy-document.ts';
import { type Provision, walkProvisions } from '../../document/provision.ts';
import { quotable, quotableWithOffsets } from '../../document/quotable.ts';
import type { Assignment, Entitlement, Target } from '../../document/records.ts';
import { spanBetween } from '../../document/source-text.ts';
import { type Span, sharesLine } from '../../document/span.ts';
import { remembered } from '../../vietnamese/remembered.ts';
import { findContinued, findHeading, findLeadIn, findOpener } from './above.ts';
import { type ReadingOrder, readingOrder } from './reading-order.ts';
import { sentencesOf } from './sentences.ts';
import { type TermSet, termSetOf } from './term-set.ts';

/** A sentence of a passage with its place in the source. */
export interface Sentence {
  readonly passage: Passage;
  readonly text: string;
  /** Range in the passage's text. */
  readonly start: number;
  readonly end: number;
  readonly terms: TermSet;
  /** It can be shown: no heading, title in capitals, motto or table scrap. */
  readonly isReadable: boolean;
}

/** A document with what answering looks up in it again and again, computed once. */
export interface DocumentView {
  readonly document: PolicyDocument;
  readonly ingested: IngestedDocument;
  readonly passages: ReadonlyMap<string, Passage>;
  readonly targets: ReadonlyMap<string, Target>;
  readonly assignments: ReadonlyMap<string, Assignment>;
  readonly entitlements: ReadonlyMap<string, Entitlement>;
  readonly provisions: ReadonlyMap<string, Provision>;
  readonly titleTerms: TermSet;
  readonly order: ReadingOrder;
  sentences(passage: Passage): readonly Sentence[];
  /** The passage a place stands in; null between passages and where it runs over several. */
  passageAt(span: Span): Passage | null;
  /** The bullet an item of a list stands under ("- Về bảo đảm nước sạch:" above "+ Hỗ trợ lắp đặt …"); null for others. */
  openerOf(passage: Passage): Passage | null;
  /** The heading a bullet or paragraph stands right under, in the same part of the document; null for other passages. */
  headingOf(passage: Passage): Passage | null;
  /** The clause whose points a passage is one of ("1. Chủ tịch … phê duyệt đối với:" above "a) Tài sản là …"); null for others. */
  leadInOf(passage: Passage): Passage | null;
  /** The titles a row stands under in its own table, the outermost first; empty for other passages. */
  titlesOf(row: Passage): readonly string[];
  /** The labelled paragraph that an unlabelled one of the same provision goes on from ("Bước 6. …" above "Thời gian: …"); null for others. */
  continuedBy(passage: Passage): Passage | null;
  /** Assignments in whose task a passage stands, else those of the clause it is a point of; the narrowest first. */
  assignmentsOf(passage: Passage): readonly Assignment[];
  /** Is a target the only one its quote gives? Then the whole quote speaks of it. */
  isAlone(target: Target): boolean;
  /** Terms of a text, remembered by the object it belongs to. */
  terms(owner: object, text: () => string): TermSet;
}

/** Builds the view of a document; every part of it is made when first asked for. */
export function viewOf(ingested: IngestedDocument): DocumentView {
  const sentences = new WeakMap<Passage, readonly Sentence[]>();
  const terms = new WeakMap<object, TermSet>();
  /** Headings are the same for all that stands under them. */
  const termsByText = new Map<string, TermSet>();
  const quoted = once(() => Map.groupBy(ingested.targets, ({ quote }) => quote));
  const passages = once(() => byId(ingested.passages));
  const targets = once(() => byId(ingested.targets));
  const assignments = once(() => byId(ingested.assignments));
  const entitlements = once(() => byId(ingested.entitlements));
  const provisions = once(() => provisionsByPath(ingested.outline));
  const titleTerms = once(() => termSetOf(ingested.document.title ?? ''));
  const openers = new WeakMap<Passage, Passage | null>();
  const headings = new WeakMap<Passage, Passage | null>();
  const continued = new WeakMap<Passage, Passage | null>();
  const leadIns = new WeakMap<Passage, Passage | null>();
  const titles = once(() => titlesOfRows(ingested.passages));
  const governing = new WeakMap<Passage, readonly Assignment[]>();
  const order = once(() => readingOrder(ingested.passages));
  const leadInOf = (passage: Passage) => remember(leadIns, passage, () => findLeadIn(passage, order()));
  /** Those of the passage itself, else those of the clause it is a point of. */
  const findGoverning = (passage: Passage) => {
    const own = assignmentsAt(passage, ingested.assignments);
    const leadIn = own.length > 0 ? null : leadInOf(passage);
    return leadIn === null ? own : assignmentsAt(leadIn, ingested.assignments);
  };
  return {
    document: ingested.document,
    ingested,
    get passages() {
      return passages();
    },
    get targets() {
      return targets();
    },
    get assignments() {
      return assignments();
    },
    get entitlements() {
      return entitlements();
    },
    get provisions() {
      return provisions();
    },
    get titleTerms() {
      return titleTerms();
    },
    get order() {
      return order();
    },
    sentences: (passage) => remember(sentences, passage, () => splitPassage(passage)),
    passageAt: (span) =>
      ingested.passages.find((passage) => passage.span.start <= span.start && span.end <= passage.span.end) ?? null,
    openerOf: (passage) => remember(openers, passage, () => findOpener(passage, order())),
    headingOf: (passage) => remember(headings, passage, () => findHeading(passage, order())),
    leadInOf,
    titlesOf: (row) => titles().get(row) ?? [],
    continuedBy: (passage) => remember(continued, passage, () => findContinued(passage, order())),
    assignmentsOf: (passage) => remember(governing, passage, findGoverning),
    isAlone: ({ quote }) => quoted().get(quote)?.length === 1,
    terms: (owner, text) => remember(terms, owner, () => remember(termsByText, text(), termSetOf)),
  };
}

function provisionsByPath(outline: readonly Provision[]): ReadonlyMap<string, Provision> {
  return new Map([...walkProvisions(outline)].map((provision) => [provision.path.join('/'), provision]));
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

/** A memory of what was made of something. */
interface Memory<K, V> {
  get(key: K): V | undefined;
  set(key: K, made: V): unknown;
}

function remember<K, V>(memory: Memory<K, V>, key: K, make: (key: K) => V): V {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make(key);
  memory.set(key, made);
  return made;
}

function splitPassage(passage: Passage): readonly Sentence[] {
  const ranges = passage.kind === 'row' ? [{ start: 0, end: passage.text.length }] : sentencesOf(passage.text);
  return ranges.map(({ start, end }) => {
    const text = passage.text.slice(start, end);
    return { passage, text, start, end, terms: termSetOf(text), isReadable: isReadable(passage, text) };
  });
}

function isReadable({ kind }: Passage, text: string): boolean {
  if (kind === 'heading' || !/\p{L}{2,} \p{L}/u.test(text)) return false;
  return kind === 'row' || !(isShouted(text) || UNIT_OF_TABLE.test(text));
}

/** "Đơn vị tính: 1.000 đồng/tháng" says how to read the table below it. */
const UNIT_OF_TABLE = /^\(?(?:Đơn vị tính|ĐVT)\s*:/iu;

/** A line in capitals alone is a title, which says what the text is about and nothing of it. */
function isShouted(text: string): boolean {
  return text.length > SHORT && text === text.toUpperCase();
}

/** An abbreviation or a label may stand in capitals. */
const SHORT = 20;

/** What the trail of a row has beyond that of the first row of its table: the first one stands under no title. */
function titlesOfRows(passages: readonly Passage[]): ReadonlyMap<Passage, readonly string[]> {
  let first: Passage | null = null;
  return new Map(
    passages.flatMap((passage) => {
      if (passage.kind !== 'row') first = null;
      else first ??= passage;
      return first === null ? [] : [[passage, passage.headingTrail.slice(first.headingTrail.length)]];
    }),
  );
}

function assignmentsAt(passage: Passage, assignments: readonly Assignment[]): readonly Assignment[] {
  return assignments
    .filter((assignment) => sharesLine(assignment.taskSpan, passage.span) || sharesLine(assignment.span, passage.span))
    .sort((a, b) => a.taskSpan.end - a.taskSpan.start - (b.taskSpan.end - b.taskSpan.start));
}

/** The source span of a part `[start, end)` of a quotable text that stands at `span`. */
export function spanOfPart(view: DocumentView, span: Span, start: number, end: number): Span {
  const { source } = view.ingested;
  const offsets = remember(OFFSETS, span, () => {
    return quotableWithOffsets(source.text.slice(span.start, span.end), span.start).offsets;
  });
  const from = offsets[start];
  const last = offsets[end - 1];
  if (from === undefined || last === undefined) return span;
  return spanBetween(source, from, last + 1);
}

/** By the places of passages and records, which are those of one document and are cited again and again. */
const OFFSETS = new WeakMap<Span, readonly number[]>();

/** The verbatim quote of a span of the document's source. */
export function quoteAt(view: DocumentView, span: Span): string {
  return quotableOnce(view.ingested.source.text.slice(span.start, span.end));
}

/** What one answer cites is quoted several times on its way, and by other answers. */
const quotableOnce = remembered(quotable);
