import { z } from '@hono/zod-openapi';
import type { AskRequest } from '../../answering/ask.ts';
import { PROBLEM_TEXTS } from '../problem-texts.ts';

const QUESTION_LIMIT = 2_000;

/** Characters as a reader counts them: a letter with its marks typed apart is one. */
function length(text: string): number {
  return [...text.normalize('NFC')].length;
}

/**
 * Text as it can be read: marks nobody sees (zero-width spaces and the like, which come along with copied text) are
 * dropped, control characters count as white space, halves of characters are replaced.
 */
function readable(text: string): string {
  return text
    .toWellFormed()
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Cc}/gu, whiteSpaceOf)
    .trim();
}

function whiteSpaceOf(control: string): string {
  return control === '\n' || control === '\t' ? control : ' ';
}

/** A question within its limits, trimmed, with at least one letter or digit in it. */
export const Question = z
  .string(PROBLEM_TEXTS.questionNotText)
  .transform(readable)
  .refine((text) => text !== '', { error: PROBLEM_TEXTS.questionEmpty, abort: true })
  .refine((text) => /[\p{L}\p{N}]/u.test(text), PROBLEM_TEXTS.questionWordless)
  .refine((text) => length(text) <= QUESTION_LIMIT, PROBLEM_TEXTS.questionTooLong)
  .openapi({
    type: 'string',
    description: 'Câu hỏi, 1–2.000 ký tự',
    minLength: 1,
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
      history: z.array(Turn).max(20, 'Chỉ nhận tối đa 20 lượt trao đổi trước.').nullish(),
      conversationId: z.string().max(200).nullish(),
      filters: z
        .object({
          province: z.string().trim().max(100).nullish(),
          documentIds: z.array(z.string().max(200)).max(100).nullish(),
        })
        .nullish(),
      asOf: z.iso.date('Ngày phải có dạng YYYY-MM-DD.').nullish(),
    },
    'Nội dung phải là một đối tượng JSON.',
  )
  .openapi('AskRequest');

/** The request as the answering flow takes it: what is absent or left empty, as a form sends it, is null. */
export function toAskRequest(body: z.output<typeof AskBody>): AskRequest {
  const { province, documentIds } = body.filters ?? {};
  return {
    question: body.question,
    history: body.history ?? [],
    conversationId: body.conversationId ?? null,
    filters: {
      province: province === undefined || province === '' ? null : province,
      documentIds: documentIds === undefined || documentIds?.length === 0 ? null : documentIds,
    },
    asOf: body.asOf ?? null,
  };
}
