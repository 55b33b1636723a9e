import { expect, test } from 'vitest';
import { z } from 'zod';
import { testApp } from '../doubles/test-app.ts';

const Description = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ responses: z.record(z.string(), z.unknown()) }))),
});

async function operations(): Promise<string[]> {
  const response = await testApp().request('/openapi.json');
  const { paths } = Description.parse(await response.json());
  return Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`));
}

test('the description names every operation of the service, with or without an administrator', async () => {
  expect((await operations()).sort()).toEqual([
    'delete /api/admin/documents/{id}',
    'get /api/admin/feedback',
    'get /api/admin/jobs/{id}',
    'get /api/admin/unanswered',
    'get /api/assignments',
    'get /api/documents',
    'get /api/documents/{id}',
    'get /api/documents/{id}/source',
    'get /api/search',
    'get /api/targets',
    'get /healthz',
    'get /metrics',
    'get /readyz',
    'get /v1/models',
    'post /api/admin/documents',
    'post /api/ask',
    'post /api/feedback',
    'post /mcp',
    'post /v1/chat/completions',
  ]);
});
