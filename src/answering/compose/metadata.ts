import type { MetadataField, PolicyDocument } from '../../document/policy-document.ts';
import { termsOf } from '../../vietnamese/phrase-book.ts';
import { coverage } from '../evidence/coverage.ts';
import type { DocumentView, Sentence } from '../evidence/document-view.ts';
import { THRESHOLDS } from '../thresholds.ts';
import { DOCUMENT } from '../understand/phrases.ts';
import type { MetadataAspect, Understanding } from '../understand/understanding.ts';
import { claim, type Draft, type DraftStatement, draft, framing, type Support } from './draft.ts';
import { enumerationStatements } from './enumerations.ts';
import { sentenceStatement } from './passages.ts';
import { distinctSupports, supportAt, supportRound } from './support.ts';
import { dayInWords, documentName, listInWords, quoted, referenceInWords } from './wording.ts';

/** What a document says of itself; asked of several documents, a line for each and a question back. */
export function composeMetadata(
  aspect: MetadataAspect,
  understanding: Understanding,
  views: readonly DocumentView[],
): Draft | null {
  const meant = byTitle(understanding, views);
  const [only, ...others] = meant;
  if (only === undefined) return null;
  if (others.length === 0) {
    const listed = aspect === 'replaces' ? listOfReplaced(only) : null;
    if (listed !== null) return draft('answered', listed);
    const statement = aspectStatement(aspect, only);
    if (statement === null) return null;
    const { signer } = only.document;
    if (aspect !== 'signer_position' || signer === null || signer.position !== null)
      return draft('answered', [statement]);
    return draft('partial', [
      statement,
      framing(`Bản ${documentName(only.document)} hiện có không ghi chức vụ người ký.`),
    ]);
  }
  const lines = meant.slice(0, MOST_LINES).map((view) => {
    const statement = aspectStatement(aspect, view);
    return statement === null
      ? framing(`- ${documentName(view.document)}: văn bản không ghi.`)
      : { ...statement, text: `- ${statement.text}` };
  });
  if (asksWhich(understanding)) return draft('answered', [framing('Theo từng văn bản:'), ...lines]);
  return draft('clarify', [framing(`Anh/chị hỏi văn bản nào? Hiện có ${meant.length} văn bản phù hợp:`), ...lines], {
    followUps: meant
      .slice(0, 3)
      .map(({ document }) => `${understanding.question.replace(/[?\s]+$/u, '')} (${documentName(document)})?`),
  });
}

const MOST_LINES = 6;

/** "Kế hoạch nào còn hiệu lực?" asks which of them, and is not asked back which is meant. */
function asksWhich({ folded }: Understanding): boolean {
  return ASKS_WHICH.test(folded);
}

const ASKS_WHICH = new RegExp(`(?:^| )${DOCUMENT} nao(?= |$)`);

/** "Văn bản nào do ông Võ Văn Phi ký?", "ông Võ Văn Phi chức vụ gì?": what is signed by the person named; null where none is. */
export function composeSignedBy(understanding: Understanding, views: readonly DocumentView[]): Draft | null {
  const { aspect, folded } = understanding;
  if (aspect !== 'signer' && aspect !== 'signer_position') return null;
  const signed = views.filter(
    ({ document: { signer } }) => signer !== null && ` ${folded} `.includes(` ${termsOf(signer.name).join(' ')} `),
  );
  const lines = signed.slice(0, MOST_LINES).flatMap((view) => aspectStatement(aspect, view) ?? []);
  if (lines.length > 0) return draft('answered', lines);
  return asksWhich(understanding)
    ? draft('not_found', [framing('Không có văn bản nào trong các văn bản hiện có ghi người ký được hỏi.')])
    : null;
}

/** The document whose title the question speaks of, when one holds clearly more of it than the others. */
function byTitle({ concepts }: Understanding, views: readonly DocumentView[]): readonly DocumentView[] {
  if (concepts.length === 0 || views.length < 2) return views;
  const scored = views
    .map((view) => ({ view, held: coverage(concepts, view.titleTerms) }))
    .sort((a, b) => b.held - a.held);
  const top = scored[0]?.held ?? 0;
  return top < THRESHOLDS.sentence
    ? views
    : scored.filter(({ held }) => held >= top - THRESHOLDS.tie).map(({ view }) => view);
}

/** What a document says of one field of its own; null where it does not. */
export function aspectStatement(aspect: MetadataAspect, view: DocumentView): DraftStatement | null {
  const { document } = view;
  const name = documentName(document);
  switch (aspect) {
    case 'signer':
    case 'signer_position':
      return document.signer === null
        ? null
        : cited(view, 'signer', `${signerInWords(document)} ký ${name}${dated(document)}.`);
    case 'issuedOn':
      return document.issuedOn === null
        ? null
        : cited(view, 'issuedOn', `Ngày ${dayInWords(document.issuedOn)}: ngày ban hành ${name}.`);
    case 'effectiveOn':
      return stating(view, IN_FORCE);
    case 'number':
      return document.number === null
        ? null
        : cited(view, 'number', `Số ${document.number}: ${name}${dated(document)}.`);
    case 'issuer':
      return document.issuer === null
        ? null
        : cited(
            view,
            'issuer',
            `${document.issuer} ban hành ${[document.type ?? 'văn bản', document.number].join(' ')}${dated(document)}.`,
          );
    case 'title':
      return document.title === null
        ? null
        : cited(view, 'title', `${name}${dated(document)}: ${quoted(document.title)}.`);
    case 'replaces':
      return replacing(view, name);
    case 'replacedBy':
      return document.period === null
        ? null
        : cited(view, 'period', `${name} có thời gian thực hiện ${inYears(document)}.`);
    case 'period':
      return document.period === null
        ? null
        : cited(view, 'period', `${name}: thời gian thực hiện ${inYears(document)}.`);
    case 'recipients':
      return recipients(view, name);
  }
}

