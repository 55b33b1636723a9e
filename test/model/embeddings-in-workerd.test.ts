import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { Miniflare } from 'miniflare';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { openShippedModel, SHIPPED_MODEL } from '../../src/model/shipped-model.ts';
import { StaticEmbeddings } from '../../src/model/static-embeddings.ts';

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL('../doubles/embedding-worker.ts', import.meta.url))],
  bundle: true,
  format: 'esm',
  target: 'es2024',
  write: false,
});
const contents = outputFiles[0]?.text ?? '';
const workerd = new Miniflare({
  host: '127.0.0.1',
  workers: [
    {
      config: {
        name: 'embedding',
        compatibilityDate: '2026-10-01',
        manifest: { mainModule: 'worker.js', modules: { 'worker.js': { type: 'esm', contents } } },
      },
    },
  ],
});
afterAll(() => workerd.dispose());

test('workerd gives the vectors of Node bit for bit', async () => {
  const golden: { readonly vectors: readonly { text: string; first: number[] }[] } = JSON.parse(
    await readFile(new URL('golden-vectors.json', import.meta.url), 'utf8'),
  );
  const texts = golden.vectors.map(({ text }) => text);
  const parameters = new URLSearchParams(texts.map((text): [string, string] => ['text', text]));
  const response = await workerd.dispatchFetch(`http://worker/?${parameters}`, {
    method: 'POST',
    body: await readFile(SHIPPED_MODEL),
  });
  const vectors = z.array(z.array(z.number())).parse(await response.json());
  expect(vectors).toEqual(await new StaticEmbeddings(await openShippedModel()).embedDocuments(texts));
  for (const [i, { first }] of golden.vectors.entries()) expect(vectors[i]?.slice(0, first.length)).toEqual(first);
});
