import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';

const ChatBody = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
  stream: z.boolean().optional(),
  response_format: z.object({ type: z.string() }).optional(),
  max_tokens: z.number().optional(),
});
const EmbeddingBody = z.object({
  model: z.string(),
  input: z.union([z.string(), z.array(z.string())]),
  encoding_format: z.string().optional(),
});

export type ChatBody = z.infer<typeof ChatBody>;

/** What the server does with a request. */
export type Reply =
  /** Pieces of text, each after a pause, and how the stream ends. */
  | {
      readonly kind: 'stream';
      readonly pieces: Iterable<string>;
      readonly pauseMs?: number;
      readonly headMs?: number;
      readonly end?: 'done' | 'cut' | 'stall' | 'reset';
    }
  | {
      readonly kind: 'error';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body: unknown;
    }
  /** A body as it is, in no form a client knows. */
  | { readonly kind: 'raw'; readonly contentType: string; readonly body: string | Uint8Array }
  /** The connection breaks before a word. */
  | { readonly kind: 'hang-up' };

export type Script = (body: ChatBody, attempt: number) => Reply;
export type EmbeddingScript = (texts: readonly string[], attempt: number) => readonly (readonly number[])[] | Reply;

export interface OpenAiServer {
  /** For `OPENAI_BASE_URL`. */
  readonly url: string;
  readonly chats: readonly ChatBody[];
  readonly embeddings: readonly z.infer<typeof EmbeddingBody>[];
  /** The `Authorization` headers it was sent. */
  readonly authorizations: readonly string[];
  /** Streams the client closed before they ended. */
  readonly closedEarly: () => number;
  /** Chat requests whose response is not finished. */
  readonly underWay: () => number;
  readonly play: (script: Script) => void;
  readonly embed: (script: EmbeddingScript) => void;
  readonly close: () => Promise<void>;
}

/** A server on loopback that speaks the OpenAI protocol (chat, streaming, structured output, embeddings) by script. */
export async function openAiServer(first: Script = () => answerOf([])): Promise<OpenAiServer> {
  const chats: ChatBody[] = [];
  const embeddings: z.infer<typeof EmbeddingBody>[] = [];
  const authorizations: string[] = [];
  let script = first;
  let embeddingScript: EmbeddingScript = (texts) => texts.map(smallVector);
  let early = 0;
  let open = 0;

  const server = createServer((request, response) => {
    response.on('error', () => {});
    void (async () => {
      authorizations.push(request.headers.authorization ?? '');
      const body: unknown = JSON.parse(await textOf(request));
      if (request.url?.endsWith('/embeddings')) {
        const asked = EmbeddingBody.parse(body);
        embeddings.push(asked);
        const texts = typeof asked.input === 'string' ? [asked.input] : asked.input;
        const made = embeddingScript(texts, embeddings.length);
        if ('kind' in made) return await play(made, response, true);
        const data = made.map((embedding, index) => ({ object: 'embedding', index, embedding }));
        const usage = { prompt_tokens: texts.length, total_tokens: texts.length };
        return sendJson(response, 200, { object: 'list', model: asked.model, data, usage });
      }
      const asked = ChatBody.parse(body);
      chats.push(asked);
      open += 1;
      response.once('close', () => {
        open -= 1;
        if (!response.writableFinished) early += 1;
      });
      await play(script(asked, chats.length), response, asked.stream === true);
    })().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    chats,
    embeddings,
    authorizations,
    closedEarly: () => early,
    underWay: () => open,
    play: (next) => {
      script = next;
    },
    embed: (next) => {
      embeddingScript = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A whole answer, streamed in pieces of a few characters as models do. */
export function answerOf(value: unknown, rest: Partial<Extract<Reply, { kind: 'stream' }>> = {}): Reply {
  return { kind: 'stream', pieces: inPieces(typeof value === 'string' ? value : JSON.stringify(value)), ...rest };
}

/** A text in pieces of a few characters. */
export function inPieces(text: string, size = 12): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / size) }, (_, i) => text.slice(i * size, (i + 1) * size));
}

async function play(reply: Reply, response: ServerResponse, streamed: boolean): Promise<void> {
  if (reply.kind === 'hang-up') {
    response.socket?.resetAndDestroy();
    return;
  }
  if (reply.kind === 'error') return sendJson(response, reply.status, reply.body, reply.headers);
  if (reply.kind === 'raw') {
    response.writeHead(200, { 'Content-Type': reply.contentType }).end(reply.body);
    return;
  }
  const { pieces, pauseMs = 0, headMs = 0, end = 'done' } = reply;
  if (headMs > 0) await pause(headMs);
  if (!streamed) return sendJson(response, 200, completion([...pieces].join('')));
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  let length = 0;
  for (const content of pieces) {
    if (response.destroyed) return;
    length += 1;
    send(response, chunk({ role: 'assistant', content }, null));
    await pause(pauseMs);
  }
  if (end === 'stall') return;
  if (end === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  if (end === 'done') {
    send(response, chunk({}, 'stop'));
    send(response, { ...chunk({}, null), choices: [], usage: usageOf(length) });
    response.write('data: [DONE]\n\n');
  }
  response.end();
}

function pause(ms: number): Promise<void> {
  return ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : new Promise((resolve) => setImmediate(resolve));
}

function send(response: ServerResponse, data: unknown): void {
  response.write(`data: ${JSON.stringify(data)}\n\n`);
}

function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));
}

const ENVELOPE = { id: 'chatcmpl-test', created: 0, model: 'scripted' };

function chunk(delta: object, finish: string | null) {
  return { ...ENVELOPE, object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finish }] };
}

function completion(content: string) {
  const message = { role: 'assistant', content };
  return {
    ...ENVELOPE,
    object: 'chat.completion',
    choices: [{ index: 0, message, finish_reason: 'stop' }],
    usage: usageOf(content.length),
  };
}

function usageOf(length: number) {
  return { prompt_tokens: 100, completion_tokens: length, total_tokens: 100 + length };
}

/** A vector that differs from text to text. */
function smallVector(text: string): readonly number[] {
  const vector = [0, 0, 0, 0, 0, 0, 0, 1];
  for (let i = 0; i < text.length; i += 1) vector[i % 7] = (vector[i % 7] ?? 0) + text.charCodeAt(i) / 10_000;
  return vector;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request.setEncoding('utf8')) text += piece;
  return text;
}
