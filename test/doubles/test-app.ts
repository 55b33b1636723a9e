import { serveStatic } from '@hono/node-server/serve-static';
import type { Ask } from '../../src/answering/ask.ts';
import { createApp } from '../../src/app.ts';
import type { Library } from '../../src/http/library.ts';
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
}: TestAppOptions = {}) {
  return createApp({
    settings: { adminToken, rateLimitPerMinute, corsOrigins },
    openLibrary: async () => (published ? library(ask, store) : null),
    clientAddress: (c) => c.req.header('X-Test-Client') ?? 'test',
    log: { request: () => {}, fault: (error) => faults.push(error) },
    now,
    assets: serveStatic({ root: 'src/web/public' }),
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
