import { z } from 'zod';
import type { Asker } from './asker.ts';

const sourceSchema = z.object({ file: z.string(), startLine: z.int(), endLine: z.int() });

const answerSchema = z.object({
  status: z.enum(['answered', 'partial', 'clarify', 'not_found', 'out_of_scope', 'refused', 'chat']),
  text: z.string(),
  citations: z.array(z.object({ quote: z.string(), source: sourceSchema })),
});

/** Asks a running server through `POST /api/ask`, as the outside evaluation does. */
export function httpAsker(baseUrl: string): Asker {
  return {
    async ask({ question, history }, asOf) {
      const started = performance.now();
      const response = await fetch(new URL('/api/ask', baseUrl), {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ question, ...(history.length === 0 ? {} : { history }), ...(asOf && { asOf }) }),
      });
      const body: unknown = await response.json();
      const latency = performance.now() - started;
      if (!response.ok)
        throw new Error(`${baseUrl} answered ${response.status} to “${question}”: ${JSON.stringify(body)}`);
      const { status, text, citations } = answerSchema.parse(body);
      return { status, text, citations: citations.map(({ quote, source }) => ({ quote, ...source })), latency };
    },
    search: null,
    close: async () => {},
  };
}
