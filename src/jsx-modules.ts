import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Lets Node import `.tsx`: it strips types by itself but leaves JSX. Sucrase is plain JavaScript, so it installs
 * everywhere; loading it takes longer than reading its results, hence the cache by content.
 */
const CACHE_DIR = fileURLToPath(new URL('../node_modules/.cache/jsx', import.meta.url));
const require = createRequire(import.meta.url);
const VERSION: string = require('sucrase/package.json').version;

registerHooks({
  load(url, context, nextLoad) {
    if (!url.endsWith('.tsx')) return nextLoad(url, context);
    return { format: 'module', shortCircuit: true, source: compiled(fileURLToPath(url)) };
  },
});

function compiled(file: string): string {
  const source = readFileSync(file, 'utf8');
  const cached = join(CACHE_DIR, `${createHash('sha256').update(VERSION).update(source).digest('hex')}.js`);
  try {
    return readFileSync(cached, 'utf8');
  } catch {
    const code = compile(source, file);
    keep(cached, code);
    return code;
  }
}

function compile(source: string, filePath: string): string {
  const { transform }: typeof import('sucrase') = require('sucrase');
  return transform(source, {
    filePath,
    transforms: ['typescript', 'jsx'],
    jsxRuntime: 'automatic',
    jsxImportSource: 'hono/jsx',
    production: true,
    preserveDynamicImport: true,
    disableESTransforms: true,
  }).code;
}

/** A read-only installation works too: it compiles at every start. */
function keep(file: string, code: string): void {
  try {
    mkdirSync(CACHE_DIR, { recursive: true });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, code);
    renameSync(draft, file);
  } catch {}
}
