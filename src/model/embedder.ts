import type { EmbeddingsInterface } from '@langchain/core/embeddings';

/** LangChain embeddings that say what they are, so that an index built with others is noticed. */
export interface Embedder extends EmbeddingsInterface {
  /** Name and version; part of the embedding cache's key and of the index manifest. */
  readonly model: string;
  readonly dimensions: number;
}
