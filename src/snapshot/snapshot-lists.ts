import type { PolicyDocument } from '../document/policy-document.ts';
import type { AssignmentFilter, DocumentFilter, Page, PageRequest, TargetFilter } from '../store/document-store.ts';
import { type DocumentWords, documentWords } from '../store/list-words.ts';
import { cursorAt, isBehind, type Position, positionAfter } from '../store/position.ts';
import { everyWord, phrase } from '../store/words.ts';
import type { AssignmentRow, RecordPlace, TargetRow } from './format.ts';

/** A document with the words it is found by. */
export interface ListedDocument extends DocumentWords {
  readonly document: PolicyDocument;
}

/** The documents of a snapshot, ready to be filtered. */
export function listedDocuments(documents: readonly PolicyDocument[]): readonly ListedDocument[] {
  return documents.map((document) => ({ document, ...documentWords(document) }));
}

/** One page of what passes a filter, each item with its position; the caller fetches the content. */
export interface Selection<T> extends Omit<Page<T>, 'items'> {
  readonly rows: readonly T[];
}

export function selectDocuments(
  all: readonly ListedDocument[],
  filter: DocumentFilter,
  page: PageRequest,
): Selection<ListedDocument> {
  const province = phrase(filter.province);
  const type = phrase(filter.type);
  const words = everyWord(filter.q);
  const found = all.filter(
    (row) =>
      (province === null || row.province === province) &&
      (type === null || row.type === type) &&
      (filter.year === null || row.year === filter.year) &&
      holdsEvery(row.words, words),
  );
  return pageOf(found, page, ({ document }) => positionOf(document, 0));
}

export function selectTargets<T extends TargetRow & RecordPlace>(
  all: readonly T[],
  documents: readonly ListedDocument[],
  filter: TargetFilter,
  page: PageRequest,
): Selection<T> {
  const group = phrase(filter.group);
  const year = filter.year === null ? null : ` ${filter.year} `;
  const kind = filter.kind ?? null;
  const words = everyWord(filter.q);
  const inProvince = ofProvince(documents, filter.province);
  const found = all.filter(
    (row) =>
      inProvince(row) &&
      (year === null || row.years.includes(year)) &&
      (group === null || row.group.includes(group)) &&
      (kind === null || row.kind === kind) &&
      holdsEvery(row.words, words),
  );
  return pageOf(found, page, placeIn(documents));
}

/** Without a role the agency may lead or coordinate. */
export function selectAssignments<T extends AssignmentRow & RecordPlace>(
  all: readonly T[],
  documents: readonly ListedDocument[],
  filter: AssignmentFilter,
  page: PageRequest,
): Selection<T> {
  const agency = phrase(filter.agency);
  const words = everyWord(filter.q);
  const inProvince = ofProvince(documents, filter.province);
  const hasRole = (row: T): boolean => {
    if (filter.role === null && agency === null) return true;
    const roles = filter.role === null ? (['lead', 'coordinate'] as const) : [filter.role];
    return roles.some((role) => row[role].trim() !== '' && (agency === null || row[role].includes(agency)));
  };
  const found = all.filter((row) => inProvince(row) && hasRole(row) && holdsEvery(row.words, words));
  return pageOf(found, page, placeIn(documents));
}

function ofProvince(documents: readonly ListedDocument[], name: string | null): (row: RecordPlace) => boolean {
  const province = phrase(name);
  if (province === null) return () => true;
  const inside = documents.map((document) => document.province === province);
  return ({ document }) => inside[document] === true;
}

function holdsEvery(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

function placeIn(documents: readonly ListedDocument[]): (row: RecordPlace) => Position {
  return (row) => positionOf(documents[row.document]?.document, row.ordinal);
}

function positionOf(document: PolicyDocument | undefined, ordinal: number): Position {
  return { issuedOn: document?.issuedOn ?? '', id: document?.id ?? '', ordinal };
}

function pageOf<T>(found: readonly T[], { limit, cursor }: PageRequest, at: (row: T) => Position): Selection<T> {
  const after = positionAfter(cursor);
  const left = cursor === null ? found : found.filter((row) => isBehind(at(row), after));
  const rows = left.slice(0, limit);
  const last = rows.at(-1);
  return { rows, total: found.length, cursor: left.length > limit && last !== undefined ? cursorAt(at(last)) : null };
}
