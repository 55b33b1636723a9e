import type { Answer } from '../../answering/answer.ts';
import type { Ask, AskEvent, AskRequest } from '../../answering/ask.ts';
import { ProblemError } from '../problem.ts';
import { PROBLEM_TEXTS } from '../problem-texts.ts';

/** Answers a question for a client that may leave: the way every route asks. */
export type AskFor = (ask: Ask, request: AskRequest, gone: AbortSignal) => AsyncGenerator<AskEvent, void>;

export interface AskForOptions {
  /** How long one question may take, a slow language model included. */
  readonly deadlineMs?: number;
  /** Is told of every finished answer and how long it took. */
  readonly onAnswer?: (request: AskRequest, answer: Answer, ms: number) => void;
  /** Gives every finished answer the id it is known by here; without it an answer keeps the one it came with. */
  readonly newId?: (() => Promise<string>) | null;
}

/** Asking under a deadline; throws a problem when it passes. */
export function askWithin({ deadlineMs = 60_000, onAnswer = () => {}, newId = null }: AskForOptions = {}): AskFor {
  return async function* askFor(ask, request, gone) {
    const start = performance.now();
    const id = newId?.();
    const stop = new AbortController();
    let late = false;
    const leave = () => stop.abort();
    // A timer that is cleared, where AbortSignal.timeout would outlive every answer by a minute.
    const timer = setTimeout(() => {
      late = true;
      stop.abort();
    }, deadlineMs);
    if (gone.aborted) stop.abort();
    gone.addEventListener('abort', leave, { once: true });
    try {
      for await (const event of ask(request, stop.signal)) {
        if (event.kind === 'answer') {
          onAnswer(request, event.answer, performance.now() - start);
          yield id === undefined ? event : { kind: 'answer', answer: { ...event.answer, id: await id } };
        } else yield event;
      }
    } catch (cause) {
      if (!late) throw cause;
    } finally {
      clearTimeout(timer);
      gone.removeEventListener('abort', leave);
    }
    if (late) throw new ProblemError(504, PROBLEM_TEXTS.deadline);
  };
}

/** The answer that ends the events; null when the client went away before it was made. */
export async function lastAnswer(events: AsyncIterable<AskEvent>, gone: AbortSignal): Promise<Answer | null> {
  try {
    for await (const event of events) if (event.kind === 'answer') return event.answer;
  } catch (error) {
    if (!gone.aborted) throw error;
  }
  if (gone.aborted) return null;
  throw new Error('The answering flow ended without an answer event.');
}
