import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { localHyperdrive } from './hyperdrive.ts';
import { migrateLocally } from './migrate-locally.ts';
import { OFFLINE, startWrangler } from './run-wrangler.ts';

export interface DevServerOptions {
  /** A folder that `exportSnapshot` has written. */
  readonly assets: string;
  /** Where the local database is kept. */
  readonly state: string;
  /** Address of a PostgreSQL database that is bound as HYPERDRIVE; none when left out. */
  readonly database?: string;
  /** Variables and secrets of the worker. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Where developer tools reach it; a free port when left out. */
  readonly inspectorPort?: number;
}

/** The worker in the platform's own runtime, on a free port of this machine. */
export interface DevServer {
  readonly url: string;
  /** From starting wrangler until the server took requests, in milliseconds. */
  readonly readyAfter: number;
  /** What it said so far: its log lines, and wrangler's. */
  readonly lines: readonly string[];
  stop(): Promise<void>;
}

/** Starts the worker for a test or a measurement. Rejects with what wrangler said when it does not come up. */
export async function startDevServer(options: DevServerOptions): Promise<DevServer> {
  const { assets, state, variables = {}, inspectorPort = 0, database } = options;
  await migrateLocally(state);
  const bound = database === undefined ? null : await localHyperdrive(database);
  const started = performance.now();
  const child = startWrangler(
    [
      ...['dev', '--local', '--ip', '127.0.0.1', '--port', '0', '--inspector-port', `${inspectorPort}`],
      ...['--show-interactive-dev-session=false', '--assets', assets, '--persist-to', state],
      ...(bound?.options ?? []),
      ...Object.entries(variables).flatMap(([name, value]) => ['--var', `${name}:${value}`]),
    ],
    { output: 'piped', environment: { ...OFFLINE, ...bound?.environment } },
  );
  const lines: string[] = [];
  const url = await readyUrl(child, lines);
  return { url, readyAfter: performance.now() - started, lines, stop: () => stopped(child) };
}

function readyUrl(child: ChildProcess, lines: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    for (const output of [child.stdout, child.stderr]) {
      if (output === null) continue;
      createInterface({ input: output }).on('line', (line) => {
        lines.push(line);
        const url = /Ready on (http:\S+)/.exec(line)?.[1];
        if (url !== undefined) resolve(url);
      });
    }
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`wrangler ended with ${code}:\n${lines.join('\n')}`)));
  });
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
