import type { Span } from '../../document/span.ts';
import type { EntryKind } from '../../index/entry.ts';
import type { DocumentStore } from '../../store/document-store.ts';
import { sourceJson } from '../json/source-json.ts';
import type { SearchHit } from '../library.ts';

interface Quoted {
  readonly id: string;
  readonly headingTrail: readonly string[];
  readonly quote: string;
  readonly span: Span;
}

/** Search hits with the words they stand for, in the order given. */
export async function describeHits(store: DocumentStore, hits: readonly SearchHit[]) {
  const ids = (kind: EntryKind) => hits.filter((hit) => hit.kind === kind).map((hit) => hit.id);
  const [documents, passages, targets, assignments, entitlements] = await Promise.all([
    store.documents(),
    store.passages(ids('passage')),
    store.targets(ids('target')),
    store.assignments(ids('assignment')),
    store.entitlements(ids('entitlement')),
  ]);
  const quoted: readonly Quoted[] = [
    ...passages.map((passage) => ({ ...passage, quote: passage.text })),
    ...targets,
    ...assignments,
    ...entitlements,
  ];
  const byId = new Map(quoted.map((item) => [item.id, item]));
  const documentById = new Map(documents.map((document) => [document.id, document]));
  return hits.flatMap((hit) => {
    const item = byId.get(hit.id);
    const document = documentById.get(hit.documentId);
    if (item === undefined || document === undefined) return [];
    const { id, kind, documentId, score, parts } = hit;
    const { headingTrail, quote, span } = item;
    return [
      {
        id,
        kind,
        documentId,
        score,
        parts,
        headingTrail: [...headingTrail],
        quote,
        source: sourceJson(document, span),
      },
    ];
  });
}
