import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openModelRecording } from '../../eval/model-recording.ts';
import type { ChatRequest } from '../../src/model/chat-model.ts';
import { openAiChat } from '../../src/model/openai-chat.ts';
import { answerOf, type OpenAiServer, openAiServer } from '../doubles/openai-server.ts';

let server: OpenAiServer;
let folder: string;
beforeEach(async () => {
  server = await openAiServer();
  folder = await mkdtemp(join(tmpdir(), 'recording-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
  await server.close();
});

const request = (fence: string, question: string): ChatRequest => ({
  prompt: { name: 'answer', system: 'Trả lời.', user: '<du_lieu_{{fence}}>{{data}}</du_lieu_{{fence}}>' },
  values: { fence, data: question },
  schema: { type: 'object', properties: {}, required: [], additionalProperties: false },
});

async function textFrom(url: string, asked: ChatRequest): Promise<string> {
  let text = '';
  const model = openAiChat({ model: 'm', apiKey: null, baseUrl: url });
  for await (const piece of model.stream(asked, new AbortController().signal))
    if (piece.kind === 'text') text += piece.text;
  return text;
}

test('what a model once answered is answered again without it, whatever marks the data', async () => {
  const file = join(folder, 'model.jsonl');
  server.play(() => answerOf({ statements: [{ text: 'Sở Y tế', passages: [1] }] }));
  const recording = await openModelRecording(file, { baseUrl: server.url, apiKey: 'sk-real' });
  const first = await textFrom(recording.url, request('0123456789abcdef', 'Sở nào?'));
  await recording.close();
  expect(server.authorizations).toEqual(['Bearer sk-real']);
  expect(await readFile(file, 'utf8')).not.toContain('sk-real');

  const replaying = await openModelRecording(file, null);
  expect(await textFrom(replaying.url, request('fedcba9876543210', 'Sở nào?'))).toBe(first);
  await expect(textFrom(replaying.url, request('fedcba9876543210', 'Ai khác?'))).rejects.toThrow(/not recorded/);
  expect(replaying.counts()).toEqual({ replayed: 1, recorded: 0, missing: 1 });
  expect(server.chats).toHaveLength(1);
  await replaying.close();
});

test('an answer that broke off is not kept', async () => {
  const file = join(folder, 'model.jsonl');
  server.play(() => answerOf('{"statements": [', { end: 'cut' }));
  const recording = await openModelRecording(file, { baseUrl: server.url, apiKey: null });
  await textFrom(recording.url, request('0123456789abcdef', 'Sở nào?'));
  expect(recording.counts()).toEqual({ replayed: 0, recorded: 0, missing: 0 });
  await recording.close();
});
