import type { Evidence } from '../evidence/evidence.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { SpecialNeed, Understanding } from '../understand/understanding.ts';

/** Amounts of money, procedures, contacts and reasons are answered only by a sentence that states one. */
export function isUnstatedNeed(understanding: Understanding, evidence: Evidence): boolean {
  return understanding.needs.some((need) => {
    const pattern = STATED[need];
    return (
      pattern !== undefined &&
      !evidence.sentences.some(({ item, coverage }) => coverage >= UNSTATED && pattern.test(item.text))
    );
  });
}

/** An address, a procedure or a reason that is asked for stands in the very sentence that is shown. */
export function statesNeeds(text: string, { needs }: Understanding): boolean {
  return needs.every((need) => (IN_SENTENCE.has(need) ? STATED[need]?.test(text) !== false : true));
}

/** What the headings and neighbours of a sentence cannot state for it. */
const IN_SENTENCE: ReadonlySet<SpecialNeed> = new Set<SpecialNeed>(['contact', 'procedure', 'reason']);

/** A sentence that states the need may leave the subject to its headings and neighbours. */
const UNSTATED = THRESHOLDS.sentence - 0.05;

const STATED: Readonly<Partial<Record<Understanding['needs'][number], RegExp>>> = {
  money: /\d\s*(?:tỷ|tỉ|triệu|nghìn|ngàn)?\s*đồng/iu,
  procedure:
    /nộp[^.;]{0,60}(?:hồ sơ|đơn)[^.;]{0,80}(?:đến|tại|qua|về|cho) |hồ sơ (?:gồm|đề nghị)|(?:đơn|văn bản) đề nghị|bản sao|bản chính|thành phần hồ sơ|giấy tờ|nộp hồ sơ|trình tự|tờ khai/iu,
  office_holder: /(?<!\p{L})(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí)\s+\p{Lu}/u,
  reason:
    /(?<!\p{L})(?:vì|bởi|nhằm|nhờ|xuất phát|nguyên nhân|lý do|lí do|dẫn đến|hạn chế|khó khăn|do(?! \p{Lu}))(?!\p{L})/iu,
  contact:
    /(?<![\d/-])\d{3,4}[. ]?\d{3}[. ]?\d{3,4}(?!\d)|@|https?:|www\.|\.vn(?!\p{L})|(?:tổng đài|hotline|đường dây nóng|điện thoại|số máy)[^\d.;]{0,60}\d{3}|địa chỉ\D{0,40}số \d/iu,
};
