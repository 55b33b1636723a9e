import { z } from 'zod';
import { answerOf, type ChatBody, inPieces, type Reply, type Script } from './openai-server.ts';

const DataLine = z.union([
  z.object({ ket_qua: z.string(), doan: z.array(z.number()) }),
  z.object({ doan: z.number(), noi_dung: z.string() }),
  z.object({ cau_hoi: z.string() }),
  z.object({ luot_truoc: z.string() }),
]);

/** The data a prompt holds, read as the model reads it: what stands between the two marks. */
export interface PromptData {
  readonly question: string;
  readonly findings: readonly { readonly text: string; readonly passages: readonly number[] }[];
  readonly passages: readonly { readonly n: number; readonly text: string }[];
  /** Is it the prompt that asks for an answer? */
  readonly isAnswer: boolean;
}

/** Reads the data of a prompt; throws when the marks do not hold, once each, or a line in between is no JSON. */
export function readPromptData({ messages }: ChatBody): PromptData {
  const user = messages.find(({ role }) => role === 'user')?.content ?? '';
  const system = messages.find(({ role }) => role === 'system')?.content ?? '';
  const parts = /^<du_lieu_([0-9a-f]+)>\n([\s\S]*)\n<\/du_lieu_\1>\n\n[^<>]*$/u.exec(user);
  if (parts === null) throw new Error('The data of the prompt are not between their marks.');
  const [, , data = ''] = parts;
  if (/[<>]/u.test(data)) throw new Error('An angle bracket stands in the data.');
  const lines = data.split('\n').map((line) => DataLine.parse(JSON.parse(line)));
  return {
    question: lines.flatMap((line) => ('cau_hoi' in line ? [line.cau_hoi] : []))[0] ?? '',
    findings: lines.flatMap((line) => ('ket_qua' in line ? [{ text: line.ket_qua, passages: line.doan }] : [])),
    passages: lines.flatMap((line) => ('noi_dung' in line ? [{ n: line.doan, text: line.noi_dung }] : [])),
    isAnswer: system.includes('statements'),
  };
}

type StatementJson = { readonly text: string; readonly passages: readonly number[] };

/** Answers with what a function makes of the findings; questions to be rewritten are left as they are. */
export function answering(make: (data: PromptData, body: ChatBody) => readonly StatementJson[]): Script {
  return (body) => {
    const data = readPromptData(body);
    return answerOf(data.isAnswer ? { statements: make(data, body) } : { question: data.question });
  };
}

const right = ({ findings }: PromptData): readonly StatementJson[] => findings;

function changed(change: (text: string) => string) {
  return ({ findings }: PromptData) => findings.map(({ text, passages }) => ({ text: change(text), passages }));
}

const OTHER_BODY: Readonly<Record<string, string>> = {
  'Sở Y tế': 'Sở Xây dựng',
  'Sở Xây dựng': 'Sở Tài chính',
  'Sở Nội vụ': 'Sở Công Thương',
  'Sở Tài chính': 'Sở Nội vụ',
};

function swapBody(text: string): string {
  const swapped = text.replace(/Sở (?:Y tế|Xây dựng|Nội vụ|Tài chính)/gu, (name) => OTHER_BODY[name] ?? name);
  if (swapped !== text) return swapped;
  const other = text.replace(/Sở \p{Lu}[\p{L}\s,–-]*?(?= (?:chủ trì|phối hợp|ký|là|báo cáo)|[,.;:]|$)/u, 'Sở Ngoại vụ');
  return other === text ? `Sở Ngoại vụ chủ trì: ${text}` : other;
}

