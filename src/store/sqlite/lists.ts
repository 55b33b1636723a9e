import type { PolicyDocument } from '../../document/policy-document.ts';
import type { Assignment, Target } from '../../document/records.ts';
import type { AssignmentFilter, DocumentFilter, Page, PageRequest, TargetFilter } from '../document-store.ts';
import { pageOf } from '../page.ts';
import { positionAfter } from '../position.ts';
import { everyWord, phrase } from '../words.ts';
import type { Sql } from './sql.ts';

/** One page of the documents that a generation holds. */
export function listDocuments(
  sql: Sql,
  generation: number,
  filter: DocumentFilter,
  { limit, cursor }: PageRequest,
): Page<PolicyDocument> {
  const after = positionAfter(cursor);
  const province = phrase(filter.province);
  const type = phrase(filter.type);
  const rows = sql.all`
    WITH found AS (
      SELECT issued_on, id AS document_id, 0 AS ordinal, metadata AS content
      FROM documents
      WHERE since <= ${generation} AND (until IS NULL OR until > ${generation})
        AND (${province} IS NULL OR province_words = ${province})
        AND (${type} IS NULL OR type_words = ${type})
        AND (${filter.year} IS NULL OR year = ${filter.year})
        AND NOT EXISTS (SELECT 1 FROM json_each(${JSON.stringify(everyWord(filter.q))}) AS word WHERE instr(words, word.value) = 0)
    )
    SELECT * FROM (SELECT count(*) AS total FROM found) LEFT JOIN (
      SELECT * FROM found
      WHERE (issued_on, document_id, ordinal) > (${after.issuedOn}, ${after.id}, ${after.ordinal})
      ORDER BY issued_on, document_id, ordinal
      LIMIT ${limit + 1})`;
  return pageOf(rows, limit);
}

/** One page of the targets that a generation holds. */
export function listTargets(
  sql: Sql,
  generation: number,
  filter: TargetFilter,
  { limit, cursor }: PageRequest,
): Page<Target> {
  const after = positionAfter(cursor);
  const province = phrase(filter.province);
  const group = phrase(filter.group);
  const year = filter.year === null ? null : ` ${filter.year} `;
  const kind = filter.kind ?? null;
  const rows = sql.all`
    WITH found AS (
      SELECT documents.issued_on, documents.id AS document_id, targets.ordinal, targets.content
      FROM targets JOIN documents ON documents.key = targets.document
      WHERE documents.since <= ${generation} AND (documents.until IS NULL OR documents.until > ${generation})
        AND (${province} IS NULL OR documents.province_words = ${province})
        AND (${year} IS NULL OR instr(targets.year_words, ${year}) > 0)
        AND (${group} IS NULL OR instr(targets.group_words, ${group}) > 0)
        AND (${kind} IS NULL OR targets.content ->> 'kind' = ${kind})
        AND NOT EXISTS (
          SELECT 1 FROM json_each(${JSON.stringify(everyWord(filter.q))}) AS word WHERE instr(targets.words, word.value) = 0)
    )
    SELECT * FROM (SELECT count(*) AS total FROM found) LEFT JOIN (
      SELECT * FROM found
      WHERE (issued_on, document_id, ordinal) > (${after.issuedOn}, ${after.id}, ${after.ordinal})
      ORDER BY issued_on, document_id, ordinal
      LIMIT ${limit + 1})`;
  return pageOf(rows, limit);
}

/** One page of the assignments that a generation holds; without a role the agency may lead or coordinate. */
export function listAssignments(
  sql: Sql,
  generation: number,
  filter: AssignmentFilter,
  { limit, cursor }: PageRequest,
): Page<Assignment> {
  const after = positionAfter(cursor);
  const province = phrase(filter.province);
  const agency = phrase(filter.agency);
  const anyRole = filter.role === null ? 1 : 0;
  const rows = sql.all`
    WITH found AS (
      SELECT documents.issued_on, documents.id AS document_id, assignments.ordinal, assignments.content
      FROM assignments JOIN documents ON documents.key = assignments.document
      WHERE documents.since <= ${generation} AND (documents.until IS NULL OR documents.until > ${generation})
        AND (${province} IS NULL OR documents.province_words = ${province})
        AND (
          ((${anyRole} OR ${filter.role} = 'lead')
            AND trim(lead_words) <> '' AND (${agency} IS NULL OR instr(lead_words, ${agency}) > 0))
          OR ((${anyRole} OR ${filter.role} = 'coordinate')
            AND trim(coordinate_words) <> '' AND (${agency} IS NULL OR instr(coordinate_words, ${agency}) > 0))
          OR (${anyRole} AND ${agency} IS NULL)
        )
        AND NOT EXISTS (
          SELECT 1 FROM json_each(${JSON.stringify(everyWord(filter.q))}) AS word WHERE instr(assignments.words, word.value) = 0)
    )
    SELECT * FROM (SELECT count(*) AS total FROM found) LEFT JOIN (
      SELECT * FROM found
      WHERE (issued_on, document_id, ordinal) > (${after.issuedOn}, ${after.id}, ${after.ordinal})
      ORDER BY issued_on, document_id, ordinal
      LIMIT ${limit + 1})`;
  return pageOf(rows, limit);
}
