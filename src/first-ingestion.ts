import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const INGEST = fileURLToPath(new URL('../ingest/main.ts', import.meta.url));

/**
 * Runs the ingestion program on the project's own documents and resolves with its exit code. It runs as a process of
 * its own: the service stays responsive, and a crash in a reader cannot take it down.
 */
export function ingestSeeds(signal: AbortSignal): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [INGEST], { stdio: ['ignore', 'inherit', 'inherit'], signal });
    child.once('error', (error) => (signal.aborted ? resolve(1) : reject(error)));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
