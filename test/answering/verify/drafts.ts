import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ingestFile } from '../../../ingest/pipeline.ts';
import type { Answer } from '../../../src/answering/answer.ts';
import { compose } from '../../../src/answering/compose/compose.ts';
import { composeCourtesy } from '../../../src/answering/compose/courtesy.ts';
import type { Draft } from '../../../src/answering/compose/draft.ts';
import type { Corpus } from '../../../src/answering/corpus.ts';
import { gather } from '../../../src/answering/evidence/gather.ts';
import { viewCache } from '../../../src/answering/evidence/view-cache.ts';
import { createAsk } from '../../../src/answering/pipeline.ts';
import { catalogueOf } from '../../../src/answering/understand/catalogue.ts';
import { understand } from '../../../src/answering/understand/understand.ts';
import type { IngestedDocument } from '../../../src/document/ingested-document.ts';
import { entriesOf } from '../../../src/index/entry.ts';
import { entryTableOf } from '../../../src/index/entry-table.ts';
import { inProcessIndex } from '../../../src/index/in-process.ts';
import { buildLexicalIndex } from '../../../src/index/lexical.ts';
import type { Retrieve } from '../../../src/index/retriever.ts';

/** A question as the evaluation files hold it. */
export interface Asked {
  readonly question: string;
  readonly history: readonly { readonly role: 'user' | 'assistant'; readonly content: string }[];
}

/** Reads folders through ingestion; files that are refused are left out. */
export async function readFolders(folders: readonly string[]): Promise<readonly IngestedDocument[]> {
  const documents: IngestedDocument[] = [];
  for (const folder of folders) {
    for (const file of (await readdir(folder)).sort()) {
      const ingestion = await ingestFile(join(folder, file));
      if (ingestion.kind === 'document') documents.push(ingestion.ingested);
    }
  }
  return documents;
}

/** Reads invented documents, by file name, through ingestion. */
export async function readTexts(texts: Readonly<Record<string, string>>): Promise<readonly IngestedDocument[]> {
  const folder = await mkdtemp(join(tmpdir(), 'hoi-dap-texts-'));
  try {
    await Promise.all(Object.entries(texts).map(([name, text]) => writeFile(join(folder, name), text)));
    return await readFolders([folder]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The answering flow up to the draft, over BM25 alone: what verification gets. */
export function drafter(documents: readonly IngestedDocument[]): (asked: Asked) => Promise<Draft> {
  const corpus = corpusOf(documents);
  const catalogue = catalogueOf(corpus);
  const views = viewCache(corpus);
  return async ({ question, history }) => {
    const request = {
      ...{ question: question.trim(), history, conversationId: null, asOf: null },
      filters: { province: null, documentIds: null },
    };
    const understanding = understand(request, catalogue);
    const courtesy = composeCourtesy(understanding.intent, understanding.folded);
    return courtesy ?? compose(understanding, await gather(understanding, { corpus, retrieve, views }));
  };
}

/** The whole flow over BM25 alone, from a question with its history to the answer. */
export function answerer(documents: readonly IngestedDocument[]): (asked: Asked) => Promise<Answer> {
  const ask = createAsk({ corpus: corpusOf(documents), retrieve, today: () => '2026-11-23' });
  return async ({ question, history }) => {
    const request = {
      ...{ question, history, conversationId: null, asOf: null },
      filters: { province: null, documentIds: null },
    };
    for await (const event of ask(request, new AbortController().signal)) {
      if (event.kind === 'answer') return event.answer;
    }
    throw new Error(`"${question}" ended without an answer.`);
  };
}

function corpusOf(documents: readonly IngestedDocument[]): Corpus {
  const entries = documents.flatMap(entriesOf);
  return {
    index: inProcessIndex({
      manifest: {
        format: 1,
        generation: '',
        embedder: { model: '', dimensions: 0 },
        entries: entries.length,
        builtAt: '',
      },
      entries: entryTableOf(entries),
      lexical: buildLexicalIndex(entries),
      vectors: { search: async () => [], size: 0, dimensions: 0 },
    }),
    documents: documents.map(({ document }) => document),
    document: async (id) => {
      const found = documents.find(({ document }) => document.id === id);
      if (found === undefined) throw new RangeError(`No document "${id}".`);
      return found;
    },
  };
}

const retrieve: Retrieve = async (index, { terms, only, k }) => {
  const hits = await index.lexical.search(terms, { k, only });
  const placed = await index.entriesAt(hits.map(({ ordinal }) => ordinal));
  return placed.map(({ ordinal, entry }, i) => {
    const score = hits[i]?.score ?? 0;
    return { entry, ordinal, score, parts: { lexical: score, vector: 0 } };
  });
};
