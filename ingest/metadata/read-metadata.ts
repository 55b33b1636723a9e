import type { MetadataField, PolicyDocument, Signer, Warning } from '../../src/document/policy-document.ts';
import type { SourceText } from '../../src/document/source-text.ts';
import { coveringSpan, type Span } from '../../src/document/span.ts';
import { canonicalProvince } from '../../src/vietnamese/provinces.ts';
import type { TextBlock } from '../block.ts';
import type { OutlinedText } from '../outline/place-blocks.ts';
import { readAbbreviations } from './abbreviations.ts';
import { basedOn, replacedBy } from './bases.ts';
import { documentId } from './document-id.ts';
import { canonicalNumber } from './document-number.ts';
import { readCopyState } from './flags.ts';
import { type Found, textsOf } from './found.ts';
import { issuerByNumber } from './issuing-body.ts';
import { type IssuerName, readLetterhead } from './letterhead.ts';
import { readDay } from './printed-date.ts';
import { mainClosing, recipientBlocks, signerIn } from './signature.ts';
import { siteField } from './site-fields.ts';
import {
  horizonInOutline,
  periodInBody,
  periodInTitle,
  speaksForCommittee,
  titleIn,
  typeByNumber,
  typeIn,
  yearOfCarryingOut,
} from './title.ts';

/** What the document says of itself; fields nothing in it shows are null. Every doubt is among its warnings. */
export function readMetadata(source: SourceText, { placed, outline, warnings }: OutlinedText): PolicyDocument {
  const front = textsOf(placed, 'front');
  const head = readLetterhead(front, source);
  const number = head.number ?? mapFound(siteField(front, 'number', source), canonicalNumber);
  const issuedOn = head.issuedOn ?? present(mapFound(siteField(front, 'issuedOn', source), readDay));
  const issuer = head.issuer ?? inferIssuer(number, { head, issuedOn: issuedOn?.value ?? null });
  const title = titleIn(front, source) ?? siteField(front, 'title', source);
  const type = typeIn(front) ?? siteField(front, 'type', source);
  const closing = mainClosing(placed);
  const signer = signerIn(closing) ?? mapFound(siteField(front, 'signer', source), namedOnly);
  const period =
    (title === null ? null : periodInTitle(title)) ??
    periodInBody(placed, source) ??
    horizonInOutline(outline, source) ??
    yearOfCarryingOut(placed, source);
  const bases = basedOn(placed, { title, number: number?.value ?? null });
  const replaced = replacedBy(placed, source, number?.value ?? null);
  const recipients = coveringBlocks(recipientBlocks(closing));
  const copy = readCopyState(placed, outline, source);
  const province = issuer?.value.province ?? siteProvince(front, source);
  const name = issuer === null ? null : committeeName(issuer.value.name, front);
  const known = {
    number: number?.value ?? null,
    type: type?.value ?? (number === null ? null : typeByNumber(number.value)),
    issuer: name,
    province,
    issuedOn: issuedOn?.value ?? null,
    title: title?.value ?? null,
  };
  return {
    id: documentId(known, { name: source.file, digest: source.digest }),
    ...known,
    signer: signer?.value ?? null,
    period: period?.value ?? null,
    basedOn: bases?.value ?? [],
    replaces: replaced?.value ?? [],
    flags: copy.flags,
    warnings: [...missingFields(known), ...warnings, ...copy.warnings],
    source: { file: source.file, lines: linesOf(source), digest: source.digest },
    evidence: spansOf({
      number,
      type,
      issuer,
      issuedOn,
      title,
      signer,
      period,
      basedOn: bases,
      replaces: replaced,
      recipients,
    }),
    abbreviations: readAbbreviations(placed),
  };
}

/** A line break at the end of a file opens no further line. */
const linesOf = ({ text, lineStarts }: SourceText): number =>
  text.endsWith('\n') ? lineStarts.length - 1 : lineStarts.length;

function mapFound<T, U>(found: Found<T> | null, to: (value: T) => U): Found<U> | null {
  return found === null ? null : { value: to(found.value), span: found.span };
}

function present<T>(found: Found<T | null> | null): Found<T> | null {
  return found === null || found.value === null ? null : { value: found.value, span: found.span };
}

const namedOnly = (name: string): Signer => ({ name, position: null, onBehalf: false });

/** A copy without letterhead still shows its issuer by number and place. */
function inferIssuer(
  number: Found<string> | null,
  { head, issuedOn }: { head: { readonly place: Found<string> | null }; issuedOn: string | null },
): Found<IssuerName> | null {
  if (number === null) return null;
  const value = issuerByNumber(number.value, { place: head.place?.value ?? null, issuedOn });
  return value === null ? null : { value, span: number.span };
}

function siteProvince(front: readonly TextBlock[], source: SourceText): string | null {
  const issuer = siteField(front, 'issuer', source);
  return issuer === null ? null : canonicalProvince(issuer.value);
}

/** Under the letterhead of a committee, "của Ban Thường vụ Tỉnh ủy" names who speaks. */
function committeeName(name: string, front: readonly TextBlock[]): string {
  return /^(?:Tỉnh|Thành) ủy/u.test(name) && speaksForCommittee(front) ? `Ban Thường vụ ${name}` : name;
}

function coveringBlocks(blocks: readonly TextBlock[]): { readonly span: Span } | null {
  return blocks.length === 0 ? null : { span: coveringSpan(blocks.map((block) => block.span)) };
}

function spansOf(found: Readonly<Record<MetadataField, { readonly span: Span } | null>>): PolicyDocument['evidence'] {
  const entries = Object.entries(found).flatMap(([field, at]) => (at === null ? [] : [[field, at.span] as const]));
  return Object.fromEntries(entries);
}

const FIELDS = [
  ['number', 'số hiệu'],
  ['type', 'loại văn bản'],
  ['issuer', 'cơ quan ban hành'],
  ['issuedOn', 'ngày ban hành'],
  ['title', 'trích yếu'],
] as const;

/** A document without a head is still read; what nobody can tell about it is said. */
function missingFields(known: Readonly<Record<(typeof FIELDS)[number][0], string | null>>): Warning[] {
  const missing = FIELDS.filter(([field]) => known[field] === null).map(([, name]) => name);
  if (missing.length === 0) return [];
  if (missing.length === FIELDS.length)
    return [{ line: 1, message: 'Không nhận ra phần đầu của văn bản (quốc hiệu, số hiệu, ngày, tên loại).' }];
  return [{ line: 1, message: `Không tìm thấy ${missing.join(', ')}.` }];
}