/** Scenarios in which the model writes something false or unfounded. */
export const ADVERSARIAL: Readonly<Record<string, Script>> = {
  'hallucinated number': answering(
    changed((text) =>
      text
        .replace(/\d+(?=[\d.,]*\s*(?:%|\p{L}))/u, (n) => `${Number(n) + 7}`)
        .concat(' Mức hỗ trợ là 37,5 triệu đồng.'),
    ),
  ),
  'number in words of its own': answering(changed((text) => `${text.replace(/[.]$/u, '')}, đạt 91,3%.`)),
  'swapped agency': answering(changed(swapBody)),
  'wrong year': answering(
    changed(
      (text) =>
        `${text.replace(/20(\d\d)/gu, (_, y) => `20${String((Number(y) + 3) % 100).padStart(2, '0')}`).replace(/[.]$/u, '')} vào năm 2037.`,
    ),
  ),
  'wrong date': answering(changed((text) => `${text.replace(/[.]$/u, '')}, trước ngày 17/9/2033.`)),
  'fabricated citation': answering(({ findings }) => findings.map(({ text }) => ({ text, passages: [901, 902] }))),
  'fabricated markers': answering(({ findings }) =>
    findings.map(({ text }) => ({ text: `${text} [77][78]`, passages: [] })),
  ),
  'uncited statement': answering(({ findings }) => findings.map(({ text }) => ({ text, passages: [] }))),
  'invented quote': answering(changed(() => 'Văn bản nêu “mọi hộ gia đình được miễn toàn bộ học phí”.')),
  'invented quote in straight marks': answering(
    changed(() => 'Văn bản nêu "mọi hộ gia đình được miễn toàn bộ học phí".'),
  ),
  'quote with a word changed': answering(({ passages }) =>
    passages
      .map(({ n, text }) => ({ text, changed: text.replace(/\s(\p{L}+)\s/u, ' không $1 '), passages: [n] }))
      .filter(({ text, changed }) => changed !== text)
      .map(({ changed: quote, passages: cited }) => ({ text: `Theo văn bản: “${quote}”.`, passages: cited })),
  ),
  'cites everything': answering(({ findings, passages }) =>
    findings.map(({ text }) => ({ text: `${text} Tỷ lệ này là 63,7%.`, passages: passages.map(({ n }) => n) })),
  ),
  'comparison of its own': answering(changed((text) => `${text.replace(/[.]$/u, '')}, cao hơn các tỉnh khác.`)),
  'negation turned round': answering(changed((text) => `Không phải ${text}`)),
  'another document': answering(
    changed((text) => `${text.replace(/[.]$/u, '')}, theo Quyết định 777/QĐ-TTg ngày 05/5/2029.`),
  ),
  'a person of its own': answering(changed(() => 'Ông Trần Quốc Bịa Đặt ký văn bản này.')),
  'a link': answering(changed((text) => `${text} Xem tại https://example.com/ho-tro`)),
};

/** Scenarios in which the provider fails, each with what it may cost in time. */
export const FAULTS: Readonly<Record<string, Script>> = {
  'refusal in prose': () => answerOf('Xin lỗi, tôi không thể giúp với yêu cầu này.'),
  'empty answer': () => answerOf({ statements: [] }),
  'no text at all': () => answerOf(''),
  'invalid JSON': () => answerOf('{"statements": [{"text": "Sở Nội vụ, "passages": [1]}, {]'),
  'JSON of another form': () => answerOf({ answer: 'Sở Nội vụ', sources: ['1'] }),
  'garbage text': () => answerOf('\u0000\uFFFD }{][ "" \\ 🙂 '.repeat(200)),
  'half a stream': (body) => half(body, 'cut'),
  'reset mid-stream': (body) => half(body, 'reset'),
  'stall mid-stream': (body) => half(body, 'stall'),
  'stall before a word': () => answerOf('', { end: 'stall' }),
  'slow to begin': () => answerOf({ statements: [] }, { headMs: 30_000 }),
  'slow drip': (body) => ({ ...half(body, 'done'), pauseMs: 400 }),
  'endless stream': () => ({ kind: 'stream', pieces: endless(), pauseMs: 0 }),
  'connection reset': () => ({ kind: 'hang-up' }),
  '401': () => refuse(401, 'invalid_api_key'),
  '403': () => refuse(403, 'forbidden'),
  '404 model': () => refuse(404, 'model_not_found'),
  '400 response_format': () => refuse(400, 'bad_request', 'response_format is not supported'),
  '429 with retry-after': () => refuse(429, 'rate_limit_exceeded', 'slow down', { 'Retry-After': '20' }),
  '429 without': () => refuse(429, 'rate_limit_exceeded'),
  'out of quota': () => refuse(429, 'insufficient_quota'),
  '500': () => refuse(500, 'server_error'),
  '503': () => refuse(503, 'overloaded'),
  'HTML page': () => ({ kind: 'raw', contentType: 'text/html', body: '<html><body>502 Bad Gateway</body></html>' }),
  'bytes that are no text': () => ({
    kind: 'raw',
    contentType: 'text/event-stream',
    body: Uint8Array.from({ length: 4096 }, (_, i) => (i * 37) % 256),
  }),
  'event stream of garbage': () => ({
    kind: 'raw',
    contentType: 'text/event-stream',
    body: 'data: {oops\n\ndata: [DONE]\n\n',
  }),
};

/** The answer as it should be: the findings, in the words of the engine. */
export const RIGHT: Script = answering(right);

function half(body: ChatBody, end: 'cut' | 'reset' | 'stall' | 'done'): Reply {
  const text = JSON.stringify({ statements: right(readPromptData(body)) });
  return { kind: 'stream', pieces: inPieces(text.slice(0, Math.floor(text.length / 2)), 24), end };
}

function refuse(status: number, code: string, message = code, headers: Readonly<Record<string, string>> = {}): Reply {
  return { kind: 'error', status, headers, body: { error: { message, type: code, code, param: null } } };
}

function* endless(): Generator<string> {
  for (;;) yield 'và cứ như thế, '.repeat(20);
}
