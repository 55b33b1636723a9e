import { rm, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { kernelBytes } from '../../src/index/int8-kernel.ts';
import { IngestionBusyError, withIngestionLock } from '../lock.ts';
import { isUpToDate, writeInputs } from './build-inputs.ts';
import { requiredBuiltins } from './required-builtins.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

const PLUGIN = fileURLToPath(new URL('required-builtins.ts', import.meta.url));

/** Where `wrangler.toml` looks for the worker. */
const FOLDER = 'dist/bundle';

/**
 * Bundles `src/worker.ts` for Workers, unless nothing it is made of has changed. What is imported lazily, LangChain
 * before all, becomes a module of its own, which an isolate reads when it is first used; wrangler's own bundling would
 * put everything into one.
 */
async function bundle(): Promise<void> {
  const { build } = await import('esbuild');
  await rm(FOLDER, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: PROJECT,
    entryPoints: ['src/worker.ts'],
    outdir: FOLDER,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    conditions: ['workerd', 'worker', 'browser'],
    plugins: [requiredBuiltins],
    external: ['node:*', 'cloudflare:*', '*.wasm'],
    target: 'es2024',
    loader: { '.md': 'text' },
    minify: true,
    keepNames: true,
    sourcemap: 'linked',
    sourcesContent: false,
    metafile: true,
    logLevel: 'warning',
  });
  await writeFile(`${FOLDER}/int8-kernel.wasm`, kernelBytes());
  const program = fileURLToPath(import.meta.url);
  // What plugins made up is no file.
  const files = Object.keys(metafile.inputs).filter((path) => !/^[\w-]+:/.test(path));
  await writeInputs(FOLDER, [...files, program, PLUGIN, 'tsconfig.json', 'package-lock.json']);
}

/** One bundling at a time: several development servers may be started at once, and the first makes it for all. */
async function bundleAlone(): Promise<void> {
  try {
    await withIngestionLock('dist', async () => {
      if (!(await isUpToDate(FOLDER))) await bundle();
    });
  } catch (error) {
    if (!(error instanceof IngestionBusyError)) throw error;
    await wait(100);
    await bundleAlone();
  }
}

process.chdir(PROJECT);
if (!(await isUpToDate(FOLDER))) await bundleAlone();
