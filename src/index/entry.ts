import type { Passage } from '../document/passage.ts';
import type { PolicyDocument } from '../document/policy-document.ts';
import type { Assignment, DocumentRecords, Entitlement, Target } from '../document/records.ts';

export type EntryKind = 'passage' | 'target' | 'assignment' | 'entitlement';

/** What the index holds and retrieval returns: a passage or a record, by its id, with the words it is found by. */
export interface IndexEntry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly documentId: string;
  /** Words of the context: number, province and title of the document, heading trail, table header, group. */
  readonly heading: string;
  readonly body: string;
}

/** What an entry's context takes from its document. */
type EntrySource = DocumentRecords & {
  readonly document: Pick<PolicyDocument, 'number' | 'province' | 'title'>;
  readonly passages: readonly Passage[];
};

/**
 * The entries of one document: its passages, then its records, in reading order. Number, province and title of the
 * document stand in the heading of each: in a corpus of many plans on the same subjects they are what tells the
 * passages of one from those of the others (they brought recall@20 of the development questions from 82 to 93 %).
 */
export function entriesOf(source: EntrySource): IndexEntry[] {
  const { number, province, title } = source.document;
  const of = [number, province, title];
  return [
    ...source.passages.filter((passage) => passage.kind !== 'heading').map((passage) => passageEntry(passage, of)),
    ...source.targets.map((target) => targetEntry(target, of)),
    ...source.assignments.map((assignment) => assignmentEntry(assignment, of)),
    ...source.entitlements.map((entitlement) => entitlementEntry(entitlement, of)),
  ];
}

function passageEntry(passage: Passage, of: Texts): IndexEntry {
  const columns = passage.table === null ? [] : passage.table.columns;
  return {
    id: passage.id,
    kind: 'passage',
    documentId: passage.documentId,
    heading: joined([...of, ...passage.headingTrail, ...columns]),
    body: passage.text,
  };
}

function targetEntry(target: Target, of: Texts): IndexEntry {
  return {
    id: target.id,
    kind: 'target',
    documentId: target.documentId,
    heading: joined([...of, ...target.headingTrail, target.group, ...target.monitor]),
    body: joined([target.parent, target.indicator, target.scope, target.unit]),
  };
}

function assignmentEntry(assignment: Assignment, of: Texts): IndexEntry {
  return {
    id: assignment.id,
    kind: 'assignment',
    documentId: assignment.documentId,
    heading: joined([...of, ...assignment.headingTrail]),
    body: joined([assignment.task, ...assignment.lead.map((agency) => agency.name)]),
  };
}

function entitlementEntry(entitlement: Entitlement, of: Texts): IndexEntry {
  return {
    id: entitlement.id,
    kind: 'entitlement',
    documentId: entitlement.documentId,
    heading: joined([...of, ...entitlement.headingTrail]),
    body: joined([entitlement.who, entitlement.what, entitlement.condition, entitlement.level]),
  };
}

type Texts = readonly (string | null)[];

function joined(texts: Texts): string {
  return texts.filter((text) => text !== null).join(' . ');
}
