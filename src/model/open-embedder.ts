import type { ModelSettings } from '../settings.ts';
import type { Embedder } from './embedder.ts';
import type { ModelCall } from './model-call.ts';
import { StaticEmbeddings } from './static-embeddings.ts';
import type { StaticModel } from './static-model.ts';

/** The provider of the configured embedding model does not answer. */
export class EmbedderUnavailableError extends Error {
  override readonly name = 'EmbedderUnavailableError';
}

export interface EmbedderContext {
  /** What the index at hand was embedded with. */
  readonly known?: Pick<Embedder, 'model' | 'dimensions'> | null;
  readonly onCall?: (call: ModelCall) => void;
}

/**
 * The embedder the settings ask for; without any, the one that ships with the project, which `openShipped` fetches. Throws
 * `EmbedderUnavailableError`, a sentence with the remedy, when the configured provider cannot be reached.
 */
export async function openEmbedder(
  { apiKey, baseUrl, embeddingModel: model }: ModelSettings,
  openShipped: () => Promise<StaticModel>,
  { known = null, onCall = () => {} }: EmbedderContext = {},
): Promise<Embedder> {
  if (model === null || (apiKey === null && baseUrl === null)) return new StaticEmbeddings(await openShipped());
  const { openOpenAiEmbedder } = await import('./openai-embeddings.ts');
  try {
    return await openOpenAiEmbedder({ model, apiKey, baseUrl, known, onCall });
  } catch (cause) {
    throw new EmbedderUnavailableError(
      `Mô hình nhúng ${model} không trả lời. Kiểm tra OPENAI_API_KEY, OPENAI_BASE_URL và mạng, hoặc bỏ OPENAI_EMBEDDING_MODEL rồi chạy "npm run ingest".`,
      { cause },
    );
  }
}
