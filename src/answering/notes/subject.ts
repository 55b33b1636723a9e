import type { IsoDate, PolicyDocument } from '../../document/policy-document.ts';
import type { Span } from '../../document/span.ts';
import { readDates, readPeriods } from '../../vietnamese/periods.ts';
import type { Draft, DraftStatement, Support } from '../compose/draft.ts';
import type { DocumentView } from '../evidence/document-view.ts';
import { directoryOf } from '../understand/document-directory.ts';

/** What an answer speaks of, as the notes look at it. */
export interface Subject {
  readonly draft: Draft;
  readonly asOf: IsoDate;
  /** Metadata of every document of the corpus. */
  readonly documents: readonly PolicyDocument[];
  /** Documents the answer cites, in order. */
  readonly cited: readonly DocumentView[];
  /** Documents the answer cites or names; and when it has no full answer, those the question names. */
  readonly named: readonly PolicyDocument[];
  /** Claims on what documents set or order, not on what they say of themselves or reached before. */
  readonly content: readonly DraftStatement[];
  /** Documents such claims rest on. */
  readonly contentViews: readonly DocumentView[];
}

/** What notes rest on beside the draft. */
export interface NotesContext {
  readonly asOf: IsoDate;
  /** Metadata of every document of the corpus. */
  readonly documents: readonly PolicyDocument[];
  /** Ids of the documents the question names: what they lack may stand in the part of a copy that was cut. */
  readonly asked?: readonly string[];
}

/** A question about more documents than this names none of them in particular. */
const FEW = 3;

/** Reads off a draft what the notes need. */
export function subjectOf(draft: Draft, { asOf, documents, asked = [] }: NotesContext): Subject {
  const cited = viewsOf(draft.statements);
  const content = draft.statements.filter(
    (statement) => statement.kind === 'claim' && statement.supports.some(isContent) && !isPast(statement),
  );
  const citedIds = new Set(cited.map(({ document }) => document.id));
  const text = draft.statements.map((statement) => statement.text).join(' ');
  const unanswered = draft.status === 'answered' || asked.length > FEW ? [] : asked;
  const directory = directoryOf(documents);
  // Every province has a plan of this number, nearly every year.
  const places = new Map<string | null, boolean>([[null, true]]);
  const isOfPlace = (province: string | null): boolean => {
    const known = places.get(province) ?? text.includes(province ?? '');
    places.set(province, known);
    return known;
  };
  const named = directory.inOrder([
    ...[...citedIds, ...unanswered].flatMap((id) => directory.byId(id) ?? []),
    ...numbersIn(text).flatMap((number) =>
      directory.numbered(number).filter((document) => isOfPlace(document.province) && isNamed(text, document)),
    ),
  ]);
  return { draft, asOf, documents, cited, named, content, contentViews: viewsOf(content) };
}

function viewsOf(statements: readonly DraftStatement[]): readonly DocumentView[] {
  return [...new Set(statements.flatMap(({ supports }) => supports.map(({ view }) => view)))];
}

/** "Quyết định này có hiệu lực kể từ ngày …": a document's own words on its force. */
const TAKES_EFFECT = /(?<!\p{L})này (?:có|hết) hiệu lực (?:thi hành )?(?:kể )?từ(?!\p{L})/iu;

/** Number, signer, date, bases and the like are true whatever happened since. */
function isContent({ view, span }: Support): boolean {
  const holds = (place: Span) => place.start <= span.start && span.end <= place.end;
  const passage = view.ingested.passages.find((candidate) => holds(candidate.span));
  if (passage?.kind === 'header' || passage?.kind === 'basis' || passage?.kind === 'signature') return false;
  if (passage !== undefined && TAKES_EFFECT.test(passage.text)) return false;
  return !Object.values(view.document.evidence).some(holds);
}

/** A moment a statement names, by its last day. */
export interface Moment {
  readonly printed: string;
  readonly lastDay: IsoDate;
}

/** The years and days a statement names, in order. */
export function momentsOf({ text }: DraftStatement): readonly Moment[] {
  const years = readPeriods(text).flatMap(({ period }) => {
    const last = period.match(/\d{4}/g)?.at(-1);
    return last === undefined ? [] : [{ printed: `năm ${last}`, lastDay: `${last}-12-31` }];
  });
  const days = readDates(text).flatMap(({ iso, day, month, year }) =>
    iso === null ? [] : [{ printed: `ngày ${day}/${month}/${year}`, lastDay: iso }],
  );
  return [...years, ...days].sort((a, b) => a.lastDay.localeCompare(b.lastDay));
}

/** Only years before the document was issued: what was reached, not what is set. */
function isPast(statement: DraftStatement): boolean {
  const moments = momentsOf(statement);
  const issued = statement.supports[0]?.view.document.issuedOn ?? null;
  return issued !== null && moments.length > 0 && moments.every(({ lastDay }) => lastDay < issued);
}

/** What the number of a document the text names may begin with; '' for numbers that begin with a letter. */
function numbersIn(text: string): readonly string[] {
  return [...new Set(['', ...Array.from(text.matchAll(/0*(\d+)/g), ([, number = '']) => number)])];
}

/** By number, and by province: several provinces have a 50/KH-UBND. */
function isNamed(text: string, { number, province }: PolicyDocument): boolean {
  const at = number === null ? -1 : text.indexOf(number);
  if (number === null || at === -1 || (province !== null && !text.includes(province))) return false;
  return !/[\d/.-]/.test(text.charAt(at - 1)) && !/[\p{L}\d/-]/u.test(text.charAt(at + number.length));
}

/** "Kế hoạch 50/KH-UBND": enough to tell documents apart in a note. */
export function shortName({ type, number }: PolicyDocument): string {
  return [type ?? 'Văn bản', number].filter((part) => part !== null).join(' ');
}

/** "kế hoạch": how a note speaks of a document it has named before. */
export function typeName({ type }: PolicyDocument): string {
  return (type ?? 'văn bản').toLowerCase();
}
