import { HashingEmbeddings } from '../../../src/model/hashing-embeddings.ts';

/** An embedder that needs no file. */
export const testEmbedder = new HashingEmbeddings({ syllables: { '1': 'cua va cac', '5': 'ngheo' } });
