import type { Answer } from './answer.ts';
import type { Ask, AskRequest } from './ask.ts';

/** How many answers are remembered, and up to which length of question. */
const SIZE = 2_000;
const LONGEST = 300;

/**
 * Remembers the answers to questions without a history: over one generation and on one day the same question has the
 * same answer, and many people ask the same. Only extractive answers are kept; every answer gets an id of its own.
 */
export function remembering(ask: Ask, today: () => string, size = SIZE): Ask {
  const answers = new Map<string, Answer>();
  return async function* askOnce(request, signal) {
    const key = keyOf(request, today);
    const known = key === null ? undefined : answers.get(key);
    if (known !== undefined) {
      yield { kind: 'delta', text: known.text };
      for (const citation of known.citations) yield { kind: 'citation', citation };
      yield { kind: 'answer', answer: { ...known, id: crypto.randomUUID() } };
      return;
    }
    for await (const event of ask(request, signal)) {
      if (event.kind === 'answer' && key !== null && event.answer.mode === 'extractive') {
        const [oldest] = answers.keys();
        if (answers.size >= size && oldest !== undefined) answers.delete(oldest);
        answers.set(key, event.answer);
      }
      yield event;
    }
  };
}

/** Null for what is not remembered: questions that lean on a history, and very long ones. */
function keyOf({ question, history, filters, asOf }: AskRequest, today: () => string): string | null {
  if (history.length > 0 || question.length > LONGEST) return null;
  return JSON.stringify([question, filters, asOf ?? today()]);
}
