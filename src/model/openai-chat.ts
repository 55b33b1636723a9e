import { ChatPromptTemplate } from '@langchain/core/prompts';
import { ChatOpenAI } from '@langchain/openai';
import type { ChatModel, ChatPiece, ChatRequest } from './chat-model.ts';

export interface OpenAiChatOptions {
  readonly model: string;
  /** Null for servers that want none. */
  readonly apiKey: string | null;
  readonly baseUrl: string | null;
}

/** A long list and the thoughts before it. */
const MOST_TOKENS = 4_000;

/** Reasoning models answer only at their own temperature. */
const FIXED_TEMPERATURE = /^(?:o\d|gpt-5)/;

/**
 * A chat model behind an OpenAI-compatible interface, as a LangChain sequence of prompt and model with structured
 * output. A server that does not know the form of output is asked without it from then on: the prompt states the form
 * as well. Retries and deadlines are the caller's matter (`boundedChat`).
 */
export function openAiChat({ model, apiKey, baseUrl }: OpenAiChatOptions): ChatModel {
  const chat = new ChatOpenAI({
    model,
    apiKey: apiKey ?? 'none',
    maxRetries: 0,
    maxTokens: MOST_TOKENS,
    useResponsesApi: false,
    ...(FIXED_TEMPERATURE.test(model) ? {} : { temperature: 0 }),
    ...(baseUrl === null ? {} : { configuration: { baseURL: baseUrl } }),
  });
  let structured = true;

  function sequence({ prompt, schema }: ChatRequest) {
    const form = { type: 'json_schema' as const, json_schema: { name: prompt.name, schema, strict: true } };
    return ChatPromptTemplate.fromMessages(
      [
        ['system', prompt.system],
        ['human', prompt.user],
      ],
      { templateFormat: 'mustache' },
    ).pipe(structured ? chat.withConfig({ response_format: form }) : chat);
  }

  async function* stream(request: ChatRequest, signal: AbortSignal): AsyncGenerator<ChatPiece> {
    try {
      yield* pieces(await sequence(request).stream({ ...request.values }, { signal }));
    } catch (error) {
      if (!structured || !refusesForm(error)) throw error;
      structured = false;
      yield* pieces(await sequence(request).stream({ ...request.values }, { signal }));
    }
  }

  return { name: model, stream };
}

type Chunks = AsyncIterable<{
  readonly text: string;
  readonly usage_metadata?: { readonly input_tokens: number; readonly output_tokens: number } | undefined;
}>;

async function* pieces(chunks: Chunks): AsyncGenerator<ChatPiece> {
  for await (const { text, usage_metadata: usage } of chunks) {
    if (text !== '') yield { kind: 'text', text };
    if (usage !== undefined) {
      yield { kind: 'usage', inputTokens: usage.input_tokens, outputTokens: usage.output_tokens };
    }
  }
}

function refusesForm(error: unknown): boolean {
  return error instanceof Error && 'status' in error && error.status === 400 && /response_format/i.test(error.message);
}
