import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { httpAsker } from '../../eval/http-asker.ts';
import { readQuestions } from '../../eval/question.ts';

let server: Server;
let url = '';
let reply: { status: number; body: unknown } = { status: 200, body: null };
let asked: unknown = null;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      asked = JSON.parse(body);
      response.writeHead(reply.status, { 'content-type': 'application/json' }).end(JSON.stringify(reply.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address !== null && typeof address === 'object') url = `http://127.0.0.1:${address.port}`;
});
afterAll(() => server.close());

const QUESTIONS = await readQuestions(new URL('../../eval/questions.jsonl', import.meta.url).pathname);

test('a follow-up is asked with its history, and the answer read as the contract has it', async () => {
  const question = QUESTIONS.find(({ id }) => id === 'q256');
  if (question === undefined) throw new Error('no q256');
  reply = {
    status: 200,
    body: {
      status: 'answered',
      text: '85% [1].',
      citations: [{ n: 1, quote: 'x', source: { file: '002_a.txt', startLine: 1839, endLine: 1846 } }],
    },
  };
  const { latency, ...answer } = await httpAsker(url).ask(question);
  expect(asked).toEqual({ question: question.question, history: question.history });
  expect(latency).toBeGreaterThan(0);
  expect(answer).toEqual({
    status: 'answered',
    text: '85% [1].',
    citations: [{ quote: 'x', file: '002_a.txt', startLine: 1839, endLine: 1846 }],
  });
});

test('a problem document ends the run with the reason', async () => {
  const [question] = QUESTIONS;
  if (question === undefined) throw new Error('no questions');
  reply = { status: 503, body: { title: 'Chưa có chỉ mục' } };
  await expect(httpAsker(url).ask(question)).rejects.toThrow(/answered 503 .*Chưa có chỉ mục/);
});
