import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppContext, AppEnv } from '../app-env.ts';
import { wantsEvents } from '../ask/ask-route.ts';
import { eventStream, type ServerEvent } from '../event-stream.ts';
import type { OpenLibrary } from '../library.ts';
import { needsLibrary } from '../needs-library.ts';
import { ProblemError } from '../problem.ts';
import { problemResponses } from '../problem-schema.ts';
import { PROBLEM_TEXTS } from '../problem-texts.ts';
import { count } from '../reading/query.ts';
import { limitBody } from '../strict-json.ts';
import type { IngestionJob, IngestionJobs, UploadedFile } from './ingestion-jobs.ts';
import type { OperationsBook } from './operations-book.ts';
import { requireAdmin } from './require-admin.ts';

const UPLOAD_LIMIT = 100 * 1024 * 1024;

const JobSchema = z
  .object({
    id: z.string(),
    state: z.enum(['queued', 'running', 'done', 'failed']),
    createdAt: z.string(),
    files: z.array(z.string()),
    lines: z.array(z.string()),
    report: z.unknown(),
  })
  .openapi('IngestionJob');

const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } });

export interface AdminRoutesDeps {
  readonly token: string;
  readonly jobs: IngestionJobs;
  readonly book: OperationsBook;
  readonly openLibrary: OpenLibrary;
}

/** Everything under /api/admin. Only added where a token is set, so that without one the paths do not exist. */
export function addAdminRoutes(app: OpenAPIHono<AppEnv>, { token, jobs, book, openLibrary }: AdminRoutesDeps): void {
  const admin = requireAdmin(token);
  const security = [{ admin: [] }];
  app.openAPIRegistry.registerComponent('securitySchemes', 'admin', { type: 'http', scheme: 'bearer' });

  const upload = createRoute({
    method: 'post',
    path: '/api/admin/documents',
    summary: 'Tải văn bản lên và nạp vào chỉ mục',
    description: 'Biểu mẫu multipart/form-data với một hay nhiều tệp.',
    security,
    middleware: [admin, limitBody(UPLOAD_LIMIT)] as const,
    responses: {
      202: { description: 'Đã nhận, đang nạp', content: json(JobSchema) },
      ...problemResponses(400, 401, 413, 415),
    },
  });
  app.openapi(upload, async (c) => {
    const job = await jobs.add(await uploadedFiles(c));
    return c.json(jobJson(job), 202, { Location: `/api/admin/jobs/${job.id}` });
  });

  const one = createRoute({
    method: 'get',
    path: '/api/admin/jobs/{id}',
    summary: 'Tiến độ nạp; với Accept: text/event-stream thì theo dõi đến khi xong',
    security,
    middleware: admin,
    request: { params: z.object({ id: z.string() }) },
    responses: {
      200: {
        description: 'Công việc',
        content: { ...json(JobSchema), 'text/event-stream': { schema: JobSchema } },
      },
      ...problemResponses(401, 404),
    },
  });
  app.openapi(one, async (c) => {
    const { id } = c.req.valid('param');
    const job = jobs.find(id);
    if (job === null) throw new ProblemError(404, PROBLEM_TEXTS.jobUnknown(id));
    if (wantsEvents(c)) return eventStream((gone) => follow(jobs, id, gone));
    return c.json(jobJson(job), 200);
  });

  const remove = createRoute({
    method: 'delete',
    path: '/api/admin/documents/{id}',
    summary: 'Bỏ một văn bản khỏi chỉ mục',
    security,
    middleware: [admin, needsLibrary(openLibrary)] as const,
    request: { params: z.object({ id: z.string() }) },
    responses: { 202: { description: 'Đang bỏ', content: json(JobSchema) }, ...problemResponses(401, 404, 503) },
  });
  app.openapi(remove, async (c) => {
    const { id } = c.req.valid('param');
    const documents = await c.var.library.store.documents();
    if (!documents.some((document) => document.id === id)) {
      throw new ProblemError(404, PROBLEM_TEXTS.documentUnknown(id));
    }
    const job = await jobs.remove(id);
    return c.json(jobJson(job), 202, { Location: `/api/admin/jobs/${job.id}` });
  });

  const FeedbackRow = z.object({
    at: z.string(),
    answerId: z.string(),
    rating: z.enum(['up', 'down']),
    reason: z.string().nullable(),
    comment: z.string().nullable(),
  });
  const query = z.object({ limit: count(100, 1_000) });
  const feedback = createRoute({
    method: 'get',
    path: '/api/admin/feedback',
    summary: 'Phản hồi của người dùng, mới nhất trước',
    security,
    middleware: admin,
    request: { query },
    responses: {
      200: { description: 'Phản hồi', content: json(z.object({ items: z.array(FeedbackRow) })) },
      ...problemResponses(401),
    },
  });
  app.openapi(feedback, (c) => c.json({ items: [...book.feedback(c.req.valid('query').limit)] }, 200));

  const UnansweredRow = z.object({ at: z.string(), question: z.string(), status: z.string() });
  const unanswered = createRoute({
    method: 'get',
    path: '/api/admin/unanswered',
    summary: 'Câu hỏi chưa trả lời được, mới nhất trước',
    security,
    middleware: admin,
    request: { query },
    responses: {
      200: { description: 'Câu hỏi', content: json(z.object({ items: z.array(UnansweredRow) })) },
      ...problemResponses(401),
    },
  });
  app.openapi(unanswered, (c) => c.json({ items: [...book.unanswered(c.req.valid('query').limit)] }, 200));
}

async function uploadedFiles(c: AppContext): Promise<UploadedFile[]> {
  if (!(c.req.header('Content-Type') ?? '').startsWith('multipart/form-data')) {
    throw new ProblemError(415, PROBLEM_TEXTS.uploadType);
  }
  const form = await c.req.parseBody({ all: true }).catch((cause: unknown) => {
    throw new ProblemError(400, PROBLEM_TEXTS.uploadType, { cause });
  });
  const files = Object.values(form)
    .flat()
    .filter((value) => value instanceof File);
  if (files.length === 0) throw new ProblemError(400, PROBLEM_TEXTS.uploadEmpty);
  return Promise.all(files.map(async (file) => ({ name: file.name, bytes: await file.bytes() })));
}

async function* follow(jobs: IngestionJobs, id: string, gone: AbortSignal): AsyncGenerator<ServerEvent, void> {
  for (;;) {
    const job = jobs.find(id);
    if (job === null) return;
    const over = job.state === 'done' || job.state === 'failed';
    yield { event: over ? 'done' : 'progress', data: JSON.stringify(jobJson(job)) };
    if (over) return;
    try {
      await jobs.changed(id, gone);
    } catch {
      return;
    }
  }
}

function jobJson({ files, lines, ...job }: IngestionJob) {
  return { ...job, files: [...files], lines: [...lines] };
}
