import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import type { AskEvent, AskRequest, Turn } from '../../answering/ask.ts';
import type { AppContext, AppEnv } from '../../http/app-env.ts';
import { type AskFor, lastAnswer } from '../../http/ask/ask-events.ts';
import { AskBody, Question, toAskRequest } from '../../http/ask/ask-schema.ts';
import type { ReportError } from '../../http/ask/ask-stream.ts';
import { asProblem, requireShape } from '../../http/errors.ts';
import { eventStream, type ServerEvent } from '../../http/event-stream.ts';
import type { Library, OpenLibrary } from '../../http/library.ts';
import { needsLibrary } from '../../http/needs-library.ts';
import { ProblemError, toProblem } from '../../http/problem.ts';
import { limitBody, strictJson } from '../../http/strict-json.ts';
import { facetsOf } from '../facets.ts';
import { ProblemBox } from '../problem-view.tsx';
import { AnswerView } from './answer-view.tsx';
import { askPage } from './ask-page.tsx';
import { exampleGroups } from './examples.ts';
import { STEP_TEXTS } from './texts.ts';

export interface AskRoutesDeps {
  readonly openLibrary: OpenLibrary;
  readonly askFor: AskFor;
  readonly report: ReportError;
}

/** The question page: blank, with a question in its address or from its form, and the stream its script reads. */
export function addAskRoutes(app: OpenAPIHono<AppEnv>, { openLibrary, askFor, report }: AskRoutesDeps): void {
  app.get('/', async (c) => {
    const library = await openLibrary();
    const shared = c.req.query('hoi');
    if (library !== null && shared !== undefined) {
      return answerPage(c, { library, askFor }, { draft: shared, province: c.req.query('tinh') ?? '', history: [] });
    }
    return c.html(await blankPage(library));
  });

  app.post('/', limitBody(512 * 1024), needsLibrary(openLibrary), async (c) => {
    const form = AskForm.parse(await c.req.parseBody());
    return answerPage(c, { library: c.var.library, askFor }, form);
  });

  app.post('/tra-loi', strictJson(), needsLibrary(openLibrary), async (c) => {
    const request = toAskRequest(requireShape(AskBody, await c.req.json()));
    const { ask } = c.var.library;
    return eventStream(c.req.raw, (gone) => pageEvents(askFor(ask, request, gone), { request, gone, report }));
  });
}

const HistoryJson = z.array(z.object({ role: z.enum(['user', 'assistant']), content: z.string() })).max(20);

/** What the form sends. A history that someone edited is dropped: the question still stands alone. */
const AskForm = z
  .object({
    'cau-hoi': z.string().catch(''),
    tinh: z.string().max(100).catch(''),
    'lich-su': z.string().catch('[]'),
  })
  .transform((form) => ({ draft: form['cau-hoi'], province: form.tinh, history: readHistory(form['lich-su']) }));

function readHistory(text: string): readonly Turn[] {
  try {
    return HistoryJson.parse(JSON.parse(text));
  } catch {
    return [];
  }
}

async function blankPage(library: Library | null) {
  const blank = { province: null, draft: '', history: [] };
  if (library === null) return askPage({ ...blank, provinces: [], examples: [], unready: true });
  const [{ provinces }, examples] = await Promise.all([facetsOf(library), exampleGroups(library)]);
  return askPage({ ...blank, provinces, examples });
}

async function answerPage(
  c: AppContext,
  { library, askFor }: Pick<AskRoutesDeps, 'askFor'> & { readonly library: Library },
  { draft, province, history }: z.output<typeof AskForm>,
): Promise<Response> {
  const filter = province === '' ? null : province;
  const { provinces } = await facetsOf(library);
  const rest = { provinces, examples: [], province: filter };
  const question = Question.safeParse(draft);
  if (!question.success) {
    const problem = new ProblemError(400, question.error.issues[0]?.message ?? '');
    return c.html(askPage({ ...rest, draft, history, children: <ProblemBox problem={problem} /> }), 400);
  }
  const filters = { province: filter, documentIds: null };
  const request: AskRequest = { question: question.data, history, conversationId: null, filters, asOf: null };
  const gone = c.req.raw.signal;
  const answer = await lastAnswer(askFor(library.ask, request, gone), gone);
  if (answer === null) return c.body(null);
  const turns: readonly Turn[] = [
    ...history,
    { role: 'user', content: question.data },
    { role: 'assistant', content: answer.text },
  ];
  const children = <AnswerView answer={answer} question={question.data} />;
  return c.html(askPage({ ...rest, draft: '', history: turns.slice(-20), children }));
}

interface PageEventsContext {
  readonly request: AskRequest;
  readonly gone: AbortSignal;
  readonly report: ReportError;
}

/** Answering as the page's script reads it: progress lines, text, and at the end the answer as it is to be shown. */
async function* pageEvents(
  events: AsyncIterable<AskEvent>,
  { request, gone, report }: PageEventsContext,
): AsyncGenerator<ServerEvent, void> {
  const send = (event: string, data: unknown): ServerEvent => ({ event, data: JSON.stringify(data) });
  try {
    for await (const event of events) {
      if (event.kind === 'status') yield send('status', { text: STEP_TEXTS[event.step] });
      if (event.kind === 'delta') yield send('delta', { text: event.text });
      if (event.kind === 'answer') {
        const html = String(await (<AnswerView answer={event.answer} question={request.question} />));
        yield send('answer', { html, text: event.answer.text, id: event.answer.id });
      }
    }
  } catch (error) {
    if (gone.aborted) return;
    const problem = asProblem(error);
    if (problem.status === 500) report(error);
    yield send('error', toProblem(problem));
  }
}
