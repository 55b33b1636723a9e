import { join } from 'node:path';
import { type Question, readQuestions } from '../question.ts';

const FILES = ['questions.jsonl', 'questions.own.jsonl'].map((file) => join(import.meta.dirname, '..', file));

/** The questions that speed is measured with: all on the seeds whose failures may be read. */
export async function benchQuestions(): Promise<Question[]> {
  return (await Promise.all(FILES.map(readQuestions))).flat();
}
