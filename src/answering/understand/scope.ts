import type { PolicyDocument } from '../../document/policy-document.ts';
import { fold } from '../../vietnamese/fold.ts';
import { provinceAndPredecessors } from '../../vietnamese/provinces.ts';
import { type DocumentMention, fitsNumber } from './document-mentions.ts';
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
  const filtered = documents.filter(
    (document) =>
      (cues.filters.documentIds === null || cues.filters.documentIds.includes(document.id)) &&
      (cues.filters.province === null || isOfProvince(document, cues.filters.province)),
  );
  const known = cues.provinces.filter((province) => documents.some((document) => isOfProvince(document, province)));
  const unknownProvinces = cues.provinces.filter((province) => !known.includes(province));
  const ofProvinces =
    known.length === 0
      ? filtered
      : filtered.filter((document) => known.some((province) => isOfProvince(document, province)));
  const isNumbered = (document: PolicyDocument) => cues.mentions.some((mention) => isNamedBy(document, mention));
  const numbered = new Set(ofProvinces.filter(isNumbered).map((document) => document.province));
  // A number narrows the province it belongs to: "Đồng Nai (KH 9491) và Bắc Giang" keeps Bắc Giang whole.
  const byNumber = ofProvinces.filter(
    (document) =>
      isNumbered(document) || (numbered.size > 0 ? known.length > 1 && !numbered.has(document.province) : true),
  );
  const byType = narrow(byNumber, (document) => cues.types.includes(fold(document.type ?? '')), cues.types.length > 0);
  const byYear = narrow(
    byType,
    (document) => cues.issueYears.includes((document.issuedOn ?? '').slice(0, 4)),
    cues.issueYears.length > 0,
  );
  return {
    ids: byYear.map((document) => document.id),
    named: byYear.length < documents.length,
    provinces: known,
    unknownProvinces,
    unknownNumbers: cues.mentions
      .filter((mention) => isOwnDocument(mention) && !isKnown(mention, documents))
      .map((mention) => `${mention.type ?? 'Văn bản'} ${mention.number}`),
  };
}

function narrow(
  documents: readonly PolicyDocument[],
  fits: (document: PolicyDocument) => boolean,
  asked: boolean,
): readonly PolicyDocument[] {
  if (!asked) return documents;
  const fitting = documents.filter(fits);
  return fitting.length > 0 ? fitting : documents;
}

function isOfProvince(document: PolicyDocument, province: string): boolean {
  return document.province !== null && provinceAndPredecessors(province).includes(document.province);
}

/** Is this document the one mentioned? Its own number must fit, and its type when one is said. */
export function isNamedBy(document: PolicyDocument, mention: DocumentMention): boolean {
  if (document.number === null || !fitsNumber(mention, document.number)) return false;
  return mention.type === null || document.type === null || fold(mention.type) === fold(document.type);
}

/** A plan or a document of a province; resolutions and conclusions of the centre are only spoken of. */
function isOwnDocument(mention: DocumentMention): boolean {
  return mention.symbol === null ? mention.type === 'Kế hoạch' : /^(?:kh|qd|ct)(?:ubnd|ctubnd)$/.test(mention.symbol);
}

function isKnown(mention: DocumentMention, documents: readonly PolicyDocument[]): boolean {
  return documents.some(
    (document) =>
      isNamedBy(document, mention) ||
      [...document.basedOn, ...document.replaces].some((number) => fitsNumber(mention, number)),
  );
}
