import type { Answer } from '../../src/answering/answer.ts';
import type { Ask } from '../../src/answering/ask.ts';
import type { Question } from '../question.ts';

/** A question that two engines answered differently. */
export interface Difference {
  readonly id: string;
  readonly question: string;
  /** What of the answers differs. */
  readonly parts: readonly ('status' | 'text' | 'citations')[];
  readonly answers: readonly [string, string];
}

/** How far two engines agree. */
export interface Parity {
  readonly asked: number;
  readonly same: number;
  readonly differences: readonly Difference[];
}

/** The day all questions are asked for: notes depend on it. */
const DAY = '2026-11-23';

/** Asks both engines every question; the same means status, text and citations, word for word. */
export async function compareAnswers(questions: readonly Question[], one: Ask, other: Ask): Promise<Parity> {
  const differences: Difference[] = [];
  for (const question of questions) {
    const answers = [await answerOf(one, question), await answerOf(other, question)] as const;
    const parts = (['status', 'text', 'citations'] as const).filter(
      (part) => comparable(answers[0], part) !== comparable(answers[1], part),
    );
    if (parts.length === 0) continue;
    const { id } = question;
    differences.push({ id, question: question.question, parts, answers: [shown(answers[0]), shown(answers[1])] });
  }
  return { asked: questions.length, same: questions.length - differences.length, differences };
}

async function answerOf(ask: Ask, { question, history }: Question): Promise<Answer> {
  const request = {
    question: question.trim(),
    history,
    conversationId: null,
    filters: { province: null, documentIds: null },
    asOf: DAY,
  };
  for await (const event of ask(request, new AbortController().signal)) {
    if (event.kind === 'answer') return event.answer;
  }
  throw new Error(`“${question}” ended without an answer.`);
}

function comparable({ status, text, citations }: Answer, part: Difference['parts'][number]): string {
  if (part === 'status') return status;
  if (part === 'text') return text;
  return JSON.stringify(citations.map(({ documentId, quote, source }) => [documentId, quote, source.startLine]));
}

function shown({ status, text }: Answer): string {
  return `${status}: ${text}`;
}
