import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { AppContext, AppEnv } from '../app-env.ts';
import { eventStream } from '../event-stream.ts';
import type { OpenLibrary } from '../library.ts';
import { needsLibrary } from '../needs-library.ts';
import { problemResponses } from '../problem-schema.ts';
import { strictJson } from '../strict-json.ts';
import { AnswerJson } from './answer-schema.ts';
import { type AskFor, lastAnswer } from './ask-events.ts';
import { AskBody, toAskRequest } from './ask-schema.ts';
import { askStream, type ReportError } from './ask-stream.ts';

/** Nobody reads the response to a request whose client has left; proxies log this status for it. */
const CLIENT_CLOSED_REQUEST = 499;

export interface AskRouteDeps {
  readonly openLibrary: OpenLibrary;
  readonly askFor: AskFor;
  readonly report: ReportError;
}

/** POST /api/ask: one JSON answer, or the answer in the making as server-sent events. */
export function addAskRoute(app: OpenAPIHono<AppEnv>, { openLibrary, askFor, report }: AskRouteDeps): void {
  const route = createRoute({
    method: 'post',
    path: '/api/ask',
    summary: 'Hỏi một câu, nhận câu trả lời có trích dẫn',
    description: 'Với Accept: text/event-stream: các sự kiện status, delta, citation rồi answer hoặc error.',
    middleware: [strictJson(), needsLibrary(openLibrary)] as const,
    request: { body: { required: true, content: { 'application/json': { schema: AskBody } } } },
    responses: {
      200: {
        description: 'Câu trả lời; mọi cách kết thúc đều là một "status".',
        content: { 'application/json': { schema: AnswerJson }, 'text/event-stream': { schema: AnswerJson } },
      },
      ...problemResponses(400, 413, 415, 429, 503, 504),
    },
  });
  app.openapi(route, async (c) => {
    const request = toAskRequest(c.req.valid('json'));
    const { ask } = c.var.library;
    if (wantsEvents(c)) {
      return eventStream(c.req.raw, (gone) => askStream(askFor(ask, request, gone), { gone, report }));
    }
    const gone = c.req.raw.signal;
    const answer = await lastAnswer(askFor(ask, request, gone), gone);
    if (answer === null) return new Response(null, { status: CLIENT_CLOSED_REQUEST });
    return c.body(JSON.stringify(answer), 200, { 'Content-Type': 'application/json' });
  });
}

/** Does the client ask for server-sent events? */
export function wantsEvents(c: AppContext): boolean {
  return (c.req.header('Accept') ?? '').includes('text/event-stream');
}
