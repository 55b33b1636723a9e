import type { Retrieve } from '../index/retriever.ts';
import type { Ask, AskRequest } from './ask.ts';
import { assemble } from './assemble.ts';
import { compose, composeQuoted } from './compose/compose.ts';
import { composeCourtesy } from './compose/courtesy.ts';
import { composeNotFound } from './compose/decline.ts';
import type { Draft } from './compose/draft.ts';
import { withFollowUps } from './compose/follow-ups.ts';
import { distinctParts, joinParts, joinSides } from './compose/parts.ts';
import type { Corpus } from './corpus.ts';
import type { Evidence } from './evidence/evidence.ts';
import { gather } from './evidence/gather.ts';
import { viewCache } from './evidence/view-cache.ts';
import { answerWithModel } from './llm/answer-with-model.ts';
import { type ModelAnswering, withinDeadline } from './llm/model-answering.ts';
import { asksForTheSame, isUnclear } from './llm/rewrite-question.ts';
import type { Findings } from './llm/write-statements.ts';
import { notesFor } from './notes/notes.ts';
import type { Trace } from './trace.ts';
import { catalogueOf } from './understand/catalogue.ts';
import { understand, understandEither, understandParts } from './understand/understand.ts';
import type { Understanding } from './understand/understanding.ts';
import { LIST_MARK } from './verify/reading.ts';
import { verify } from './verify/verify.ts';

/** What answering works with: one published generation, retrieval over it, and the day it is. */
export interface Answering {
  readonly corpus: Corpus;
  readonly retrieve: Retrieve;
  /** Today, YYYY-MM-DD, for notes on validity when the request names no day. */
  readonly today: () => string;
  /** Words the answers when there is one; without it nothing else changes. */
  readonly model?: ModelAnswering | null;
  /** Characters of documents that are kept in memory, with what was worked out of them. */
  readonly keptCharacters?: number;
  /** Told how each answer came about; for the command line. */
  readonly trace?: (trace: Trace) => void;
}

/**
 * The answering flow over one generation: understand → retrieve → compose → verify → answer. With a
 * model, the verified answer is worded by it, statement by statement, each verified again.
 *
 * @example for await (const event of createAsk(answering)(request, signal)) if (event.kind === 'answer') …
 */
export function createAsk({ corpus, retrieve, today, trace, keptCharacters, model = null }: Answering): Ask {
  const catalogue = catalogueOf(corpus);
  const views = viewCache(corpus, keptCharacters);

  /** What the engine finds by itself for a question it understands so. */
  async function find(understanding: Understanding, signal: AbortSignal): Promise<Found> {
    const evidence = await gather(understanding, { corpus, retrieve, views }, signal);
    const drafted = compose(understanding, evidence);
    if (trace !== undefined) trace({ understanding, evidence, drafted, dropped: verify(drafted).dropped });
    return {
      question: understanding.question,
      understanding,
      evidence,
      found: withFollowUps(held(drafted, understanding, evidence), understanding),
      parts: 1,
    };
  }

  /** Of two things put beside each other either is found, at places of its own; else the question stays one. */
  async function findEither(request: AskRequest, whole: Understanding, signal: AbortSignal): Promise<Found | null> {
    const sides = await Promise.all(
      understandEither(request, whole, catalogue).map(async ({ name, understanding }) => ({
        ...(await find(understanding, signal)),
        name,
      })),
    );
    const [first] = sides;
    const found = joinSides(sides);
    return first === undefined || found === null
      ? null
      : { ...first, question: whole.question, understanding: whole, found, parts: sides.length };
  }

  /** A question that asks for several things is answered part by part; as one where that answers nothing. */
  async function findParts(request: AskRequest, whole: Understanding, signal: AbortSignal): Promise<Found> {
    const either = await findEither(request, whole, signal);
    if (either !== null) return either;
    const understandings = understandParts(request, whole, catalogue);
    const parts = distinctParts(await Promise.all(understandings.map((part) => find(part, signal))));
    const found = joinParts(parts);
    const [first] = parts;
    return found === null || first === undefined
      ? find(whole, signal)
      : { ...first, question: whole.question, understanding: whole, found, parts: parts.length };
  }

  /** A question that is unclear and found nothing is put in other words, once; it stays as it was when that is no better. */
  async function findAgain(first: Found, request: AskRequest, signal: AbortSignal): Promise<Found> {
    if (model === null || !isUnclear(first.understanding, first.found, request)) return first;
    const question = await model.rewrite(request, signal);
    if (question === null || question === request.question) return first;
    const understanding = understand({ ...request, question, history: [] }, catalogue);
    if (!asksForTheSame(understanding, first.understanding)) return first;
    const second = await find(understanding, signal);
    return isAnswered(second.found) ? second : first;
  }

  return async function* ask(request, signal) {
    const inTime = model === null ? signal : withinDeadline(signal, model.deadlineMs);
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
    const findings = await findAgain(await findParts(request, understanding, signal), request, inTime);
    signal.throwIfAborted();

    yield { kind: 'status', step: 'compose' };
    const notes = (draft: Draft) => notesFor(draft, { asOf: request.asOf ?? today(), documents: corpus.documents });
    if (model !== null && isForWording(findings)) {
      yield* answerWithModel(findings, { write: model.write, notesFor: notes, signal: inTime });
      return;
    }

    yield { kind: 'status', step: 'verify' };
    const { found, question } = findings;
    const answer = assemble(found, { notes: notes(found), mode: 'extractive', standaloneQuestion: question });
    yield { kind: 'delta', text: answer.text };
    for (const citation of answer.citations) yield { kind: 'citation', citation };
    yield { kind: 'answer', answer };
  };
}

/**
 * What holds of a draft; where its first claim does not, on which the others rest, the best sentence in its own words. A
 * decline of which nothing holds still says what was looked for.
 */
function held(drafted: Draft, understanding: Understanding, evidence: Evidence): Draft {
  const { draft, dropped } = verify(drafted);
  if (!isAnswered(drafted))
    return draft.statements.length > 0 ? draft : verify(composeNotFound(understanding, evidence)).draft;
  const first = drafted.statements.find(({ kind }) => kind === 'claim');
  const stands = isAnswered(draft) && !dropped.some(({ statement }) => statement === first);
  if (stands) return draft;
  const quoted = composeQuoted(understanding, evidence);
  const verified = quoted === null ? null : verify(quoted).draft;
  return verified !== null && isAnswered(verified) ? verified : verify(composeNotFound(understanding, evidence)).draft;
}

/** Findings, with how the question was read. */
interface Found extends Findings {
  readonly understanding: Understanding;
  /** How many questions it answers. */
  readonly parts: number;
}

function isAnswered({ status }: Draft): boolean {
  return status === 'answered' || status === 'partial';
}

/**
 * A model words answers; it makes none where the engine declines or asks back. Lists, comparisons and answers in parts
 * stay as they are: there is nothing to word in them, and their count, order and completeness are the engine's to keep.
 */
function isForWording({ found, parts }: Found): boolean {
  return parts === 1 && isAnswered(found) && !found.statements.some(({ text }) => LIST_MARK.test(text));
}
