import type { Embedder } from '../model/embedder.ts';
import type { IndexManifest } from './ports.ts';

/** Raised with every change of the files' layout or of what is indexed how. */
export const INDEX_FORMAT = 2;

/** What does not fit between an index and the program that opens it, as the rest of a sentence. */
export class Misfit extends Error {}

/** What an index must be for this program to open it. */
export interface Expected {
  readonly generation: string;
  /** What questions will be embedded with. */
  readonly embedder: Pick<Embedder, 'model' | 'dimensions'>;
}

/** Throws `Misfit` when the manifest is of another format, generation or embedder. */
export function requireFit(manifest: IndexManifest, { generation, embedder }: Expected): void {
  if (manifest.format !== INDEX_FORMAT) {
    throw new Misfit(`định dạng ${manifest.format}, chương trình này đọc định dạng ${INDEX_FORMAT}`);
  }
  if (manifest.generation !== generation) throw new Misfit(`thuộc thế hệ dữ liệu khác (${manifest.generation})`);
  const { model, dimensions } = manifest.embedder;
  if (model !== embedder.model || dimensions !== embedder.dimensions) {
    throw new Misfit(
      `được dựng bằng mô hình nhúng ${model} (${dimensions} chiều), mà mô hình đang dùng là ${embedder.model} (${embedder.dimensions} chiều)`,
    );
  }
}

/** Throws `Misfit` when parts of one index do not hold the number of entries its manifest states. */
export function requireOneSize(expected: number, sizes: readonly number[]): void {
  if (sizes.some((size) => size !== expected)) throw new Misfit(`các tệp không khớp nhau (${sizes.join(', ')} mục)`);
}
