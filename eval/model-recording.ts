import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { dirname } from 'node:path';
import { z } from 'zod';

const Recorded = z.object({
  /** Digest of model and messages, without the random word of the request. */
  key: z.string(),
  model: z.string(),
  content: z.string(),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number(), total_tokens: z.number() }).nullable(),
});
type Recorded = z.infer<typeof Recorded>;

const Asked = z.object({ model: z.string(), messages: z.array(z.object({ role: z.string(), content: z.string() })) });
const Chunk = z.object({
  choices: z.array(z.object({ delta: z.object({ content: z.string().nullish() }).optional() })),
  usage: Recorded.shape.usage.nullish(),
});

/** The model whose answers are recorded. */
export interface RecordedModel {
  readonly baseUrl: string;
  readonly apiKey: string | null;
}

export interface ModelRecording {
  /** For `OPENAI_BASE_URL`. */
  readonly url: string;
  readonly counts: () => { readonly replayed: number; readonly recorded: number; readonly missing: number };
  readonly close: () => Promise<void>;
}

/**
 * Stands between the evaluation and a model on loopback: gives the answers a file holds, and asks the model for those it
 * lacks and adds them to the file; without a model those fail. So a run against a paid model can be repeated by anyone.
 */
export async function openModelRecording(file: string, model: RecordedModel | null): Promise<ModelRecording> {
  const known = new Map((await readRecorded(file)).map((recorded) => [recorded.key, recorded]));
  const counts = { replayed: 0, recorded: 0, missing: 0 };
  await mkdir(dirname(file), { recursive: true });

  async function answer(body: string, response: ServerResponse): Promise<void> {
    const asked = Asked.parse(JSON.parse(body));
    const key = keyOf(asked);
    const recorded = known.get(key);
    if (recorded !== undefined) {
      counts.replayed += 1;
      return replay(recorded, response);
    }
    if (model === null) {
      counts.missing += 1;
      response.writeHead(404, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ error: { message: 'This request was not recorded.', code: 'not_recorded' } }));
      return;
    }
    const content = await passOn(body, model, response);
    if (content === null) return;
    counts.recorded += 1;
    const made = { key, model: asked.model, ...content };
    known.set(key, made);
    await appendFile(file, `${JSON.stringify(made)}\n`);
  }

  const server = createServer((request, response) => {
    response.on('error', () => {});
    textOf(request)
      .then((body) => answer(body, response))
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/v1`,
    counts: () => ({ ...counts }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readRecorded(file: string): Promise<Recorded[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Recorded.parse(JSON.parse(line)));
}

/** The same prompt has the same key whatever random word marks its data. */
function keyOf({ model, messages }: z.infer<typeof Asked>): string {
  const text = JSON.stringify([model, messages]).replace(/du_lieu_[0-9a-f]{16}/gu, 'du_lieu_');
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

function replay({ content, usage }: Recorded, response: ServerResponse): void {
  const chunks = [{ choices: [{ index: 0, delta: { role: 'assistant', content } }] }, { choices: [], usage }];
  response.writeHead(200, { 'Content-Type': 'text/event-stream' });
  response.end(`${chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`).join('')}data: [DONE]\n\n`);
}

/** Passes a request on and its answer back as it comes; null when there was no whole answer to keep. */
async function passOn(
  body: string,
  { baseUrl, apiKey }: RecordedModel,
  response: ServerResponse,
): Promise<Pick<Recorded, 'content' | 'usage'> | null> {
  const upstream = await fetch(`${baseUrl.replace(/\/$/, '')}/chat/completions`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(apiKey === null ? {} : { Authorization: `Bearer ${apiKey}` }),
    },
    body,
  });
  response.writeHead(upstream.status, { 'Content-Type': upstream.headers.get('Content-Type') ?? 'text/plain' });
  const decoder = new TextDecoder();
  let text = '';
  for await (const bytes of upstream.body ?? []) {
    text += decoder.decode(bytes, { stream: true });
    response.write(bytes);
  }
  response.end();
  return upstream.ok && text.includes('[DONE]') ? contentOf(text) : null;
}

function contentOf(events: string): Pick<Recorded, 'content' | 'usage'> {
  const chunks = events
    .split('\n')
    .filter((line) => line.startsWith('data: {'))
    .map((line) => Chunk.parse(JSON.parse(line.slice('data: '.length))));
  return {
    content: chunks.flatMap(({ choices }) => choices.map(({ delta }) => delta?.content ?? '')).join(''),
    usage: chunks.flatMap(({ usage }) => usage ?? []).at(-1) ?? null,
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request.setEncoding('utf8')) text += piece;
  return text;
}
