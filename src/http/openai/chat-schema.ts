import { z } from '@hono/zod-openapi';
import type { AskRequest } from '../../answering/ask.ts';
import { Question } from '../ask/ask-schema.ts';
import { requireShape } from '../errors.ts';
import { ProblemError } from '../problem.ts';
import { PROBLEM_TEXTS } from '../problem-texts.ts';

const TextPart = z.object({ type: z.literal('text'), text: z.string() });

const Message = z.object({
  role: z.enum(['system', 'developer', 'user', 'assistant', 'tool']),
  content: z.union([z.string(), z.array(z.looseObject({ type: z.string() }))]).nullish(),
});

/** Body of POST /v1/chat/completions. Sampling parameters are taken and ignored: answers are not sampled. */
export const ChatBody = z
  .looseObject({
    model: z.string().optional(),
    messages: z.array(Message).min(1, 'Cần ít nhất một tin nhắn.').max(200, 'Chỉ nhận tối đa 200 tin nhắn.'),
    stream: z.boolean().nullish(),
    stream_options: z.looseObject({ include_usage: z.boolean().optional() }).nullish(),
  })
  .openapi('ChatCompletionRequest');

/**
 * The last user message as a question, what was said before as its history. System messages are dropped: they steer a
 * model's manners, and this service has its own.
 */
export function chatToRequest({ messages }: z.output<typeof ChatBody>): AskRequest {
  const turns = messages.flatMap(({ role, content }) =>
    role === 'user' || role === 'assistant' ? [{ role, content: plainText(content) }] : [],
  );
  const last = turns.findLastIndex(({ role }) => role === 'user');
  const asked = turns[last];
  if (asked === undefined) throw new ProblemError(400, PROBLEM_TEXTS.noUserMessage);
  return {
    question: requireShape(Question, asked.content),
    history: turns.slice(Math.max(0, last - 20), last),
    conversationId: null,
    filters: { province: null, documentIds: null },
    asOf: null,
  };
}

function plainText(content: z.output<typeof Message>['content']): string {
  if (content === null || content === undefined) return '';
  if (typeof content === 'string') return content;
  return content
    .map((part) => TextPart.safeParse(part))
    .flatMap((part) => (part.success ? [part.data.text] : []))
    .join('\n');
}
