import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const WRANGLER = join(dirname(createRequire(import.meta.url).resolve('wrangler/package.json')), 'bin/wrangler.js');

/** What local runs need to do without the network; the banner looks for updates. */
export const OFFLINE: Readonly<Record<string, string>> = {
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
};

/** wrangler is fifteen megabytes of program: compiled once, it starts a quarter of a second sooner. */
const COMPILED: Readonly<Record<string, string>> = { NODE_COMPILE_CACHE: join(PROJECT, '.wrangler/compiled') };

export interface WranglerOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** `shown` goes to this program's own output, `piped` to whoever reads the child's, `errors` shows those alone. */
  readonly output?: 'shown' | 'piped' | 'errors';
}

/** Starts wrangler on this project. */
export function startWrangler(
  args: readonly string[],
  { environment = OFFLINE, output = 'shown' }: WranglerOptions = {},
): ChildProcess {
  return spawn(process.execPath, [WRANGLER, ...args], {
    cwd: PROJECT,
    env: { ...COMPILED, ...process.env, ...environment },
    stdio: STDIO[output],
  });
}

const STDIO: Readonly<Record<NonNullable<WranglerOptions['output']>, StdioOptions>> = {
  shown: 'inherit',
  piped: ['ignore', 'pipe', 'pipe'],
  errors: ['ignore', 'ignore', 'inherit'],
};

/** Runs wrangler to its end, or until this program is told to stop, and resolves with its exit code. */
export function runWrangler(args: readonly string[], options: WranglerOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = startWrangler(args, options);
    const stop = () => child.kill('SIGTERM');
    process.on('SIGINT', stop).on('SIGTERM', stop);
    child.once('error', reject);
    child.once('exit', (code) => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      resolve(code ?? 0);
    });
  });
}
