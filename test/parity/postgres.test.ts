import { glob } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { compareAnswers } from '../../eval/parity/compare.ts';
import { openEngines } from '../../eval/parity/open-engines.ts';
import { type Question, readQuestions } from '../../eval/question.ts';
import { testServer } from '../doubles/postgres.ts';

const PROJECT = join(import.meta.dirname, '../..');

const server = await testServer();
afterAll(() => server.close());

test('every evaluation question has the same answer on PostgreSQL and on files', async () => {
  const questions: Question[] = [];
  for await (const file of glob(join(PROJECT, 'eval/questions*.jsonl'))) questions.push(...(await readQuestions(file)));
  const engines = await openEngines([join(PROJECT, 'seeds/documents')], await server.empty(), {
    indexed: true,
  });
  try {
    const { asked, differences } = await compareAnswers(questions, engines.files, engines.postgres);
    expect(asked).toBeGreaterThan(500);
    // Half floats differ in the fourth digit: of passages equally near, a decline may name another one.
    const others = differences.filter(
      ({ parts, answers }) => parts.includes('status') || !answers.every((answer) => answer.includes('Không tìm thấy')),
    );
    expect(others).toEqual([]);
    expect(differences.length / asked).toBeLessThan(0.01);
  } finally {
    await engines.close();
  }
}, 600_000);
