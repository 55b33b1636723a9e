import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppContext, AppEnv, AppMiddleware } from '../app-env.ts';
import { wantsEvents } from '../ask/ask-route.ts';
import { eventStream, type ServerEvent } from '../event-stream.ts';
import type { OpenLibrary } from '../library.ts';
import { needsLibrary } from '../needs-library.ts';
import { ProblemError } from '../problem.ts';
import { problemResponses } from '../problem-schema.ts';
import { PROBLEM_TEXTS } from '../problem-texts.ts';
import { limitBody } from '../strict-json.ts';
import { ADMIN_SECURITY } from './admin-security.ts';
import type { IngestionJob, IngestionJobs, UploadedFile } from './ingestion-jobs.ts';

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

const UploadForm = z.object({ files: z.array(z.file()) }).openapi({
  type: 'object',
  properties: { files: { type: 'array', items: { type: 'string', format: 'binary' } } },
});

const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } });

export interface IngestionRoutesDeps {
  /** Lets administrators through. */
  readonly admin: AppMiddleware;
  readonly jobs: IngestionJobs;
  readonly openLibrary: OpenLibrary;
}

/** Uploading and removing documents, and following the ingestion they start. */
export function addIngestionRoutes(app: OpenAPIHono<AppEnv>, { admin, jobs, openLibrary }: IngestionRoutesDeps): void {
  const upload = createRoute({
    method: 'post',
    path: '/api/admin/documents',
    summary: 'Tải văn bản lên và nạp vào chỉ mục',
    description:
      'Biểu mẫu multipart/form-data với một hay nhiều tệp; các đường dẫn quản trị chỉ có khi đặt ADMIN_TOKEN.',
    security: ADMIN_SECURITY,
    request: { body: { required: true, content: { 'multipart/form-data': { schema: UploadForm } } } },
    responses: {
      202: { description: 'Đã nhận, đang nạp', content: json(JobSchema) },
      ...problemResponses(400, 401, 404, 413, 415, 429),
    },
  });
  // Read by hand below: a form may name its files as it likes.
  app.openAPIRegistry.registerPath(upload);
  app.post(upload.path, admin, limitBody(UPLOAD_LIMIT), async (c) => {
    const job = await jobs.add(await uploadedFiles(c));
    return c.json(jobJson(job), 202, { Location: `/api/admin/jobs/${job.id}` });
  });

  const one = createRoute({
    method: 'get',
    path: '/api/admin/jobs/{id}',
    summary: 'Tiến độ nạp; với Accept: text/event-stream thì theo dõi đến khi xong',
    security: ADMIN_SECURITY,
    middleware: admin,
    request: { params: z.object({ id: z.string() }) },
    responses: {
      200: {
        description: 'Công việc',
        content: { ...json(JobSchema), 'text/event-stream': { schema: JobSchema } },
      },
      ...problemResponses(401, 404, 429),
    },
  });
  app.openapi(one, async (c) => {
    const { id } = c.req.valid('param');
    const job = jobs.find(id);
    if (job === null) throw new ProblemError(404, PROBLEM_TEXTS.jobUnknown(id));
    if (wantsEvents(c)) return eventStream(c.req.raw, (gone) => follow(jobs, id, gone));
    return c.json(jobJson(job), 200);
  });

  const remove = createRoute({
    method: 'delete',
    path: '/api/admin/documents/{id}',
    summary: 'Bỏ một văn bản khỏi chỉ mục',
    security: ADMIN_SECURITY,
    middleware: [admin, needsLibrary(openLibrary)] as const,
    request: { params: z.object({ id: z.string() }) },
    responses: { 202: { description: 'Đang bỏ', content: json(JobSchema) }, ...problemResponses(401, 404, 429, 503) },
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
