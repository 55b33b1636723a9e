import type { PolicyDocument } from '../../document/policy-document.ts';
import { fold } from '../../vietnamese/fold.ts';
import { provinceAndPredecessors } from '../../vietnamese/provinces.ts';
import { type DocumentDirectory, directoryOf } from './document-directory.ts';
import { type DocumentMention, fitsNumber, mentionInWords } from './document-mentions.ts';
import type { DocumentScope } from './understanding.ts';

/** What a question says about the documents it means. */
export interface ScopeCues {
  readonly mentions: readonly DocumentMention[];
  readonly provinces: readonly string[];
  /** Years said right after the type ("kế hoạch năm 2024") or of issue ("ban hành năm 2021"). */
  readonly issueYears: readonly string[];
  /** Type said without a number: "chỉ thị của Đắk Lắk"; folded. */
  readonly types: readonly string[];
  readonly filters: { readonly province: string | null; readonly documentIds: readonly string[] | null };
}

/** The documents a question is about; all of them when it names none. Types and years only narrow, never empty. */
export function readScope(cues: ScopeCues, documents: readonly PolicyDocument[]): DocumentScope {
  const directory = directoryOf(documents);
  const filtered = filteredBy(cues.filters, documents);
  const known = cues.provinces.filter((province) => ofProvince(province, directory).length > 0);
  const unknownProvinces = cues.provinces.filter((province) => !known.includes(province));
  const ofProvinces =
    known.length === 0
      ? filtered
      : both(directory.inOrder(known.flatMap((province) => ofProvince(province, directory))), filtered, documents);
  const byNumber = narrowByNumber(ofProvinces, { mentions: cues.mentions, several: known.length > 1 }, documents);
  const byType = narrow(byNumber, directory.inOrder(cues.types.flatMap(directory.ofType)), documents);
  const byYear = narrow(byType, directory.inOrder(cues.issueYears.flatMap(directory.issuedIn)), documents);
  return {
    ids: byYear === documents ? directory.ids : byYear.map((document) => document.id),
    named: byYear.length < documents.length,
    provinces: known,
    unknownProvinces,
    unmetFilter: filtered.length === 0 ? filterInWords(cues.filters) : null,
    unknownNumbers: cues.mentions
      .filter((mention) => isOwnDocument(mention) && !isKnown(mention, documents))
      .map(mentionInWords),
  };
}

/** Null without filters: then there is no document at all. */
function filterInWords({ province, documentIds }: ScopeCues['filters']): string | null {
  if (province === null && documentIds === null) return null;
  const named = documentIds === null ? 'văn bản' : `văn bản mang mã ${documentIds.join(', ')}`;
  return province === null ? named : `${named} của ${province}`;
}

/** The documents themselves when nothing is filtered. */
function filteredBy(
  { province, documentIds }: ScopeCues['filters'],
  documents: readonly PolicyDocument[],
): readonly PolicyDocument[] {
  const directory = directoryOf(documents);
  const chosen =
    documentIds === null ? documents : directory.inOrder(documentIds.flatMap((id) => directory.byId(id) ?? []));
  return province === null ? chosen : both(directory.inOrder(ofProvince(province, directory)), chosen, documents);
}

/** What two choices of the documents share, in the order of the first. */
function both(
  some: readonly PolicyDocument[],
  others: readonly PolicyDocument[],
  documents: readonly PolicyDocument[],
): readonly PolicyDocument[] {
  if (others === documents) return some;
  if (some === documents) return others;
  const chosen = new Set(others);
  return some.filter((document) => chosen.has(document));
}

/** A number narrows the province it belongs to: "Đồng Nai (KH 9491) và Bắc Giang" keeps Bắc Giang whole. */
function narrowByNumber(
  some: readonly PolicyDocument[],
  { mentions, several }: { readonly mentions: readonly DocumentMention[]; readonly several: boolean },
  documents: readonly PolicyDocument[],
): readonly PolicyDocument[] {
  const directory = directoryOf(documents);
  const named = both(directory.inOrder(mentions.flatMap((mention) => namedBy(mention, documents))), some, documents);
  if (named.length === 0) return some;
  if (!several) return named;
  const provinces = new Set(named.map(({ province }) => province));
  return directory.inOrder([...named, ...some.filter(({ province }) => !provinces.has(province))]);
}

/** Those of some documents that fit, or all of them when none does. */
function narrow(
  some: readonly PolicyDocument[],
  fitting: readonly PolicyDocument[],
  documents: readonly PolicyDocument[],
): readonly PolicyDocument[] {
  const left = both(fitting, some, documents);
  return left.length > 0 ? left : some;
}

/** Documents of a province under its own name and those of the units it was made of. */
function ofProvince(province: string, directory: DocumentDirectory): readonly PolicyDocument[] {
  return provinceAndPredecessors(province).flatMap(directory.ofProvince);
}

/** The documents a mention names: the number must fit, and the type when one is said. */
export function namedBy(mention: DocumentMention, documents: readonly PolicyDocument[]): readonly PolicyDocument[] {
  return directoryOf(documents)
    .numbered(mention.number)
    .filter((document) => isNamedBy(document, mention));
}

/** Is this document the one mentioned? Its own number must fit, and its type when one is said. */
function isNamedBy(document: PolicyDocument, mention: DocumentMention): boolean {
  if (document.number === null || !fitsNumber(mention, document.number)) return false;
  if (mention.type === null || document.type === null || mention.type === document.type) return true;
  return fold(mention.type) === fold(document.type);
}

/** A plan or a document of a province; resolutions and conclusions of the centre are only spoken of. */
function isOwnDocument(mention: DocumentMention): boolean {
  return mention.symbol === null ? mention.type === 'Kế hoạch' : /^(?:kh|qd|ct)(?:ubnd|ctubnd)$/.test(mention.symbol);
}

function isKnown(mention: DocumentMention, documents: readonly PolicyDocument[]): boolean {
  const spokenOf = directoryOf(documents).spokenOf(mention.number);
  return namedBy(mention, documents).length > 0 || [...spokenOf].some((number) => fitsNumber(mention, number));
}
