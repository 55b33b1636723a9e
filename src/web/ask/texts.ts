import type { AnswerStatus } from '../../answering/answer.ts';
import type { AskStep } from '../../answering/ask.ts';

/** The progress line while an answer is made. */
export const STEP_TEXTS: Readonly<Record<AskStep, string>> = {
  understand: 'Đang đọc câu hỏi …',
  retrieve: 'Đang tìm trong các văn bản …',
  compose: 'Đang soạn câu trả lời …',
  verify: 'Đang đối chiếu với nguyên văn …',
};

/** What stands above an answer that is not simply one. */
export const STATUS_TEXTS: Readonly<Partial<Record<AnswerStatus, string>>> = {
  partial: 'Mới trả lời được một phần',
  clarify: 'Cần hỏi rõ thêm',
  not_found: 'Không tìm thấy trong các văn bản hiện có',
  out_of_scope: 'Ngoài phạm vi các văn bản hiện có',
  refused: 'Không trả lời yêu cầu này',
};

/** Reasons a reader can give for "not useful". */
export const FEEDBACK_REASONS = {
  wrong_fact: 'Sai số liệu, cơ quan hoặc thời hạn',
  wrong_topic: 'Không đúng điều tôi hỏi',
  incomplete: 'Thiếu ý',
  wrong_citation: 'Trích dẫn không khớp',
  unclear: 'Khó hiểu',
} as const;

export type FeedbackReason = keyof typeof FEEDBACK_REASONS;
