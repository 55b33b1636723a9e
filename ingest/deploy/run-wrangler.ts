import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
/** The program itself: its command starts another Node for it, which the first then waits for. */
const WRANGLER = createRequire(import.meta.url).resolve('wrangler');

/** As its command starts it, and with room for what a start allocates, which is otherwise copied again and again. */
const NODE_OPTIONS = ['--no-warnings', '--min-semi-space-size=64', '--max-semi-space-size=64'];

/** What local runs need to do without the network; the banner looks for updates. */
export const OFFLINE: Readonly<Record<string, string>> = {
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
};

/** wrangler is fifteen megabytes of program: compiled once, it starts a quarter of a second sooner. */
const COMPILED: Readonly<Record<string, string>> = { NODE_COMPILE_CACHE: join(PROJECT, '.wrangler/compiled') };

/**
 * What the development server would do beside serving: keep a trace of every request in a database of its own, which
 * takes as long as an answer, and offer pages to look at them. Whoever wants them sets the variable to "true".
 */
const BESIDE: Readonly<Record<string, string>> = { X_LOCAL_OBSERVABILITY: 'false', X_LOCAL_EXPLORER: 'false' };

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
  return spawn(process.execPath, [...NODE_OPTIONS, WRANGLER, ...args], {
    cwd: PROJECT,
    env: { ...COMPILED, ...BESIDE, ...process.env, ...environment },
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
