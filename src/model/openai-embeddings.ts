import { OpenAIEmbeddings } from '@langchain/openai';
import { circuitBreaker } from './circuit-breaker.ts';
import type { Embedder } from './embedder.ts';
import type { ModelCall } from './model-call.ts';
import { faultOf, ProviderFault } from './provider-fault.ts';

export interface OpenAiEmbedderOptions {
  readonly model: string;
  readonly apiKey: string | null;
  readonly baseUrl: string | null;
  /** What the index at hand was embedded with: saves asking how long a vector is. */
  readonly known?: Pick<Embedder, 'model' | 'dimensions'> | null;
  /** Milliseconds for the embedding of a question, after which it is searched by its words alone. */
  readonly questionMs?: number;
  readonly onCall?: (call: ModelCall) => void;
}

/** Texts per request: every provider takes as many. */
const BATCH = 64;
const REQUEST_MS = 60_000;
/** Questions whose vector is kept. */
const KEPT = 1_000;

/**
 * Embeddings of an OpenAI-compatible provider, through LangChain. The dimensions are those of the index at hand, or
 * of a first vector asked for here, for which the provider must be reachable. Passages must get their vectors: a failure is thrown, after one retry,
 * and what was embedded before is in the cache of the ingestion. A question is not worth waiting for: when its vector
 * does not come in time it is all zeros, which is like nothing, and the words alone decide.
 */
export async function openOpenAiEmbedder(options: OpenAiEmbedderOptions): Promise<Embedder> {
  const { model, apiKey, baseUrl, known = null, questionMs = 2_000, onCall = () => {} } = options;
  const client = (timeout: number, maxRetries: number) =>
    new OpenAIEmbeddings({
      model,
      apiKey: apiKey ?? 'none',
      batchSize: BATCH,
      encodingFormat: 'float',
      maxRetries,
      timeout,
      ...(baseUrl === null ? {} : { configuration: { baseURL: baseUrl } }),
    });
  const passages = client(REQUEST_MS, 1);
  const questions = client(questionMs, 0);
  const name = `openai:${model}`;
  const dimensions = known?.model === name ? known.dimensions : (await passages.embedQuery(PROBE)).length;
  const breaker = circuitBreaker();
  const kept = new Map<string, number[]>();

  async function embedQuestion(text: string): Promise<number[]> {
    const started = performance.now();
    const report = (outcome: ModelCall['outcome']) => {
      const ms = Math.round(performance.now() - started);
      onCall({ model, purpose: 'embedding', outcome, attempts: 1, ms, inputTokens: 0, outputTokens: 0, cost: null });
    };
    try {
      if (!breaker.allows()) throw new ProviderFault('suspended');
      const vector = await questions.embedQuery(text);
      if (vector.length !== dimensions || !vector.every(Number.isFinite)) throw new ProviderFault('broken');
      breaker.succeeded();
      report('completed');
      keep(kept, text, vector);
      return vector;
    } catch (error) {
      const fault = faultOf(error);
      breaker.failed(fault);
      report(fault.kind);
      return new Array<number>(dimensions).fill(0);
    }
  }

  return {
    model: name,
    dimensions,
    embedQuery: async (text) => kept.get(text) ?? embedQuestion(text),
    embedDocuments: (texts) => passages.embedDocuments(texts),
  };
}

/** Any text will do to learn how long a vector is. */
const PROBE = 'văn bản';

function keep(kept: Map<string, number[]>, text: string, vector: number[]): void {
  const [oldest] = kept.keys();
  if (kept.size >= KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(text, vector);
}
