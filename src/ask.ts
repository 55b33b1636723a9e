import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Answer } from './answering/answer.ts';
import type { AskRequest } from './answering/ask.ts';
import { traceLines } from './answering/trace.ts';
import { readSettings } from './settings.ts';
import { wire } from './wiring.ts';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

const HELP = `Hỏi một câu ngay trong cửa sổ dòng lệnh.

  npm run ask -- "câu hỏi" [--province TỈNH] [--as-of YYYY-MM-DD] [--json] [--trace]

  --province  chỉ hỏi trong văn bản của một tỉnh
  --as-of     ngày dùng để xét hiệu lực, mặc định là hôm nay
  --json      in toàn bộ câu trả lời dạng JSON
  --trace     in thêm cách hiểu câu hỏi, những đoạn đã cân nhắc kèm điểm, các bước và thời gian
  --help      in hướng dẫn này`;

async function main(): Promise<number> {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values, positionals } = parseArgs({
    options: { province: text, 'as-of': text, json: flag, trace: flag, help: { ...flag, short: 'h' } },
    allowPositionals: true,
  });
  const question = positionals.join(' ').trim();
  if (values.help || question === '') {
    console.log(HELP);
    return values.help ? 0 : 1;
  }
  const wiring = wire(readSettings(process.env, PROJECT), {
    log: (line) => console.error(line),
    onTrace: values.trace ? (trace) => console.error(traceLines(trace).join('\n')) : null,
  });
  try {
    const library = await wiring.openLibrary();
    if (library === null) throw new Error('Chưa có chỉ mục. Hãy chạy "npm run ingest" trước.');
    const request: AskRequest = {
      question,
      history: [],
      conversationId: null,
      filters: { province: values.province ?? null, documentIds: null },
      asOf: values['as-of'] ?? null,
    };
    const { signal } = new AbortController();
    const start = performance.now();
    for await (const event of library.ask(request, signal)) {
      if (values.trace) console.error(`${(performance.now() - start).toFixed(1)} ms  ${event.kind}${stepOf(event)}`);
      if (event.kind !== 'answer') continue;
      console.log(values.json ? JSON.stringify(event.answer, null, 2) : readable(event.answer));
      return 0;
    }
    return 1;
  } finally {
    await wiring.close();
  }
}

function stepOf(event: { readonly kind: string; readonly step?: string }): string {
  return event.step === undefined ? '' : ` ${event.step}`;
}

function readable(answer: Answer): string {
  const sources = answer.citations.map(
    ({ n, documentNumber, documentId, source, quote }) =>
      `[${n}] ${documentNumber ?? documentId}, ${source.file} dòng ${source.startLine}–${source.endLine}\n    “${quote}”`,
  );
  const notes = answer.notes.map(({ text, basis }) => `Lưu ý: ${text}${basis === null ? '' : ` (${basis})`}`);
  return [answer.text, ...sources, ...notes, ...answer.followUps.map((text) => `→ ${text}`)].join('\n\n');
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
