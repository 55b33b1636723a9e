import { coverage } from '../evidence/coverage.ts';
import type { DocumentView, Sentence } from '../evidence/document-view.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { DocumentScope, Understanding } from '../understand/understanding.ts';
import { claim, type Draft, type DraftStatement, draft, framing } from './draft.ts';
import { fittingClauses, isRoleLine, readable, wanted } from './passages.ts';
import { speaksOfThing } from './promised-thing.ts';
import { supportOfSentence } from './support.ts';
import { documentName, listInWords, placeName, quoted, shorten, shortName } from './wording.ts';

/** The documents do not say: what was looked for, what is near, what to do next. */
export function composeNotFound(understanding: Understanding, evidence: Evidence): Draft {
  const absent = absentDocuments(understanding.scope);
  if (absent !== null) {
    return draft('not_found', [framing(`Không có ${absent} trong các văn bản hiện có.`)], { followUps: NEXT });
  }
  const where =
    evidence.views.length === 1 && evidence.views[0] !== undefined
      ? documentName(evidence.views[0].document)
      : 'các văn bản hiện có';
  return draft(
    'not_found',
    [
      framing(`Không tìm thấy ${missing(understanding)} trong ${where}.`),
      ...cutOff(evidence),
      ...near(understanding, evidence),
    ],
    { followUps: [...partsOf(evidence), ...NEXT] },
  );
}

/** What the one document that is asked about does hold. */
function partsOf({ views: [view, ...others] }: Evidence): readonly string[] {
  if (view === undefined || others.length > 0 || view.ingested.outline.length < 2) return [];
  const { province } = view.document;
  return [`${shortName(view.document)}${province === null ? '' : ` của ${province}`} có mấy phần chính?`];
}

/** The documents that the question or its filters are about, when none of them is here. */
function absentDocuments({ unmetFilter, unknownProvinces, unknownNumbers }: DocumentScope): string | null {
  if (unmetFilter !== null) return unmetFilter;
  if (unknownProvinces.length > 0) return `văn bản của ${listInWords(unknownProvinces)}`;
  return unknownNumbers.length > 0 ? listInWords(unknownNumbers) : null;
}

/** A copy that breaks off may have lost just what is asked. */
function cutOff({ views: [view, ...others] }: Evidence): DraftStatement[] {
  if (view === undefined || others.length > 0 || !view.document.flags.includes('truncated')) return [];
  const place = placeName(view.ingested.passages.at(-1)?.provisionPath ?? []);
  return [framing(`Bản hiện có bị cắt${place === null ? '' : ` từ ${place}`}, phần sau không tra cứu được.`)];
}

const NEXT: readonly string[] = ['Hiện có những văn bản nào?'];

/** A metadata field that the copy does not print. */
export function composeUnstated(field: string, view: DocumentView): Draft {
  return draft('not_found', [framing(`Bản ${documentName(view.document)} hiện có không ghi ${field}.`)]);
}

function missing(understanding: Understanding): string {
  if (understanding.needs.includes('money')) return 'mức tiền được hỏi';
  if (understanding.needs.includes('procedure')) return 'hồ sơ, thủ tục được hỏi';
  if (understanding.needs.includes('contact')) return 'thông tin liên hệ được hỏi';
  if (understanding.needs.includes('office_holder')) return 'tên người giữ chức vụ được hỏi';
  if (understanding.intent === 'definition') return 'lời giải thích được hỏi';
  if (understanding.intent === 'target' || understanding.intent === 'compare') return 'số liệu được hỏi';
  if (understanding.intent === 'lead' || understanding.intent === 'coordinate') return 'cơ quan được giao việc này';
  if (understanding.intent === 'deadline' || understanding.intent === 'report') return 'thời hạn được hỏi';
  return 'nội dung được hỏi';
}

/** A sentence near to the question holds what the question is most about, not only words round it. */
function isOnSubject({ concepts }: Understanding, sentence: Sentence): boolean {
  const [subject] = concepts.toSorted((a, b) => b.weight - a.weight);
  return subject !== undefined && coverage([subject], sentence.terms) >= THRESHOLDS.sentence;
}

/** What holds for "cấp IV" is not shown beside a question on "cấp VI". */
function isOfNumbers({ numbered }: Understanding, sentence: Sentence): boolean {
  return numbered.every((thing) => coverage([thing], sentence.terms) === 1);
}

/** What stands nearest to the question in the documents it is about. */
function near(understanding: Understanding, evidence: Evidence): DraftStatement[] {
  const [found] = readable(evidence.sentences).filter(
    (near) =>
      near.coverage >= THRESHOLDS.near &&
      near.item.passage.kind !== 'row' &&
      !isRoleLine(near.item) &&
      isOnSubject(understanding, near.item) &&
      isOfNumbers(understanding, near.item) &&
      (understanding.intent !== 'entitlement' || speaksOfThing(near, understanding)),
  );
  if (found === undefined) return [];
  const { view, item } = found;
  const place = placeName(item.passage.provisionPath);
  const where = place === null ? documentName(view.document) : `${place} ${documentName(view.document)}`;
  const text = shorten(fittingClauses(item.text, wanted(understanding)), 300);
  return [claim(`Nội dung gần nhất, ${where}: ${quoted(text)}.`, supportOfSentence(view, item))];
}
