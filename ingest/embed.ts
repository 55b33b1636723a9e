import type { IndexEntry } from '../src/index/entry.ts';
import type { Embedder } from '../src/model/embedder.ts';
import type { EmbeddingCache } from './embedding-cache.ts';

/** The embedder returned something that is not an embedding. */
export class EmbeddingError extends Error {
  override readonly name = 'EmbeddingError';
}

export interface EmbedOptions {
  readonly embedder: Embedder;
  readonly cache: EmbeddingCache;
  /** Texts per call of the embedder; what is done is kept after every call, so a broken run goes on from there. */
  readonly batch?: number;
}

/** The text an entry is embedded as. */
export function textToEmbed({ heading, body }: Pick<IndexEntry, 'heading' | 'body'>): string {
  return heading === '' ? body : `${heading} . ${body}`;
}

/** One vector per entry, in order. Every text is embedded once per model, now or in an earlier run. */
export async function embedEntries(
  entries: readonly IndexEntry[],
  { embedder, cache, batch = 256 }: EmbedOptions,
): Promise<Float32Array[]> {
  const texts = entries.map(textToEmbed);
  const known = new Map<string, Float32Array>();
  for (const text of new Set(texts)) {
    const vector = cache.find(embedder.model, text);
    if (vector?.length === embedder.dimensions) known.set(text, vector);
  }
  const missing = [...new Set(texts)].filter((text) => !known.has(text));
  for (let start = 0; start < missing.length; start += batch) {
    const asked = missing.slice(start, start + batch);
    const embeddings = await embedBatch(asked, embedder);
    cache.keep(embedder.model, embeddings);
    for (const [text, vector] of embeddings) known.set(text, vector);
  }
  return texts.map((text) => known.get(text) ?? new Float32Array(embedder.dimensions));
}

async function embedBatch(texts: readonly string[], embedder: Embedder): Promise<(readonly [string, Float32Array])[]> {
  const vectors = await embedder.embedDocuments([...texts]);
  return texts.map((text, i) => {
    const vector = Float32Array.from(vectors[i] ?? []);
    if (vector.length === embedder.dimensions && vector.every(Number.isFinite)) return [text, vector] as const;
    throw new EmbeddingError(
      `Mô hình nhúng ${embedder.model} trả về vectơ không hợp lệ (${vector.length} thay vì ${embedder.dimensions} số) cho đoạn "${text.slice(0, 60)}".`,
    );
  });
}
