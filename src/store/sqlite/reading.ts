import type { IngestedDocument } from '../../document/ingested-document.ts';
import { once } from '../../document/once.ts';
import type { Passage } from '../../document/passage.ts';
import type { PolicyDocument } from '../../document/policy-document.ts';
import type { Provision } from '../../document/provision.ts';
import type { Assignment, Entitlement, Reference, Target } from '../../document/records.ts';
import { findLineStarts, type SourceText } from '../../document/source-text.ts';
import { bytesOf, integerOf, jsonOf, type Row, textOf } from '../row.ts';
import type { Sql } from './sql.ts';

/** A generation as the tables know it. */
export interface GenerationRow {
  readonly number: number;
  readonly name: string;
}

/** The generation published last, or null. */
export function publishedGeneration(sql: Sql): GenerationRow | null {
  return generationOf(sql.get`SELECT number, name FROM generations ORDER BY number DESC LIMIT 1`);
}

/** A generation that can still be read, or null. */
export function generationNamed(sql: Sql, name: string): GenerationRow | null {
  return generationOf(sql.get`SELECT number, name FROM generations WHERE name = ${name}`);
}

/** The metadata of all documents, in order. */
export function readDocuments(sql: Sql, generation: number): PolicyDocument[] {
  return sql.all`
    SELECT metadata FROM documents
    WHERE since <= ${generation} AND (until IS NULL OR until > ${generation})
    ORDER BY issued_on, id`.map((row) => jsonOf<PolicyDocument>(row, 'metadata'));
}

/**
 * One document with all that was read out of it. Everything is fetched now, since the rows may be gone later, as bytes and
 * a kind at a time: making a JavaScript string of every row took four times as long as reading them. A part is decoded
 * when it is first looked at, since a question looks into several documents and at little of most of them. Rows are joined
 * in the order of the subquery, which SQLite keeps for `group_concat`; an ORDER BY within it sorts them once more.
 */
export function readDocument(sql: Sql, generation: number, id: string): IngestedDocument | null {
  const row = sql.get`
    SELECT metadata, page_starts, CAST(outline AS BLOB) AS outline, CAST(source_text AS BLOB) AS source_text,
      (SELECT CAST('[' || coalesce(group_concat(content), '') || ']' AS BLOB)
        FROM (SELECT content FROM passages WHERE document = documents.key ORDER BY ordinal)) AS passages,
      (SELECT CAST('[' || coalesce(group_concat(content), '') || ']' AS BLOB)
        FROM (SELECT content FROM targets WHERE document = documents.key ORDER BY ordinal)) AS targets,
      (SELECT CAST('[' || coalesce(group_concat(content), '') || ']' AS BLOB)
        FROM (SELECT content FROM assignments WHERE document = documents.key ORDER BY ordinal)) AS assignments,
      (SELECT CAST('[' || coalesce(group_concat(content), '') || ']' AS BLOB)
        FROM (SELECT content FROM entitlements WHERE document = documents.key ORDER BY ordinal)) AS entitlements,
      (SELECT CAST('[' || coalesce(group_concat(content), '') || ']' AS BLOB)
        FROM (SELECT content FROM document_references WHERE document = documents.key ORDER BY ordinal)) AS document_references
    FROM documents
    WHERE id = ${id} AND since <= ${generation} AND (until IS NULL OR until > ${generation})`;
  if (row === undefined) return null;
  const document = jsonOf<PolicyDocument>(row, 'metadata');
  const outline = parsed<Provision>(row, 'outline');
  const passages = parsed<Passage>(row, 'passages');
  const targets = parsed<Target>(row, 'targets');
  const assignments = parsed<Assignment>(row, 'assignments');
  const entitlements = parsed<Entitlement>(row, 'entitlements');
  const references = parsed<Reference>(row, 'document_references');
  return {
    document,
    source: sourceOf(document, row),
    get outline() {
      return outline();
    },
    get passages() {
      return passages();
    },
    get targets() {
      return targets();
    },
    get assignments() {
      return assignments();
    },
    get entitlements() {
      return entitlements();
    },
    get references() {
      return references();
    },
  };
}

/** A list kept as the bytes of its JSON until it is first asked for. */
function parsed<T>(row: Row, column: string): () => readonly T[] {
  const bytes = bytesOf(row, column);
  return once(() => JSON.parse(UTF8.decode(bytes)));
}

/** A mark of the byte order is a character of the text: places are counted with it. */
const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Passages in the order of their ids. */
export function readPassages(sql: Sql, generation: number, ids: readonly string[]): Passage[] {
  return sql.all`
    SELECT passages.content
    FROM json_each(${JSON.stringify(ids)}) AS wanted
    JOIN passages ON passages.id = wanted.value
    JOIN documents ON documents.key = passages.document
    WHERE since <= ${generation} AND (until IS NULL OR until > ${generation})
    ORDER BY wanted.key`.map(content<Passage>);
}

/** Targets in the order of their ids. */
export function readTargets(sql: Sql, generation: number, ids: readonly string[]): Target[] {
  return sql.all`
    SELECT targets.content
    FROM json_each(${JSON.stringify(ids)}) AS wanted
    JOIN targets ON targets.id = wanted.value
    JOIN documents ON documents.key = targets.document
    WHERE since <= ${generation} AND (until IS NULL OR until > ${generation})
    ORDER BY wanted.key`.map(content<Target>);
}

/** Assignments in the order of their ids. */
export function readAssignments(sql: Sql, generation: number, ids: readonly string[]): Assignment[] {
  return sql.all`
    SELECT assignments.content
    FROM json_each(${JSON.stringify(ids)}) AS wanted
    JOIN assignments ON assignments.id = wanted.value
    JOIN documents ON documents.key = assignments.document
    WHERE since <= ${generation} AND (until IS NULL OR until > ${generation})
    ORDER BY wanted.key`.map(content<Assignment>);
}

/** Entitlements in the order of their ids. */
export function readEntitlements(sql: Sql, generation: number, ids: readonly string[]): Entitlement[] {
  return sql.all`
    SELECT entitlements.content
    FROM json_each(${JSON.stringify(ids)}) AS wanted
    JOIN entitlements ON entitlements.id = wanted.value
    JOIN documents ON documents.key = entitlements.document
    WHERE since <= ${generation} AND (until IS NULL OR until > ${generation})
    ORDER BY wanted.key`.map(content<Entitlement>);
}

/** File digest → document id of what is published. */
export function readDigests(sql: Sql, generation: number): Map<string, string> {
  const rows = sql.all`
    SELECT digest, id FROM documents WHERE since <= ${generation} AND (until IS NULL OR until > ${generation})`;
  return new Map(rows.map((row) => [textOf(row, 'digest'), textOf(row, 'id')]));
}

function content<T>(row: Row): T {
  return jsonOf<T>(row, 'content');
}

function generationOf(row: Row | undefined): GenerationRow | null {
  return row === undefined ? null : { number: integerOf(row, 'number'), name: textOf(row, 'name') };
}

function sourceOf({ source: { file, digest } }: PolicyDocument, row: Row): SourceText {
  const bytes = bytesOf(row, 'source_text');
  const text = once(() => UTF8.decode(bytes));
  const lineStarts = once(() => findLineStarts(text()));
  return {
    file,
    digest,
    get text() {
      return text();
    },
    get lineStarts() {
      return lineStarts();
    },
    pageStarts: row.page_starts === null ? null : jsonOf<number[]>(row, 'page_starts'),
  };
}
