import type { Answer } from './answer.ts';
import type { Ask, AskRequest } from './ask.ts';

/** How many answers are remembered, and up to which length of question and of all that was asked before it. */
const SIZE = 2_000;
const LONGEST = 300;
const LONGEST_HISTORY = 600;

/**
 * Remembers the answers to questions: over one generation and on one day the same question, asked after the same
 * questions, has the same answer, and many people ask the same. Questions that differ only in white space or in how their letters are
 * encoded are one: the first of them is answered in that plain form, so that it does not matter which came first. Only
 * extractive answers are kept, those asked for longest ago make room, and every answer gets an id of its own.
 */
export function remembering(ask: Ask, today: () => string, size = SIZE): Ask {
  const answers = new Map<string, Answer>();
  const keep = (key: string, answer: Answer): void => {
    answers.delete(key);
    const [oldest] = answers.keys();
    if (answers.size >= size && oldest !== undefined) answers.delete(oldest);
    answers.set(key, answer);
  };
  return async function* askOnce(given, signal) {
    const request = { ...given, question: plainForm(given.question) };
    const key = keyOf(request, today);
    const known = key === null ? undefined : answers.get(key);
    if (key !== null && known !== undefined) {
      keep(key, known);
      yield { kind: 'status', step: 'understand' };
      yield { kind: 'delta', text: known.text };
      for (const citation of known.citations) yield { kind: 'citation', citation };
      yield { kind: 'answer', answer: { ...known, id: crypto.randomUUID() } };
      return;
    }
    for await (const event of ask(request, signal)) {
      if (event.kind === 'answer' && key !== null && event.answer.mode === 'extractive') keep(key, event.answer);
      yield event;
    }
  };
}

/** Line breaks stay: they tell an instruction slipped in from a question. */
function plainForm(question: string): string {
  return question
    .normalize('NFC')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

/** Null for what is not remembered: very long questions and conversations. Of a history only the questions count. */
function keyOf({ question, history, filters, asOf }: AskRequest, today: () => string): string | null {
  const before = history.filter(({ role }) => role === 'user').map(({ content }) => content);
  if (question.length > LONGEST || before.join('').length > LONGEST_HISTORY) return null;
  return JSON.stringify([question, before, filters, asOf ?? today()]);
}
