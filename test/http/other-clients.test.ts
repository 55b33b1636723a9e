import { createAdaptorServer } from '@hono/node-server';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OTHER_PLAN, SAMPLE_PLAN } from '../doubles/sample-documents.ts';
import { sampleStore } from '../doubles/sample-store.ts';
import { testApp } from '../doubles/test-app.ts';

let origin: string;
let close: () => Promise<void>;

beforeAll(async () => {
  const { store, remove } = await sampleStore([SAMPLE_PLAN, OTHER_PLAN]);
  const server = createAdaptorServer({ fetch: testApp({ store }).fetch });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  close = async () => {
    await new Promise((closed) => server.close(closed));
    await remove();
  };
});
afterAll(() => close());

describe('the openai client', () => {
  const client = () => new OpenAI({ apiKey: 'none', baseURL: `${origin}/v1` });
  const messages = [
    { role: 'system' as const, content: 'Be brief.' },
    { role: 'user' as const, content: 'Sở nào chủ trì?' },
  ];

  test('lists the model', async () => {
    expect((await client().models.list()).data.map(({ id }) => id)).toEqual(['hoi-dap-chinh-sach']);
  });

  test('gets the answer with its sources as footnotes and annotations', async () => {
    const { choices } = await client().chat.completions.create({ model: 'any', messages });
    const message = choices[0]?.message;
    expect(message?.content).toContain('Sở Nội vụ chủ trì [1].');
    expect(message?.content).toContain('[1] 50/KH-UBND, dòng 128: “- Cơ quan chủ trì: Sở Nội vụ.”');
    expect(message?.annotations).toMatchObject([
      { type: 'url_citation', url_citation: { url: `${origin}/van-ban/50-kh-ubnd-bac-giang-2024#L128` } },
    ]);
  });

  test('streams the same text', async () => {
    const stream = await client().chat.completions.create({ model: 'any', messages, stream: true });
    const parts: string[] = [];
    for await (const { choices } of stream) parts.push(choices[0]?.delta.content ?? '');
    expect(parts.join('')).toContain('Sở Nội vụ chủ trì [1].');
    expect(parts.join('')).toContain('dòng 128');
  });

  test('a chat without a user message is refused', async () => {
    const asking = client().chat.completions.create({ model: 'any', messages: messages.slice(0, 1) });
    await expect(asking).rejects.toMatchObject({ status: 400 });
  });
});

describe('the MCP client', () => {
  async function call(name: string, args: Record<string, unknown>): Promise<unknown> {
    const client = new Client({ name: 'test', version: '1' });
    await client.connect(new StreamableHTTPClientTransport(new URL(`${origin}/mcp`)));
    const { content } = await client.callTool({ name, arguments: args });
    await client.close();
    const [part] = Array.isArray(content) ? content : [];
    return JSON.parse(part?.text);
  }

  test('finds the five tools', async () => {
    const client = new Client({ name: 'test', version: '1' });
    await client.connect(new StreamableHTTPClientTransport(new URL(`${origin}/mcp`)));
    const { tools } = await client.listTools();
    await client.close();
    expect(tools.map(({ name }) => name)).toEqual([
      'ask',
      'search_passages',
      'list_targets',
      'list_assignments',
      'get_document',
    ]);
  });

  test('asks and gets a cited answer', async () => {
    expect(await call('ask', { question: 'Sở nào chủ trì?' })).toMatchObject({
      status: 'answered',
      citations: [{ n: 1 }],
    });
  });

  test('reads records and documents', async () => {
    expect(await call('list_targets', { province: 'Đồng Nai', q: 'ho ngheo' })).toMatchObject({ total: 1 });
    expect(await call('list_assignments', { agency: 'Sở Nội vụ', role: 'lead' })).toMatchObject({ total: 2 });
    expect(await call('get_document', { id: '50-kh-ubnd-bac-giang-2024' })).toMatchObject({
      number: '50/KH-UBND',
      outline: [{ label: 'I.' }, {}, {}],
    });
  });
});
