/** One server-sent event; `event` null for the unnamed kind. */
export interface ServerEvent {
  readonly event: string | null;
  readonly data: string;
}

/**
 * A response that sends events as they are made and asks for the next one only when the last has left. When the
 * client goes away the signal aborts and the producer is ended.
 */
export function eventStream(produce: (signal: AbortSignal) => AsyncGenerator<ServerEvent, void>): Response {
  const gone = new AbortController();
  const events = produce(gone.signal);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await events.next();
      if (next.done === true) controller.close();
      else controller.enqueue(encoder.encode(format(next.value)));
    },
    async cancel() {
      gone.abort();
      await events.return();
    },
  });
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=UTF-8',
      'Cache-Control': 'no-store',
      // Proxies of the nginx family hold answers back without it.
      'X-Accel-Buffering': 'no',
    },
  });
}

function format({ event, data }: ServerEvent): string {
  const lines = data.split('\n').map((line) => `data: ${line}\n`);
  return `${event === null ? '' : `event: ${event}\n`}${lines.join('')}\n`;
}
