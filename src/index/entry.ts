import type { Passage } from '../document/passage.ts';
import type { Assignment, DocumentRecords, Entitlement, Target } from '../document/records.ts';

export type EntryKind = 'passage' | 'target' | 'assignment' | 'entitlement';

/** What the index holds and retrieval returns: a passage or a record, by its id, with the words it is found by. */
export interface IndexEntry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly documentId: string;
  /** Words of the context: document title, heading trail, table header, group, parent. Weighs less than the body. */
  readonly heading: string;
  readonly body: string;
}

/** The entries of one document: its passages, then its records, in reading order. */
export function entriesOf(document: DocumentRecords & { readonly passages: readonly Passage[] }): IndexEntry[] {
  return [
    ...document.passages.filter((passage) => passage.kind !== 'heading').map(passageEntry),
    ...document.targets.map(targetEntry),
    ...document.assignments.map(assignmentEntry),
    ...document.entitlements.map(entitlementEntry),
  ];
}

function passageEntry(passage: Passage): IndexEntry {
  const columns = passage.table === null ? [] : passage.table.columns;
  return {
    id: passage.id,
    kind: 'passage',
    documentId: passage.documentId,
    heading: [...passage.headingTrail, ...columns].join(' . '),
    body: passage.text,
  };
}

function targetEntry(target: Target): IndexEntry {
  return {
    id: target.id,
    kind: 'target',
    documentId: target.documentId,
    heading: present([...target.headingTrail, target.group, ...target.monitor]).join(' . '),
    body: present([target.parent, target.indicator, target.scope, target.unit]).join(' . '),
  };
}

function assignmentEntry(assignment: Assignment): IndexEntry {
  return {
    id: assignment.id,
    kind: 'assignment',
    documentId: assignment.documentId,
    heading: assignment.headingTrail.join(' . '),
    body: [assignment.task, ...assignment.lead.map((agency) => agency.name)].join(' . '),
  };
}

function entitlementEntry(entitlement: Entitlement): IndexEntry {
  return {
    id: entitlement.id,
    kind: 'entitlement',
    documentId: entitlement.documentId,
    heading: entitlement.headingTrail.join(' . '),
    body: present([entitlement.who, entitlement.what, entitlement.condition, entitlement.level]).join(' . '),
  };
}

function present(texts: readonly (string | null)[]): string[] {
  return texts.filter((text) => text !== null);
}
