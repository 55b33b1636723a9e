import { createAdaptorServer } from '@hono/node-server';
import type { Answer } from '../../src/answering/answer.ts';
import type { Ask } from '../../src/answering/ask.ts';
import { OTHER_PLAN, SAMPLE_PLAN } from '../doubles/sample-documents.ts';
import { sampleStore } from '../doubles/sample-store.ts';
import { SAMPLE_ANSWER, scriptedAsk } from '../doubles/scripted-ask.ts';
import { type TestAppOptions, testApp } from '../doubles/test-app.ts';

export interface Site {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** An answer that cites the appendix row and the assignment of the sample plan. */
export const CITED: Answer = citedAnswer();

function citedAnswer(): Answer {
  const [sample] = SAMPLE_ANSWER.citations;
  const [, target] = SAMPLE_PLAN.targets;
  const [assignment] = SAMPLE_PLAN.assignments;
  if (sample === undefined || target === undefined || assignment === undefined) throw new Error('The sample is empty.');
  const citations = [target, assignment].map(({ quote, span, headingTrail }, i) => ({
    ...sample,
    n: i + 1,
    quote,
    span,
    headingTrail,
    source: { file: SAMPLE_PLAN.source.file, startLine: span.startLine, endLine: span.endLine },
    url: `/van-ban/${SAMPLE_PLAN.document.id}#L${span.startLine}`,
  }));
  const statements = [
    { text: 'Đến năm 2030 dưới 2,35%.', citations: [1] },
    { text: 'Sở Nội vụ chủ trì khen thưởng.', citations: [2] },
  ];
  const text = 'Đến năm 2030 dưới 2,35% [1]. Sở Nội vụ chủ trì khen thưởng [2].';
  return { ...SAMPLE_ANSWER, text, statements, citations };
}

/** The application over the sample plans on a port of its own; "mãi" in a question makes it wait until it is stopped. */
export async function startSite(
  options: TestAppOptions = {},
  endless: Ask | null = null,
  cited: Ask = scriptedAsk(CITED),
): Promise<Site> {
  const { store, remove } = await sampleStore([SAMPLE_PLAN, OTHER_PLAN]);
  const ask: Ask = (request, signal) =>
    endless !== null && request.question.includes('mãi') ? endless(request, signal) : cited(request, signal);
  const server = createAdaptorServer({ fetch: testApp({ store, ask, ...options }).fetch });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  return {
    origin: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    close: async () => {
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await remove();
    },
  };
}
