import type { PolicyDocument } from '../../document/policy-document.ts';
import type { DocumentStore } from '../../store/document-store.ts';

/** Pairs records with the documents they stand in. */
export async function inDocuments<T extends { readonly documentId: string }>(
  store: DocumentStore,
  records: readonly T[],
): Promise<(readonly [record: T, document: PolicyDocument])[]> {
  const documents = new Map((await store.documents()).map((document) => [document.id, document]));
  return records.flatMap((record) => {
    const document = documents.get(record.documentId);
    return document === undefined ? [] : [[record, document] as const];
  });
}
