import type { IngestedDocument } from '../document/ingested-document.ts';

/** A publication that contradicts itself; nothing of it was stored. */
export class InvalidPublicationError extends Error {
  override readonly name = 'InvalidPublicationError';
}

/** The ids of documents to be added. Throws `InvalidPublicationError` when two have the same. */
export function idsOf(documents: readonly IngestedDocument[]): ReadonlySet<string> {
  const ids = new Set(documents.map(({ document }) => document.id));
  if (ids.size < documents.length) throw new InvalidPublicationError(`Trùng mã văn bản: ${duplicates(documents)}.`);
  return ids;
}

/** Documents that were to be kept and are not there. */
export function unpublished(ids: readonly string[]): InvalidPublicationError {
  return new InvalidPublicationError(`Không giữ lại được văn bản chưa công bố: ${ids.join(', ')}.`);
}

function duplicates(documents: readonly IngestedDocument[]): string {
  const files = Map.groupBy(documents, ({ document }) => document.id);
  return [...files]
    .filter(([, same]) => same.length > 1)
    .map(([id, same]) => `${id} (${same.map(({ source }) => source.file).join(', ')})`)
    .join('; ');
}
