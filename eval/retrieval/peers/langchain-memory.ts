import type { StaticEmbeddings } from '../../../src/model/static-embeddings.ts';
import type { Method } from '../method.ts';

/** LangChain's in-memory vector store with the project's embeddings. */
export function langchainMemory(embedder: StaticEmbeddings): Method {
  return {
    name: 'langchain memory',
    open: async (corpus) => {
      const { MemoryVectorStore } = await import('@langchain/classic/vectorstores/memory');
      const store = new MemoryVectorStore(embedder);
      await store.addDocuments(
        corpus.map(({ id, title, text }) => ({ pageContent: `${title} . ${text}`, metadata: { id } })),
      );
      return async (question, k) =>
        (await store.similaritySearch(question, k)).map(({ metadata }) => String(metadata.id));
    },
  };
}
