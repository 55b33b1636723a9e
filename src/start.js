// The one file that is no TypeScript: Node needs a tenth of a second to load what strips types, and once the compile
// cache is on, everything after the first start comes from there already stripped.
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../node_modules/.cache/compile', import.meta.url));
enableCompileCache(folder);
// For the ingestion that a first start runs as a program of its own.
process.env.NODE_COMPILE_CACHE ??= folder;

await import('./server.ts');
