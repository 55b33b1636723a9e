import type { PolicyDocument } from '../../document/policy-document.ts';
import type { Assignment, Target } from '../../document/records.ts';
import type { AssignmentFilter, DocumentFilter, Page, PageRequest, TargetFilter } from '../document-store.ts';
import { pageOf } from '../page.ts';
import { positionAfter } from '../position.ts';
import { everyWord, phrase } from '../words.ts';
import { VISIBLE } from './reading.ts';
import type { Sql, SqlValue } from './sql.ts';

/** A list of a generation, before it is cut into pages. */
interface Listed {
  /** Selects issued_on, document_id, ordinal and content; `$1` is the generation, further parameters follow. */
  readonly query: string;
  readonly parameters: readonly SqlValue[];
}

/** One page of the documents that a generation holds. */
export function listDocuments(
  sql: Sql,
  generation: number,
  filter: DocumentFilter,
  page: PageRequest,
): Promise<Page<PolicyDocument>> {
  const query = `
    SELECT issued_on, id AS document_id, 0 AS ordinal, metadata AS content
    FROM documents
    WHERE ${VISIBLE}
      AND ($2::text IS NULL OR province_words = $2)
      AND ($3::text IS NULL OR type_words = $3)
      AND ($4::integer IS NULL OR year = $4)
      AND ${everyWordIn('words', '$5')}`;
  const { province, type, year, q } = filter;
  const parameters = [generation, phrase(province), phrase(type), year, everyWord(q)];
  return readPage<PolicyDocument>(sql, { query, parameters }, page);
}

/** One page of the targets that a generation holds. */
export function listTargets(
  sql: Sql,
  generation: number,
  { province, year, group, kind = null, q }: TargetFilter,
  page: PageRequest,
): Promise<Page<Target>> {
  const query = recordsWhere(
    'targets',
    `($4::text IS NULL OR strpos(targets.year_words, $4) > 0)
      AND ($5::text IS NULL OR strpos(targets.group_words, $5) > 0)
      AND ($6::text IS NULL OR targets.kind = $6)`,
  );
  const years = year === null ? null : ` ${year} `;
  const parameters = [generation, phrase(province), everyWord(q), years, phrase(group), kind];
  return readPage<Target>(sql, { query, parameters }, page);
}

/** One page of the assignments that a generation holds; without a role the agency may lead or coordinate. */
export function listAssignments(
  sql: Sql,
  generation: number,
  { province, agency, role, q }: AssignmentFilter,
  page: PageRequest,
): Promise<Page<Assignment>> {
  const query = recordsWhere(
    'assignments',
    `(
        ($5::text IS DISTINCT FROM 'coordinate' AND btrim(lead_words) <> '' AND ($4::text IS NULL OR strpos(lead_words, $4) > 0))
        OR ($5::text IS DISTINCT FROM 'lead' AND btrim(coordinate_words) <> ''
          AND ($4::text IS NULL OR strpos(coordinate_words, $4) > 0))
        OR ($5::text IS NULL AND $4::text IS NULL)
      )`,
  );
  const parameters = [generation, phrase(province), everyWord(q), phrase(agency), role];
  return readPage<Assignment>(sql, { query, parameters }, page);
}

/** The records of a table in documents of the province `$2` (null for all) that hold every word of `$3` and fit a condition. */
function recordsWhere(table: 'targets' | 'assignments', condition: string): string {
  return `
    SELECT documents.issued_on, documents.id AS document_id, ${table}.ordinal, ${table}.content
    FROM ${table} JOIN documents ON documents.key = ${table}.document
    WHERE ${VISIBLE}
      AND ($2::text IS NULL OR documents.province_words = $2)
      AND ${everyWordIn(`${table}.words`, '$3')}
      AND ${condition}`;
}

function everyWordIn(column: string, words: string): string {
  return `NOT EXISTS (SELECT FROM unnest(${words}::text[]) AS word WHERE strpos(${column}, word) = 0)`;
}

/** A list without rows left is one row that has only the total; one row more than the limit tells of a next page. */
async function readPage<T>(sql: Sql, { query, parameters }: Listed, { limit, cursor }: PageRequest): Promise<Page<T>> {
  const { issuedOn, id, ordinal } = positionAfter(cursor);
  const next = parameters.length + 1;
  const rows = await sql.rows(
    `WITH found AS (${query})
     SELECT * FROM (SELECT count(*)::integer AS total FROM found) AS counted LEFT JOIN (
       SELECT * FROM found
       WHERE (issued_on, document_id, ordinal) > ($${next}, $${next + 1}, $${next + 2}::integer)
       ORDER BY issued_on, document_id, ordinal
       LIMIT $${next + 3}::integer) AS shown ON true
     ORDER BY issued_on, document_id, ordinal`,
    [...parameters, issuedOn, id, ordinal, limit + 1],
  );
  return pageOf<T>(rows, limit);
}
