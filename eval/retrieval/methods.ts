import { entryTableOf } from '../../src/index/entry-table.ts';
import { unitVectors } from '../../src/index/exact-vectors.ts';
import { buildHnsw, HNSW, hnswVectorIndex, loadHnswlib } from '../../src/index/hnsw-vectors.ts';
import { inProcessIndex, type OrdinalVectorIndex } from '../../src/index/in-process.ts';
import { codeVectors, int8VectorIndex } from '../../src/index/int8-vectors.ts';
import { buildLexicalIndex } from '../../src/index/lexical.ts';
import type { Hit } from '../../src/index/ports.ts';
import { questionTerms, weighQuestion } from '../../src/index/question-terms.ts';
import { retriever } from '../../src/index/retriever.ts';
import type { StaticEmbeddings } from '../../src/model/static-embeddings.ts';
import type { RetrievalText } from './beir.ts';
import type { Method } from './method.ts';

/** The project's own ways: BM25 alone, embeddings alone, and the fusion that answering uses. */
export function projectMethods(embedder: StaticEmbeddings): Method[] {
  return [bm25, vectors(embedder), fusion(embedder)];
}

const bm25: Method = {
  name: 'bm25',
  open: async (corpus) => {
    const index = buildLexicalIndex(corpus.map(entryOf));
    const ids = idsIn(corpus);
    return async (question, k) => ids(await index.search(questionTerms(question), { k, only: null }));
  },
};

function vectors(embedder: StaticEmbeddings): Method {
  return {
    name: 'vectors',
    open: async (corpus) => {
      const index = await vectorIndex(corpus, embedder);
      const ids = idsIn(corpus);
      return async (question, k) => ids(await index.search(embedder.embed(question), { k, only: null }));
    },
  };
}

function fusion(embedder: StaticEmbeddings): Method {
  return {
    name: 'fusion',
    open: async (corpus) => {
      const index = inProcessIndex({
        manifest: {
          format: 0,
          generation: 'benchmark',
          embedder: { model: embedder.model, dimensions: embedder.dimensions },
          entries: corpus.length,
          builtAt: '',
        },
        entries: entryTableOf(corpus.map(({ id }) => ({ id, kind: 'passage', documentId: id }))),
        lexical: buildLexicalIndex(corpus.map(entryOf)),
        vectors: await vectorIndex(corpus, embedder),
      });
      const retrieve = retriever(embedder);
      return async (question, k) => {
        const query = { ...weighQuestion(question, index.lexical), only: null, k };
        return (await retrieve(index, query)).map(({ entry }) => entry.id);
      };
    },
  };
}

/** An article's title is its own, not the heading of several passages: it stands in the body. */
export function entryOf({ title, text }: RetrievalText): { readonly heading: string; readonly body: string } {
  return { heading: '', body: title === '' ? text : `${title} . ${text}` };
}

/** Searched as the program searches so many. */
async function vectorIndex(corpus: readonly RetrievalText[], embedder: StaticEmbeddings): Promise<OrdinalVectorIndex> {
  const units = unitVectors(
    corpus.map((text) => embedder.embed(entryOf(text).body)),
    embedder.dimensions,
  );
  const coded = codeVectors(units);
  const hnswlib = corpus.length <= HNSW.scanBelow ? null : await loadHnswlib(console.error);
  return hnswlib === null ? int8VectorIndex(coded) : hnswVectorIndex(buildHnsw(hnswlib, units), coded);
}

function idsIn(corpus: readonly RetrievalText[]): (hits: readonly Hit[]) => string[] {
  return (hits) => hits.map(({ ordinal }) => corpus[ordinal]?.id ?? '');
}
