import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ask, AskRequest } from '../src/answering/ask.ts';
import type { Library } from '../src/http/library.ts';
import { readSettings } from '../src/settings.ts';
import { wire } from '../src/wiring.ts';
import type { Asker } from './asker.ts';
import type { GivenAnswer } from './given-answer.ts';
import type { PlacedHit } from './metrics/retrieval.ts';
import { type ModelRecording, openModelRecording, type RecordedModel } from './model-recording.ts';

const PROJECT = join(import.meta.dirname, '..');

export interface InProcessOptions {
  /** Folders whose documents make up the corpus. */
  readonly folders: readonly string[];
  /** `llm` takes the model from the environment; `extractive` runs without one whatever the environment says. */
  readonly composer: 'extractive' | 'llm';
  /** The file of recorded answers the model's are taken from and added to; null to ask the model itself. */
  readonly recording?: string | null;
}

/** Ingests the folders into a data folder of its own, so that no earlier index plays a part, and asks in this process. */
export async function openInProcess({ folders, composer, recording = null }: InProcessOptions): Promise<Asker> {
  const recorded = recording === null ? null : await openModelRecording(recording, configuredModel());
  const dataDir = await mkdtemp(join(tmpdir(), 'hoi-dap-eval-'));
  const model = composer === 'llm' ? modelEnvironment(recorded) : {};
  // A database that is configured is not for evaluating.
  const environment = { ...model, DATA_DIR: dataDir, DATABASE_URL: '', LOG_LEVEL: 'error' };
  await ingest(folders, { ...process.env, ...NO_MODEL, ...environment });
  const wiring = wire(readSettings(environment, PROJECT));
  const library = await wiring.openLibrary();
  if (library === null) throw new Error('Ingestion published no index; run `npm run ingest` to see why.');
  return {
    ask: ({ question, history }, asOf) => askOnce(library.ask, { question, history, asOf: asOf ?? null }),
    search: (question, k) => searchPlaced(library, question, k),
    close: async () => {
      await wiring.close();
      if (recorded !== null) console.error(`Recording ${recording}: ${JSON.stringify(recorded.counts())}`);
      await recorded?.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Variables that are set to nothing count as not set. */
const NO_MODEL = { OPENAI_API_KEY: '', OPENAI_BASE_URL: '', OPENAI_EMBEDDING_MODEL: '' };

/** With recorded answers the shipped embeddings are used: what is retrieved must be what was retrieved then. */
function modelEnvironment(recorded: ModelRecording | null): NodeJS.ProcessEnv {
  if (recorded === null) return process.env;
  return { ...process.env, OPENAI_BASE_URL: recorded.url, OPENAI_API_KEY: 'recorded', OPENAI_EMBEDDING_MODEL: '' };
}

function configuredModel(): RecordedModel | null {
  const { apiKey, baseUrl } = readSettings(process.env, PROJECT).model;
  if (apiKey === null && baseUrl === null) return null;
  return { apiKey, baseUrl: baseUrl ?? 'https://api.openai.com/v1' };
}

/** Asks as the HTTP route does and takes the time until the answer is complete. */
export async function askOnce(
  ask: Ask,
  { question, history, asOf }: Pick<AskRequest, 'question' | 'history' | 'asOf'>,
): Promise<GivenAnswer> {
  const request: AskRequest = {
    question: question.trim(),
    history,
    conversationId: null,
    filters: { province: null, documentIds: null },
    asOf,
  };
  const started = performance.now();
  for await (const event of ask(request, new AbortController().signal)) {
    if (event.kind !== 'answer') continue;
    const latency = performance.now() - started;
    const { status, text, citations } = event.answer;
    return { status, text, citations: citations.map(({ quote, source }) => ({ quote, ...source })), latency };
  }
  throw new Error(`“${question}” ended without an answer.`);
}

async function searchPlaced({ search, store }: Library, question: string, k: number): Promise<PlacedHit[]> {
  const hits = await search(question, k, new AbortController().signal);
  const ids = (kind: string) => hits.filter((hit) => hit.kind === kind).map(({ id }) => id);
  const found = [
    ...(await store.passages(ids('passage'))),
    ...(await store.targets(ids('target'))),
    ...(await store.assignments(ids('assignment'))),
    ...(await store.entitlements(ids('entitlement'))),
  ];
  const spans = new Map(found.map(({ id, span }) => [id, span]));
  const files = new Map((await store.documents()).map(({ id, source }) => [id, source.file]));
  return hits.flatMap(({ id, documentId }) => {
    const span = spans.get(id);
    const file = files.get(documentId);
    return span === undefined || file === undefined ? [] : [{ file, startLine: span.startLine, endLine: span.endLine }];
  });
}

function ingest(folders: readonly string[], environment: Readonly<Record<string, string | undefined>>): Promise<void> {
  const program = join(PROJECT, 'ingest/main.ts');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...folders], {
      env: { ...environment },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.once('error', reject);
    // Exit code 1 means that some files were refused; what was usable is published all the same.
    child.once('exit', (code) => {
      if (code === 0 || code === 1) resolve();
      else reject(new Error(`Ingestion ended with ${code}:\n${said}`));
    });
  });
}
