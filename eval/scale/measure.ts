import type { Library } from '../../src/http/library.ts';
import { type Latencies, latenciesOf } from '../bench/load.ts';
import { SCALE_KINDS, type ScaleKind, type ScaleQuestion } from './questions.ts';

/** How fast questions of a kind were answered, and how many of the answers named what they were to name. */
export interface KindResult extends Latencies {
  readonly kind: ScaleKind;
  readonly right: number;
  readonly latencies: readonly number[];
}

/** Every third question warms the program up, as those before it warm a service that has been running; the others count. */
const WARMING = 3;

/**
 * Asks the questions one after the other. No question comes twice; of the documents those used last are open, up to a
 * number of characters that a corpus of 100,000 passages just exceeds and larger ones exceed by far.
 */
export async function measureAnswers(library: Library, questions: readonly ScaleQuestion[]): Promise<KindResult[]> {
  for (const question of questions.filter((_, i) => i % WARMING === 0)) await answerTo(library, question);
  const measured = questions.filter((_, i) => i % WARMING !== 0);
  const results = new Map<ScaleKind, { latencies: number[]; right: number }>();
  for (const question of measured) {
    const started = performance.now();
    const text = await answerTo(library, question);
    const result = results.get(question.kind) ?? { latencies: [], right: 0 };
    result.latencies.push(performance.now() - started);
    if (text.includes(question.expects)) result.right += 1;
    results.set(question.kind, result);
  }
  return SCALE_KINDS.flatMap((kind) => {
    const result = results.get(kind);
    if (result === undefined) return [];
    const { latencies, right } = result;
    const elapsed = latencies.reduce((sum, latency) => sum + latency, 0);
    return [{ kind, right: right / latencies.length, latencies, ...latenciesOf(latencies, [], elapsed) }];
  });
}

/** Retrieval alone, twenty hits. */
export async function measureSearch(library: Library, questions: readonly ScaleQuestion[]): Promise<Latencies> {
  const latencies: number[] = [];
  for (const { text } of questions) {
    const started = performance.now();
    await library.search(text, 20, new AbortController().signal);
    latencies.push(performance.now() - started);
  }
  return latenciesOf(
    latencies,
    [],
    latencies.reduce((sum, latency) => sum + latency, 0),
  );
}

async function answerTo(library: Library, { text, province }: ScaleQuestion): Promise<string> {
  const request = {
    question: text,
    history: [],
    conversationId: null,
    filters: { province, documentIds: null },
    asOf: null,
  };
  for await (const event of library.ask(request, new AbortController().signal)) {
    if (event.kind === 'answer') return event.answer.text;
  }
  throw new Error(`“${text}” ended without an answer.`);
}
