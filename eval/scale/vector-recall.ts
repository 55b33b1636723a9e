import { textToEmbed } from '../../ingest/embed.ts';
import type { Library } from '../../src/http/library.ts';
import { entriesOf } from '../../src/index/entry.ts';
import { unit } from '../../src/index/exact-vectors.ts';
import type { PublishedIndex } from '../../src/index/ports.ts';
import { topHits } from '../../src/index/top-hits.ts';
import type { StaticEmbeddings } from '../../src/model/static-embeddings.ts';

const K = 20;

/**
 * recall@20 of the vector part: the share of the twenty entries most similar to a question that a search for fifty, as
 * retrieval makes it, finds. The truth is worked out entry by entry from the texts, so it needs no index.
 */
export async function vectorRecall(
  { index, store }: { readonly index: PublishedIndex; readonly store: Library['store'] },
  embedder: StaticEmbeddings,
  questions: readonly string[],
): Promise<number> {
  const asked = questions.map((question) => unit(embedder.embed(question), embedder.dimensions));
  const truths = asked.map(() => topHits(K));
  let ordinal = 0;
  for (const { id } of await store.documents()) {
    const document = await store.document(id);
    if (document === null) continue;
    for (const entry of entriesOf(document)) {
      const vector = unit(embedder.embed(textToEmbed(entry)), embedder.dimensions);
      for (const [i, query] of asked.entries()) truths[i]?.offer(ordinal, dot(query, vector));
      ordinal += 1;
    }
  }
  let found = 0;
  let wanted = 0;
  for (const [i, query] of asked.entries()) {
    const hits = new Set((await index.vectors.search(query, { k: 50, only: null })).map((hit) => hit.ordinal));
    const truth = truths[i]?.sorted() ?? [];
    wanted += truth.length;
    found += truth.filter((hit) => hits.has(hit.ordinal)).length;
  }
  return found / wanted;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
