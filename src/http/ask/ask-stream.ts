import type { AskEvent } from '../../answering/ask.ts';
import { asProblem, isFault } from '../errors.ts';
import type { ServerEvent } from '../event-stream.ts';
import { toProblem } from '../problem.ts';

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
    const problem = asProblem(error);
    if (isFault(problem)) report(error);
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
