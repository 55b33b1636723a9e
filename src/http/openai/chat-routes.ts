import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Answer } from '../../answering/answer.ts';
import type { AskEvent } from '../../answering/ask.ts';
import type { AppEnv } from '../app-env.ts';
import { type AskFor, lastAnswer } from '../ask/ask-events.ts';
import type { ReportError } from '../ask/ask-stream.ts';
import { asProblem } from '../errors.ts';
import { eventStream, type ServerEvent } from '../event-stream.ts';
import type { OpenLibrary } from '../library.ts';
import { needsLibrary } from '../needs-library.ts';
import { problemResponses } from '../problem-schema.ts';
import { strictJson } from '../strict-json.ts';
import { annotationsOf, chatText, MODEL_NAME } from './chat-answer.ts';
import { ChatBody, chatToRequest } from './chat-schema.ts';

const CLIENT_CLOSED_REQUEST = 499;

export interface ChatRoutesDeps {
  readonly openLibrary: OpenLibrary;
  readonly askFor: AskFor;
  readonly report: ReportError;
  readonly now: () => number;
}

/** What every chunk and completion of one answer carries. */
interface Envelope {
  readonly id: string;
  readonly created: number;
  readonly model: string;
}

/** POST /v1/chat/completions and GET /v1/models, so that chat front ends made for OpenAI's interface work. */
export function addChatRoutes(app: OpenAPIHono<AppEnv>, { openLibrary, askFor, report, now }: ChatRoutesDeps): void {
  const models = createRoute({
    method: 'get',
    path: '/v1/models',
    summary: 'Danh sách mô hình (tương thích OpenAI)',
    responses: { 200: { description: 'Danh sách', content: { 'application/json': { schema: z.unknown() } } } },
  });
  app.openapi(models, (c) =>
    c.json({ object: 'list', data: [{ id: MODEL_NAME, object: 'model', created: 0, owned_by: MODEL_NAME }] }, 200),
  );

  const completions = createRoute({
    method: 'post',
    path: '/v1/chat/completions',
    summary: 'Hỏi theo giao diện tương thích OpenAI',
    middleware: [strictJson(), needsLibrary(openLibrary)] as const,
    request: { body: { required: true, content: { 'application/json': { schema: ChatBody } } } },
    responses: {
      200: {
        description: 'Câu trả lời',
        content: { 'application/json': { schema: z.unknown() }, 'text/event-stream': { schema: z.string() } },
      },
      ...problemResponses(400, 413, 415, 429, 503, 504),
    },
  });
  app.openapi(completions, async (c) => {
    const body = c.req.valid('json');
    const request = chatToRequest(body);
    const { ask } = c.var.library;
    const { origin } = new URL(c.req.url);
    const model = body.model ?? MODEL_NAME;
    const envelope = { id: `chatcmpl-${crypto.randomUUID()}`, created: Math.floor(now() / 1000), model };
    if (body.stream === true) {
      const usage = body.stream_options?.include_usage === true;
      return eventStream(c.req.raw, (gone) =>
        chunks(askFor(ask, request, gone), { envelope, origin, usage, gone, report }),
      );
    }
    const gone = c.req.raw.signal;
    const answer = await lastAnswer(askFor(ask, request, gone), gone);
    if (answer === null) return new Response(null, { status: CLIENT_CLOSED_REQUEST });
    return c.body(JSON.stringify(completion(answer, envelope, origin)), 200, { 'Content-Type': 'application/json' });
  });
}

/** Nothing is counted in a model's tokens here. */
const USAGE = { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 };

function completion(answer: Answer, envelope: Envelope, origin: string) {
  const message = {
    role: 'assistant',
    content: chatText(answer, origin),
    refusal: null,
    annotations: annotationsOf(answer, origin),
  };
  const choices = [{ index: 0, message, logprobs: null, finish_reason: 'stop' }];
  return { ...envelope, object: 'chat.completion', choices, usage: USAGE };
}

interface ChunkContext {
  readonly envelope: Envelope;
  readonly origin: string;
  /** The client wants a last chunk with the usage. */
  readonly usage: boolean;
  readonly gone: AbortSignal;
  readonly report: ReportError;
}

async function* chunks(
  events: AsyncIterable<AskEvent>,
  { envelope, origin, usage, gone, report }: ChunkContext,
): AsyncGenerator<ServerEvent, void> {
  const base = { ...envelope, object: 'chat.completion.chunk' };
  const chunk = (delta: object, finish: string | null): ServerEvent => ({
    event: null,
    data: JSON.stringify({ ...base, choices: [{ index: 0, delta, finish_reason: finish }] }),
  });
  yield chunk({ role: 'assistant', content: '' }, null);
  try {
    let sent = '';
    for await (const event of events) {
      if (event.kind === 'delta') {
        sent += event.text;
        yield chunk({ content: event.text }, null);
      }
      if (event.kind === 'answer') {
        const text = chatText(event.answer, origin);
        // What was streamed is the start of the whole; the footnotes are the rest.
        const rest = text.startsWith(sent) ? text.slice(sent.length) : '';
        yield chunk({ content: rest, annotations: annotationsOf(event.answer, origin) }, null);
        yield chunk({}, 'stop');
      }
    }
    if (usage) yield { event: null, data: JSON.stringify({ ...base, choices: [], usage: USAGE }) };
    yield { event: null, data: '[DONE]' };
  } catch (error) {
    if (gone.aborted) return;
    const problem = asProblem(error);
    if (problem.status === 500) report(error);
    yield { event: null, data: JSON.stringify({ error: { message: problem.message, type: 'server_error' } }) };
  }
}
