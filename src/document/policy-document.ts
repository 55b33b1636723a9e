import type { Span } from './span.ts';

/** Day in the form YYYY-MM-DD. */
export type IsoDate = string;

/** truncated: the copy is cut; ocr: the copy came through optical character recognition. */
export type DocumentFlag = 'truncated' | 'ocr';

/** What the pipeline could not understand or does not trust, with the line (from 1) it happened on. */
export interface Warning {
  readonly line: number | null;
  readonly message: string;
}

export interface Signer {
  readonly name: string;
  /** As printed, in reading form: "Phó Chủ tịch"; null when the copy does not print it. */
  readonly position: string | null;
  /** Signed on behalf of the head ("KT. CHỦ TỊCH"). */
  readonly onBehalf: boolean;
}

/** Fields of the metadata that can be cited, and where each is printed. */
export type MetadataField =
  | 'number'
  | 'type'
  | 'issuer'
  | 'issuedOn'
  | 'title'
  | 'signer'
  | 'period'
  | 'basedOn'
  | 'replaces'
  | 'recipients';

/** The file a document was read from. */
export interface DocumentFile {
  readonly file: string;
  readonly lines: number;
  /** SHA-256 of its bytes, in hex. */
  readonly digest: string;
  /** Digest of the program that read it; a document without one was read by a version that did not say. */
  readonly reader?: string;
}

/** What a document says of itself. Unknown is null, never a guess. */
export interface PolicyDocument {
  /** Slug of number, issuer and year: `50-kh-ubnd-bac-giang-2024`. */
  readonly id: string;
  /** Canonical: `50/KH-UBND`, `08-CT/TU`. */
  readonly number: string | null;
  /** Vietnamese name of the type: "Kế hoạch". */
  readonly type: string | null;
  /** Full name: "Ủy ban nhân dân tỉnh Bắc Giang". */
  readonly issuer: string | null;
  /** Name without the level: "Bắc Giang". */
  readonly province: string | null;
  readonly issuedOn: IsoDate | null;
  readonly title: string | null;
  readonly signer: Signer | null;
  /** "2021-2025", or a single year "2030" when the plan runs to it. */
  readonly period: string | null;
  /** Canonical numbers of the documents this one implements. */
  readonly basedOn: readonly string[];
  /** Canonical numbers of the documents this one replaces. */
  readonly replaces: readonly string[];
  readonly flags: readonly DocumentFlag[];
  readonly warnings: readonly Warning[];
  readonly source: DocumentFile;
  /** Where each known field is printed. */
  readonly evidence: Readonly<Partial<Record<MetadataField, Span>>>;
  /** Abbreviations the text defines for itself: "sau đây gọi tắt là BHXH". */
  readonly abbreviations: readonly { readonly short: string; readonly full: string }[];
}
