import type { AskEvent } from '../../answering/ask.ts';
import type { ServerEvent } from '../event-stream.ts';
import { ProblemError, toProblem } from '../problem.ts';
import { PROBLEM_TEXTS } from '../problem-texts.ts';

export type ReportError = (error: unknown) => void;

/** Answering as server-sent events: `status`, `delta`, `citation`, then one `answer` or one `error`. */
export async function* askStream(
  events: AsyncIterable<AskEvent>,
  { gone, report }: { readonly gone: AbortSignal; readonly report: ReportError },
): AsyncGenerator<ServerEvent, void> {
  try {
    for await (const event of events) yield toServerEvent(event);
  } catch (error) {
    if (gone.aborted) return;
    const problem = error instanceof ProblemError ? error : new ProblemError(500, PROBLEM_TEXTS.internal);
    if (problem !== error) report(error);
    yield { event: 'error', data: JSON.stringify(toProblem(problem)) };
  }
}

function toServerEvent(event: AskEvent): ServerEvent {
  return { event: event.kind, data: JSON.stringify(payload(event)) };
}

function payload(event: AskEvent): unknown {
  switch (event.kind) {
    case 'status':
      return { step: event.step };
    case 'delta':
      return { text: event.text };
    case 'citation':
      return event.citation;
    case 'answer':
      return event.answer;
  }
}
