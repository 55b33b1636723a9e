import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const SERVER = join(import.meta.dirname, '../../src/start.js');

/** A server started for a measurement, in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  /** From spawning the process to the first 200 of /readyz, in milliseconds. */
  readonly readyAfter: number;
  /** Resident memory in megabytes; null where /proc does not tell. */
  memory(): Promise<number | null>;
  stop(): Promise<void>;
}

/**
 * Starts the service on a free port over a data folder, without a rate limit or a model, and waits, at most `patience`
 * milliseconds, until it is ready.
 */
export async function startServer(
  dataDir: string,
  {
    patience = 60_000,
    environment = {},
  }: { readonly patience?: number; readonly environment?: Readonly<Record<string, string>> } = {},
): Promise<ServerProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const started = performance.now();
  const child = spawn(process.execPath, [SERVER], {
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      RATE_LIMIT_PER_MINUTE: '0',
      LOG_LEVEL: 'error',
      ...environment,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const stop = () => stopProcess(child);
  try {
    await untilReady(child, url, started + patience);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, readyAfter: performance.now() - started, memory: () => residentMegabytes(child), stop };
}

async function untilReady(child: ChildProcess, url: string, deadline: number): Promise<void> {
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode} before it was ready.`);
    const ready = await fetch(`${url}/readyz`).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await wait(10);
  }
  throw new Error('The server was not ready in time.');
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await Promise.race([ended, wait(5_000).then(() => child.kill('SIGKILL'))]);
}

async function residentMegabytes({ pid }: ChildProcess): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(status)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('No free port.'));
      });
    });
  });
}
