import type { Retrieve } from '../index/retriever.ts';
import type { Ask } from './ask.ts';
import { assemble } from './assemble.ts';
import { compose } from './compose/compose.ts';
import { composeCourtesy } from './compose/courtesy.ts';
import type { Corpus } from './corpus.ts';
import { gather, viewCache } from './evidence/gather.ts';
import { notesFor } from './notes/notes.ts';
import { answerWithModel } from './llm/answer-with-model.ts';
import type { ModelAnswering } from './llm/model-answering.ts';
import { asksForAsMuch, isUnclear } from './llm/rewrite-question.ts';
import type { Trace } from './trace.ts';
import { catalogueOf } from './understand/catalogue.ts';
import { understand } from './understand/understand.ts';
import { verify } from './verify/verify.ts';

/** What answering works with: one published generation, retrieval over it, and the day it is. */
export interface Answering {
  readonly corpus: Corpus;
  readonly retrieve: Retrieve;
  /** Today, YYYY-MM-DD, for notes on validity when the request names no day. */
  readonly today: () => string;
  /** Words the answers when there is one; without it nothing else changes. */
  readonly model?: ModelAnswering | null;
  /** Told how each answer came about; for the command line. */
  readonly trace?: (trace: Trace) => void;
}

/**
 * The answering flow over one generation: understand → retrieve → compose → verify → answer.
 *
 * @example for await (const event of createAsk(answering)(request, signal)) if (event.kind === 'answer') …
 */
export function createAsk({ corpus, retrieve, today, trace }: Answering): Ask {
  const catalogue = catalogueOf(corpus);
  const views = viewCache(corpus);
  return async function* ask(request, signal) {
    yield { kind: 'status', step: 'understand' };
    const understanding = understand(request, catalogue);
    const courtesy = composeCourtesy(understanding.intent, understanding.folded);
    if (courtesy !== null) {
      const answer = assemble(courtesy, { notes: [], mode: 'extractive', standaloneQuestion: understanding.question });
      yield { kind: 'delta', text: answer.text };
      yield { kind: 'answer', answer };
      return;
    }

    yield { kind: 'status', step: 'retrieve' };
    const evidence = await gather(understanding, corpus, retrieve, views);
    signal.throwIfAborted();

    yield { kind: 'status', step: 'compose' };
    const drafted = compose(understanding, evidence);
    trace?.({ understanding, evidence, drafted });

    yield { kind: 'status', step: 'verify' };
    const { draft: verified } = verify(drafted);
    const asked = understanding.scope.named ? understanding.scope.ids : [];
    const notes = notesFor(verified, { asOf: request.asOf ?? today(), documents: corpus.documents, asked });
    const answer = assemble(verified, { notes, mode: 'extractive', standaloneQuestion: understanding.question });
    yield { kind: 'delta', text: answer.text };
    for (const citation of answer.citations) yield { kind: 'citation', citation };
    yield { kind: 'answer', answer };
  };
}