function signerInWords({ signer }: PolicyDocument): string {
  if (signer === null) return '';
  const position = signer.position === null ? '' : `, ${signer.position},`;
  return `${signer.name}${position}${signer.onBehalf ? ' ký thay Chủ tịch:' : ''}`
    .replace(/,$/u, '')
    .replace(/,? ký thay Chủ tịch:$/u, ' (ký thay cấp trưởng)');
}

/** The provision that says from when the document is in force. */
const IN_FORCE =
  /(?:có hiệu lực(?: thi hành)?|được áp dụng)[^.;]{0,40}(?:từ|kể từ)[^.;]{0,10}ngày|Ngày có hiệu lực|có hiệu lực (?:thi hành )?(?:kể )?từ/iu;

/** The provision that ends other documents; works and devices are replaced too. */
const DOCUMENTS = '(?:văn bản|kế hoạch|quyết định|nghị quyết|chỉ thị|thông tư|quy định|quy chế|nội dung|điều|khoản)';
const REPLACING = new RegExp(
  `(?:thay thế|thay cho|bãi bỏ)(?: (?:cho|các|những|toàn bộ|một phần|một số))* ${DOCUMENTS}|${DOCUMENTS}[^.;]*hết hiệu lực`,
  'iu',
);

/** The first sentence of the body that says it. */
function stating(view: DocumentView, pattern: RegExp): DraftStatement | null {
  const sentence = sentenceStating(view, pattern);
  return sentence === undefined ? null : sentenceStatement(view, sentence, []);
}

function sentenceStating(view: DocumentView, pattern: RegExp): Sentence | undefined {
  return view.ingested.passages.flatMap((passage) => view.sentences(passage)).find(({ text }) => pattern.test(text));
}

/** "Quyết định này bãi bỏ các Quyết định sau:": what is replaced item by item, where no record of it was read. */
function listOfReplaced(view: DocumentView): DraftStatement[] | null {
  const isRecorded =
    view.document.replaces.length > 0 || view.ingested.references.some(({ relation }) => relation === 'replaces');
  const sentence = isRecorded ? undefined : sentenceStating(view, REPLACING);
  return sentence === undefined ? null : enumerationStatements(view, sentence);
}

/** "… thay thế Kế hoạch số 30/KH-UBND ngày 30/4/2024 …": what is replaced as the replacing sentence names it. */
function replacing(view: DocumentView, name: string): DraftStatement | null {
  const replaced = view.ingested.references.filter(({ relation }) => relation === 'replaces');
  if (replaced.length > 0) {
    const said = listInWords([...new Set(replaced.map(referenceInWords))]);
    const supports = replaced.map(({ span, headingTrail }) => supportRound(view, span, headingTrail));
    return claim(`${name} thay thế ${said}.`, ...distinctSupports(supports));
  }
  return view.document.replaces.length === 0
    ? stating(view, REPLACING)
    : cited(view, 'replaces', `${name} thay thế ${listInWords(view.document.replaces)}.`);
}

function recipients(view: DocumentView, name: string): DraftStatement | null {
  const span = view.document.evidence.recipients;
  if (span === undefined) return null;
  const passage = view.ingested.passages.find((candidate) => candidate.span.start === span.start);
  return passage === undefined
    ? null
    : claim(`${name} gửi các nơi nhận: ${listed(passage.text)}`, supportAt(view, span));
}

/** The recipients without the dashes that set them under each other. */
function listed(text: string): string {
  return text.replace(/^Nơi nhận:?\s*/u, '').replace(/(^|[;,]\s)\s*-\s+/gu, '$1');
}

/** A single year is said as one, or it would be read as a figure: the year of a plan of its own year, "đến" that of one that looks ahead. */
function inYears({ period, issuedOn }: PolicyDocument): string {
  if (period === null || !/^\d{4}$/.test(period)) return period ?? '';
  const isAhead = issuedOn !== null && Number(period) > Number(issuedOn.slice(0, 4)) + 1;
  return `${isAhead ? 'đến ' : ''}năm ${period}`;
}

function dated(document: PolicyDocument): string {
  return document.issuedOn === null ? '' : ` ngày ${dayInWords(document.issuedOn)}`;
}

function cited(view: DocumentView, field: MetadataField, text: string): DraftStatement | null {
  const span = view.document.evidence[field];
  return span === undefined ? null : claim(text, supportAt(view, span));
}

/** The place where a document prints a field, when it does. */
export function supportOfField(view: DocumentView, field: MetadataField): Support | null {
  const span = view.document.evidence[field];
  return span === undefined ? null : supportAt(view, span);
}
