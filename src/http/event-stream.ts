/** One server-sent event; `event` null for the unnamed kind. */
export interface ServerEvent {
  readonly event: string | null;
  readonly data: string;
}

/**
 * A response that sends events as they are made and asks for the next one only when the last has left. When the
 * client goes away the signal aborts and the producer is ended: some runtimes tell by cancelling the body, others by
 * the signal of the request.
 */
export function eventStream(
  request: Request,
  produce: (signal: AbortSignal) => AsyncGenerator<ServerEvent, void>,
): Response {
  const gone = new AbortController();
  const events = produce(gone.signal);
  const leave = async (): Promise<void> => {
    gone.abort();
    await events.return();
  };
  request.signal.addEventListener('abort', leave, { once: true });
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await events.next();
      if (next.done === true) controller.close();
      else controller.enqueue(encoder.encode(format(next.value)));
    },
    cancel: leave,
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
