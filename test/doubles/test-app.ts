import { serveStatic } from '@hono/node-server/serve-static';
import type { Ask } from '../../src/answering/ask.ts';
import { createApp } from '../../src/app.ts';
import type { Library } from '../../src/http/library.ts';
import type { IngestionJobs } from '../../src/http/operations/ingestion-jobs.ts';
import { prometheusMetrics } from '../../src/http/operations/metrics.ts';
import type { OperationsBook } from '../../src/http/operations/operations-book.ts';
import { openSqliteOperationsBook } from '../../src/http/operations/sqlite-operations-book.ts';
import { rateLimit } from '../../src/http/rate-limit.ts';
import { scriptedAsk } from './scripted-ask.ts';

export interface TestAppOptions {
  readonly ask?: Ask;
  readonly store?: Library['store'];
  readonly published?: boolean;
  readonly rateLimitPerMinute?: number;
  readonly adminToken?: string | null;
  readonly corsOrigins?: readonly string[];
  readonly now?: () => number;
  readonly faults?: unknown[];
  readonly book?: OperationsBook;
  readonly jobs?: IngestionJobs;
}

/** The application over a scripted answering flow. */
export function testApp({
  ask = scriptedAsk(),
  published = true,
  rateLimitPerMinute = 0,
  adminToken = null,
  corsOrigins = [],
  now = Date.now,
  store,
  faults = [],
  book = memoryBook(),
  jobs = noJobs(),
}: TestAppOptions = {}) {
  return createApp({
    settings: { adminToken, corsOrigins },
    openLibrary: async () => (published ? library(ask, store) : null),
    limit: rateLimit({
      perMinute: rateLimitPerMinute,
      client: (c) => c.req.header('X-Test-Client') ?? 'test',
      now,
    }),
    log: { request: () => {}, fault: (error) => faults.push(error) },
    now,
    book,
    machine: {
      assets: serveStatic({ root: 'src/web/public' }),
      jobs,
      metrics: prometheusMetrics(),
    },
  });
}

function library(ask: Ask, store: Library['store'] = emptyStore()): Library {
  return {
    manifest: {
      format: 1,
      generation: 'g1',
      embedder: { model: 'test', dimensions: 256 },
      entries: 3,
      builtAt: '2026-11-23T00:00:00Z',
    },
    store,
    ask,
    search: async () => [],
  };
}

function emptyStore(): Library['store'] {
  const emptyPage = async () => ({ items: [], total: 0, cursor: null });
  const none = async () => [];
  return {
    generation: async () => 'g1',
    documents: none,
    document: async () => null,
    passages: none,
    targets: none,
    assignments: none,
    entitlements: none,
    listDocuments: emptyPage,
    listTargets: emptyPage,
    listAssignments: emptyPage,
    close: async () => {},
  };
}

function memoryBook(): OperationsBook {
  return openSqliteOperationsBook(':memory:', Date.now);
}

function noJobs(): IngestionJobs {
  const refuse = () => Promise.reject(new Error('This test takes no uploads.'));
  return { add: refuse, remove: refuse, find: () => null, changed: async () => {} };
}

/** The events of a finished stream, data parsed. */
export function eventsOf(text: string): { readonly event: string; readonly data: unknown }[] {
  return text
    .split('\n\n')
    .filter((block) => block !== '')
    .map((block) => ({
      event: /^event: (.*)$/m.exec(block)?.[1] ?? '',
      data: JSON.parse(
        block
          .split('\n')
          .filter((line) => line.startsWith('data: '))
          .map((line) => line.slice(6))
          .join('\n'),
      ),
    }));
}
