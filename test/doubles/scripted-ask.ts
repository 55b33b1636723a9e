import type { Answer } from '../../src/answering/answer.ts';
import type { Ask } from '../../src/answering/ask.ts';

/** A cited answer as the flow would give it. */
export const SAMPLE_ANSWER: Answer = {
  id: 'a1',
  status: 'answered',
  text: 'Sở Nội vụ chủ trì [1].',
  statements: [{ text: 'Sở Nội vụ chủ trì.', citations: [1] }],
  citations: [
    {
      n: 1,
      documentId: '50-kh-ubnd-bac-giang-2024',
      documentNumber: '50/KH-UBND',
      documentTitle: 'Thực hiện Nghị quyết số 42-NQ/TW',
      issuer: 'Ủy ban nhân dân tỉnh Bắc Giang',
      issuedOn: '2024-08-16',
      headingTrail: ['III. NHIỆM VỤ', '2.1. Nâng cao năng lực'],
      quote: '- Cơ quan chủ trì: Sở Nội vụ.',
      source: { file: '002_01950292f54b1c02.txt', startLine: 128, endLine: 128 },
      span: { start: 8_000, end: 8_030, startLine: 128, endLine: 128 },
      table: null,
      url: '/van-ban/50-kh-ubnd-bac-giang-2024#L128',
    },
  ],
  notes: [{ kind: 'province_merged', text: 'Bắc Giang nay thuộc tỉnh Bắc Ninh.', basis: 'Nghị quyết 202/2025/QH15' }],
  followUps: ['Cơ quan nào phối hợp?'],
  mode: 'extractive',
  standaloneQuestion: 'Sở nào chủ trì?',
};

/** Answers every question with the same answer, step by step. */
export function scriptedAsk(answer: Answer = SAMPLE_ANSWER): Ask {
  return async function* (_request, signal) {
    for (const step of ['understand', 'retrieve', 'compose', 'verify'] as const) {
      signal.throwIfAborted();
      yield { kind: 'status', step };
    }
    yield { kind: 'delta', text: answer.text };
    for (const citation of answer.citations) yield { kind: 'citation', citation };
    yield { kind: 'answer', answer };
  };
}

/** Starts and then waits until the signal aborts; `aborted` resolves when it has. */
export function endlessAsk(): { readonly ask: Ask; readonly aborted: Promise<void> } {
  const { promise, resolve } = Promise.withResolvers<void>();
  const ask: Ask = async function* (_request, signal) {
    yield { kind: 'status', step: 'understand' };
    if (!signal.aborted) await new Promise((wake) => signal.addEventListener('abort', wake, { once: true }));
    resolve();
    signal.throwIfAborted();
  };
  return { ask, aborted: promise };
}
