import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const INGEST = fileURLToPath(new URL('../ingest/main.ts', import.meta.url));

/** The ingestion of the project's own documents, under way. */
export interface FirstIngestion {
  /** Its exit code. */
  readonly ended: Promise<number>;
  readonly stop: () => void;
}

/**
 * Runs the ingestion program on the project's own documents. It runs as a process of its own: the service loads and
 * stays responsive meanwhile, and a crash in a reader cannot take it down.
 */
export function startFirstIngestion(): FirstIngestion {
  console.log('Chưa có chỉ mục: đang đọc các văn bản trong seeds/documents …');
  const stopping = new AbortController();
  const { signal } = stopping;
  const ended = new Promise<number>((resolve, reject) => {
    const child = spawn(process.execPath, [INGEST], { stdio: ['ignore', 'inherit', 'inherit'], signal });
    child.once('error', (error) => (signal.aborted ? resolve(1) : reject(error)));
    child.once('exit', (code) => resolve(code ?? 1));
  });
  return { ended, stop: () => stopping.abort() };
}
