import { remembering } from './answering/answer-cache.ts';
import type { ModelAnswering } from './answering/llm/model-answering.ts';
import { createAsk } from './answering/pipeline.ts';
import type { Trace } from './answering/trace.ts';
import { todayInVietnam } from './http/calendar/due-dates.ts';
import type { Library, Search } from './http/library.ts';
import type { PublishedIndex } from './index/ports.ts';
import { weighQuestion } from './index/question-terms.ts';
import type { Retrieve } from './index/retriever.ts';
import type { DocumentStore } from './store/document-store.ts';

/** What answers are made with, beside a generation; each runtime brings its own. */
export interface AnsweringParts {
  readonly retrieve: Retrieve;
  readonly model: ModelAnswering | null;
  readonly onTrace: ((trace: Trace) => void) | null;
  /** Characters of documents, and answers, that are kept in memory; as many as fit a server when left out. */
  readonly kept?: { readonly characters: number; readonly answers: number };
}

/** The library over one published generation, whatever stores it. */
export async function libraryOver(
  { index, store }: { readonly index: PublishedIndex; readonly store: DocumentStore },
  { retrieve, model, onTrace, kept }: AnsweringParts,
): Promise<Library> {
  const corpus = {
    index,
    documents: await store.documents(),
    document: async (id: string) => {
      const document = await store.document(id);
      if (document === null) throw new Error(`Document "${id}" is in the index but not in the store.`);
      return document;
    },
  };
  const search: Search = async (query, k, signal) => {
    const candidates = await retrieve(index, { ...weighQuestion(query, index.lexical), only: null, k, signal });
    return candidates.map(({ entry, score, parts }) => ({ ...entry, score, parts }));
  };
  const today = () => todayInVietnam(Date.now());
  const ask = createAsk({
    corpus,
    retrieve,
    today,
    model,
    ...(onTrace === null ? {} : { trace: onTrace }),
    ...(kept === undefined ? {} : { keptCharacters: kept.characters }),
  });
  // With a model, an extractive answer may stand in for one that failed, and must not be kept.
  return {
    manifest: index.manifest,
    store,
    ask: model === null ? remembering(ask, today, kept?.answers) : ask,
    search,
  };
}
