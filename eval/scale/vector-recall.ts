import { textToEmbed } from '../../ingest/embed.ts';
import type { Library } from '../../src/http/library.ts';
import { entriesOf } from '../../src/index/entry.ts';
import { unit } from '../../src/index/exact-vectors.ts';
import type { PublishedIndex } from '../../src/index/ports.ts';
import { topHits } from '../../src/index/top-hits.ts';
import type { StaticEmbeddings } from '../../src/model/static-embeddings.ts';

/** What is asked of an index, whatever engine it is of. */
export type SearchedIndex = Pick<PublishedIndex, 'vectors' | 'entriesAt'>;

const K = 20;

/**
 * recall@20 of the vector part: the share of the twenty entries most similar to a question that a search for fifty, as
 * retrieval makes it, finds. The truth is worked out entry by entry from the texts, so it needs no index.
 */
export async function vectorRecall(
  { index, store }: { readonly index: SearchedIndex; readonly store: Library['store'] },
  embedder: StaticEmbeddings,
  questions: readonly string[],
): Promise<number> {
  const asked = questions.map((question) => unit(embedder.embed(question), embedder.dimensions));
  const truths = asked.map(() => topHits(K));
  const ids: string[] = [];
  for (const { id } of await store.documents()) {
    const document = await store.document(id);
    if (document === null) continue;
    for (const entry of entriesOf(document)) {
      const vector = unit(embedder.embed(textToEmbed(entry)), embedder.dimensions);
      for (const [i, query] of asked.entries()) truths[i]?.offer(ids.length, dot(query, vector));
      ids.push(entry.id);
    }
  }
  let found = 0;
  let wanted = 0;
  for (const [i, query] of asked.entries()) {
    const hits = await index.vectors.search(query, { k: 50, only: null });
    const placed = await index.entriesAt(hits.map((hit) => hit.ordinal));
    const hitIds = new Set(placed.map(({ entry }) => entry.id));
    const truth = truths[i]?.sorted() ?? [];
    wanted += truth.length;
    found += truth.filter((hit) => hitIds.has(ids[hit.ordinal] ?? '')).length;
  }
  return found / wanted;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
