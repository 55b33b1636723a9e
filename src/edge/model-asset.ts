import { UnusableIndexError } from '../index/unusable-index-error.ts';
import { openStaticModel, type StaticModel, StaticModelError } from '../model/static-model.ts';
import type { ReadAsset } from '../snapshot/read-parts.ts';

/** Where the shipped embedding model lies among the static files of a deployment that has no snapshot. */
export const MODEL_ASSET = 'snapshot/model/static-vi.bin';

/** The shipped embedding model, beside PostgreSQL. Throws `UnusableIndexError` when it is missing or cut. */
export async function openModelAsset(read: ReadAsset): Promise<StaticModel> {
  const bytes = await read(MODEL_ASSET);
  if (bytes === null) throw unusable('không có trong bản triển khai', null);
  try {
    return await openStaticModel(bytes);
  } catch (error) {
    if (error instanceof StaticModelError) throw unusable('bị hỏng hoặc bị cắt', error);
    throw error;
  }
}

function unusable(reason: string, cause: unknown): UnusableIndexError {
  return new UnusableIndexError(
    `Mô hình nhúng ${MODEL_ASSET} ${reason}; chạy "npm run deploy:worker" để triển khai lại.`,
    {
      cause,
    },
  );
}
