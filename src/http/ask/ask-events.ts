import type { Answer } from '../../answering/answer.ts';
import type { Ask, AskEvent, AskRequest } from '../../answering/ask.ts';
import { ProblemError } from '../problem.ts';
import { PROBLEM_TEXTS } from '../problem-texts.ts';

/** How long one question may take, a slow language model included. */
const DEADLINE_MS = 60_000;

/** The events of one question under the request deadline; throws a problem when it passes. */
export async function* askWithin(
  ask: Ask,
  request: AskRequest,
  gone: AbortSignal,
  deadlineMs = DEADLINE_MS,
): AsyncGenerator<AskEvent, void> {
  const deadline = AbortSignal.timeout(deadlineMs);
  try {
    yield* ask(request, AbortSignal.any([gone, deadline]));
  } catch (cause) {
    if (!deadline.aborted) throw cause;
  }
  if (deadline.aborted) throw new ProblemError(504, PROBLEM_TEXTS.deadline);
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
