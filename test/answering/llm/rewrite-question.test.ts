import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPrompt } from '../../../src/answering/llm/read-prompt.ts';
import { questionRewriter } from '../../../src/answering/llm/rewrite-question.ts';
import type { ChatModel } from '../../../src/model/chat-model.ts';
import { ProviderFault } from '../../../src/model/provider-fault.ts';
import { answering } from '../../doubles/openai-scenarios.ts';
import { answerOf, type OpenAiServer, openAiServer } from '../../doubles/openai-server.ts';
import { openSeeds, receive, requestOf, seedData } from '../../doubles/seed-data.ts';

const prompt = await readPrompt('rewrite');
const { signal } = new AbortController();

function rewriterGiving(text: string | ProviderFault) {
  const model: ChatModel = {
    name: 'scripted',
    stream: async function* () {
      if (text instanceof ProviderFault) throw text;
      yield { kind: 'text', text };
    },
  };
  return questionRewriter({ model, prompt });
}

const history = [{ role: 'user' as const, content: 'Tỷ lệ hộ nghèo của Bắc Giang đến 2025?' }];
const request = requestOf('Thế còn 2030?', history);

test('a question in words of what was said is taken', async () => {
  const question = 'Tỷ lệ hộ nghèo của Bắc Giang đến năm 2030 là bao nhiêu?';
  expect(await rewriterGiving(JSON.stringify({ question }))(request, signal)).toBe(question);
});

test.each([
  ['another year', '{"question": "Tỷ lệ hộ nghèo của Bắc Giang đến năm 2045?"}'],
  ['another province', '{"question": "Tỷ lệ hộ nghèo của Quảng Ngãi đến năm 2030?"}'],
  ['nothing', '{"question": ""}'],
  ['an answer', 'Tỷ lệ hộ nghèo là 1%.'],
  ['a speech', JSON.stringify({ question: 'hộ nghèo '.repeat(100) })],
  ['a fault', new ProviderFault('unavailable')],
])('%s is not', async (_, given) => expect(await rewriterGiving(given)(request, signal)).toBeNull());

describe('in the flow', () => {
  let server: OpenAiServer;
  let data: Awaited<ReturnType<typeof seedData>>;
  let seeds: Awaited<ReturnType<typeof openSeeds>>;
  const asked = (name: string) => seeds.calls.filter(({ purpose }) => purpose === name).length;

  beforeAll(async () => {
    server = await openAiServer();
    data = await seedData();
    seeds = await openSeeds(data.dataDir, { OPENAI_BASE_URL: server.url });
  }, 60_000);
  afterAll(async () => {
    await seeds.close();
    await data.remove();
    await server.close();
  });

  test('is not asked for when the rules are certain', async () => {
    server.play(answering(({ findings }) => findings));
    await receive(seeds.ask, requestOf('Sở nào chủ trì lĩnh vực y tế của Bắc Giang?'));
    await receive(
      seeds.ask,
      requestOf('Kế hoạch 9491 đặt diện tích nhà ở bình quân đầu người năm 2025 bao nhiêu mét vuông?'),
    );
    expect(asked('rewrite')).toBe(0);
  });

  test('is asked for when an everyday question finds nothing, and its words are then answered', async () => {
    const question = 'Tỷ lệ dân số nông thôn của Đắk Lắk được sử dụng nước sạch là bao nhiêu?';
    server.play((body, attempt) =>
      body.messages[0]?.content.includes('statements') === true
        ? answering(({ findings }) => findings)(body, attempt)
        : answerOf({ question }),
    );
    const { answer } = await receive(seeds.ask, requestOf('Đắk Lắk dân quê xài nước sạch kha khá chưa ta'));
    expect(answer).toMatchObject({ status: 'answered', mode: 'llm', standaloneQuestion: question });
    expect(seeds.calls.slice(-2).map(({ purpose }) => purpose)).toEqual(['rewrite', 'answer']);
  });

  test('is asked for once when a follow-up finds nothing, and turns no document into another', async () => {
    const before = await receive(
      seeds.ask,
      requestOf('Rồi mấy huyện thì sao, hạn ngày mấy?', [
        { role: 'user', content: 'Đồng Nai theo kế hoạch 9491 thì sở phải báo cáo trước ngày nào?' },
      ]),
    );
    const calls = asked('rewrite');
    server.play((body, attempt) =>
      body.messages[0]?.content.includes('statements') === true
        ? answering(({ findings }) => findings)(body, attempt)
        : answerOf({ question: 'Kế hoạch 50 giao huyện báo cáo khi nào?' }),
    );
    const after = await receive(
      seeds.ask,
      requestOf('Rồi mấy huyện thì sao, hạn ngày mấy?', [
        { role: 'user', content: 'Đồng Nai theo kế hoạch 9491 thì sở phải báo cáo trước ngày nào?' },
      ]),
    );
    expect(asked('rewrite') - calls).toBeLessThanOrEqual(1);
    expect(after.answer.text).toBe(before.answer.text);
  });
});
