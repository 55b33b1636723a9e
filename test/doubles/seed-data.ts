import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Answer } from '../../src/answering/answer.ts';
import type { Ask, AskRequest } from '../../src/answering/ask.ts';
import type { ModelCall } from '../../src/model/model-call.ts';
import { readSettings } from '../../src/settings.ts';
import { type Listeners, wire } from '../../src/wiring.ts';

const PROJECT = join(import.meta.dirname, '../..');
const SEEDS = join(PROJECT, 'seeds/documents');

/** A data folder of its own with the seeds, and further files, ingested by the program itself. */
export async function seedData({
  more = [],
  environment = {},
}: {
  readonly more?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
} = {}): Promise<{ readonly dataDir: string; readonly remove: () => Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hoi-dap-test-'));
  await promisify(execFile)(process.execPath, [join(PROJECT, 'ingest/main.ts'), SEEDS, ...more], {
    env: { PATH: process.env.PATH, ...environment, DATA_DIR: dataDir },
  });
  return { dataDir, remove: () => rm(dataDir, { recursive: true, force: true }) };
}

/** The wired application over a data folder, with settings as in the environment. */
export async function openSeeds(
  dataDir: string,
  environment: Readonly<Record<string, string>> = {},
  listeners: Partial<Listeners> = {},
) {
  const calls: ModelCall[] = [];
  const wiring = wire(readSettings({ ...environment, DATA_DIR: dataDir }, PROJECT), {
    ...listeners,
    onModelCall: (call) => calls.push(call),
  });
  const library = await wiring.openLibrary();
  if (library === null) throw new Error('The seeds were not ingested.');
  return { library, ask: library.ask, calls, close: wiring.close };
}

/** A request as the HTTP route makes it. */
export function requestOf(question: string, history: AskRequest['history'] = []): AskRequest {
  return {
    question,
    history,
    conversationId: null,
    filters: { province: null, documentIds: null },
    asOf: '2026-11-23',
  };
}

/** Everything an answer sent: its text as it grew, how the pieces came, and the whole. */
export interface Received {
  readonly answer: Answer;
  readonly deltas: readonly string[];
  readonly ms: number;
}

/** Asks and collects what is sent. */
export async function receive(
  ask: Ask,
  request: AskRequest,
  signal: AbortSignal = new AbortController().signal,
): Promise<Received> {
  const started = performance.now();
  const deltas: string[] = [];
  for await (const event of ask(request, signal)) {
    if (event.kind === 'delta') deltas.push(event.text);
    if (event.kind === 'answer') return { answer: event.answer, deltas, ms: performance.now() - started };
  }
  throw new Error('The answer did not come.');
}
