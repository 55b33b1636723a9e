import { Agent, request } from 'node:http';
import { type Latencies, latenciesOf } from './load.ts';

/** One request of a load. */
export interface Shot {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly accept: string;
  readonly body: string | null;
}

/**
 * Sends requests over kept connections, each connection the next one as soon as it has its response, until they are
 * used up or the time is over. Node's own client without a layer on it: the load shares the machine with the server.
 */
export async function loadHttp(
  url: string,
  shots: Iterator<Shot>,
  { connections, seconds = Number.POSITIVE_INFINITY }: { readonly connections: number; readonly seconds?: number },
): Promise<Latencies> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  const failures: string[] = [];
  const started = performance.now();
  const work = async () => {
    while (performance.now() - started < seconds * 1000) {
      const { value: shot, done } = shots.next();
      if (done === true) return;
      const sent = performance.now();
      const status = await send(url, shot, agent).catch((error: unknown) => String(error));
      if (status === 200) latencies.push(performance.now() - sent);
      else failures.push(`${shot.method} ${shot.path}: ${status}`);
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  agent.destroy();
  return latenciesOf(latencies, failures, performance.now() - started);
}

/** The status, once the whole response has come. */
function send(url: string, { method, path, accept, body }: Shot, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { accept, ...(body === null ? {} : { 'content-type': 'application/json' }) };
    const sent = request(new URL(path, url), { method, agent, headers }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode ?? 0)).once('error', reject);
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

/** POST /api/ask for a question; as of another day than the last time it is answered anew, not remembered. */
export function askShot(
  { question, history }: { readonly question: string; readonly history: readonly unknown[] },
  { asOf = null, accept = 'application/json' }: { readonly asOf?: string | null; readonly accept?: string } = {},
): Shot {
  const body = JSON.stringify({
    question,
    ...(history.length === 0 ? {} : { history }),
    ...(asOf === null ? {} : { asOf }),
  });
  return { method: 'POST', path: '/api/ask', accept, body };
}

/** A day for each round of a load, from tomorrow on. */
export function dayOfRound(round: number): string {
  return new Date(Date.now() + (round + 1) * 86_400_000).toISOString().slice(0, 10);
}
