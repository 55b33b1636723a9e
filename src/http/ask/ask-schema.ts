import { z } from '@hono/zod-openapi';
import type { AskRequest } from '../../answering/ask.ts';
import { PROBLEM_TEXTS } from '../problem-texts.ts';

const QUESTION_LIMIT = 2_000;

/** Characters as a reader counts them: a letter with its marks typed apart is one. */
function length(text: string): number {
  return [...text.normalize('NFC')].length;
}

/** A question within its limits, trimmed. */
export const Question = z
  .string(PROBLEM_TEXTS.questionNotText)
  .trim()
  .min(1, PROBLEM_TEXTS.questionEmpty)
  .refine((text) => length(text) <= QUESTION_LIMIT, PROBLEM_TEXTS.questionTooLong)
  .openapi({
    description: 'Câu hỏi, 1–2.000 ký tự',
    maxLength: QUESTION_LIMIT,
    example: 'Sở nào chủ trì khen thưởng?',
  });

const Turn = z.object({
  role: z.enum(['user', 'assistant'], 'Vai phải là "user" hoặc "assistant".'),
  content: z.string('Nội dung phải là một chuỗi ký tự.').max(20_000, 'Nội dung dài quá 20.000 ký tự.'),
});

/** Body of POST /api/ask. */
export const AskBody = z
  .object(
    {
      question: Question,
      history: z.array(Turn).max(20, 'Chỉ nhận tối đa 20 lượt trao đổi trước.').optional(),
      conversationId: z.string().max(200).optional(),
      filters: z
        .object({
          province: z.string().max(100).optional(),
          documentIds: z.array(z.string().max(200)).max(100).optional(),
        })
        .optional(),
      asOf: z.iso.date('Ngày phải có dạng YYYY-MM-DD.').optional(),
    },
    'Nội dung phải là một đối tượng JSON.',
  )
  .openapi('AskRequest');

/** The request as the answering flow takes it: what is absent is null. */
export function toAskRequest(body: z.output<typeof AskBody>): AskRequest {
  return {
    question: body.question,
    history: body.history ?? [],
    conversationId: body.conversationId ?? null,
    filters: { province: body.filters?.province ?? null, documentIds: body.filters?.documentIds ?? null },
    asOf: body.asOf ?? null,
  };
}
