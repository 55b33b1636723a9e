import type { IngestedDocument } from '../../document/ingested-document.ts';
import type { Passage } from '../../document/passage.ts';
import type { PolicyDocument } from '../../document/policy-document.ts';
import type { Provision } from '../../document/provision.ts';
import type { Assignment, Entitlement, Reference, Target } from '../../document/records.ts';
import { findLineStarts, type SourceText } from '../../document/source-text.ts';
import { integerOf, jsonOf, type Row, textOf } from '../row.ts';
import type { Sql } from './sql.ts';

/** A generation as the tables know it. */
export interface GenerationRow {
  readonly number: number;
  readonly name: string;
}

/** Documents that a generation holds; `$1` is its number. */
export const VISIBLE = 'documents.since <= $1 AND (documents.until IS NULL OR documents.until > $1)';

/** The generation published last, or null. */
export async function publishedGeneration(sql: Sql): Promise<GenerationRow | null> {
  return generationOf(await sql.rows('SELECT number, name FROM generations ORDER BY number DESC LIMIT 1'));
}

/** A generation that can still be read, or null. */
export async function generationNamed(sql: Sql, name: string): Promise<GenerationRow | null> {
  return generationOf(await sql.rows('SELECT number, name FROM generations WHERE name = $1', [name]));
}

/** The metadata of all documents, in order. */
export async function readDocuments(sql: Sql, generation: number): Promise<PolicyDocument[]> {
  const rows = await sql.rows(`SELECT metadata FROM documents WHERE ${VISIBLE} ORDER BY issued_on, id`, [generation]);
  return rows.map((row) => jsonOf<PolicyDocument>(row, 'metadata'));
}

/**
 * Some documents with all that was read out of them, by id; ids that the generation does not hold are left out. The server
 * joins each kind's JSON, so that a kind is one value.
 */
export async function readWholeDocuments(
  sql: Sql,
  generation: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, IngestedDocument>> {
  const all = (table: string) => {
    // With its province the server looks into one part of the passages.
    const province = table === 'passages' ? 'AND passages.province = documents.province_words' : '';
    return `
      (SELECT '[' || coalesce(string_agg(content, ',' ORDER BY ordinal), '') || ']'
       FROM ${table} WHERE document = key ${province}) AS ${table}`;
  };
  const rows = await sql.rows(
    `SELECT metadata, outline, source_text, page_starts, ${PARTS.map(all).join(', ')}
     FROM documents WHERE id = ANY($2::text[]) AND ${VISIBLE}`,
    [generation, ids],
  );
  return new Map(rows.map((row) => wholeDocument(row)).map((whole) => [whole.document.id, whole]));
}

function wholeDocument(row: Row): IngestedDocument {
  const document = jsonOf<PolicyDocument>(row, 'metadata');
  return {
    document,
    source: sourceOf(document, row),
    outline: jsonOf<Provision[]>(row, 'outline'),
    passages: jsonOf<Passage[]>(row, 'passages'),
    targets: jsonOf<Target[]>(row, 'targets'),
    assignments: jsonOf<Assignment[]>(row, 'assignments'),
    entitlements: jsonOf<Entitlement[]>(row, 'entitlements'),
    references: jsonOf<Reference[]>(row, 'document_references'),
  };
}

const PARTS = ['passages', 'targets', 'assignments', 'entitlements', 'document_references'] as const;

/** Passages or records of one table in the order of their ids; what is not visible is left out. */
export async function readByIds<T>(
  sql: Sql,
  table: Exclude<(typeof PARTS)[number], 'document_references'>,
  { generation, ids }: { readonly generation: number; readonly ids: readonly string[] },
): Promise<T[]> {
  const rows = await sql.rows(
    `SELECT ${table}.content
     FROM unnest($2::text[]) WITH ORDINALITY AS wanted (id, place)
     JOIN ${table} ON ${table}.id = wanted.id
     JOIN documents ON documents.key = ${table}.document
     WHERE ${VISIBLE}
     ORDER BY wanted.place`,
    [generation, ids],
  );
  return rows.map((row) => jsonOf<T>(row, 'content'));
}

/** File digest → document id of what is published. */
export async function readDigests(sql: Sql, generation: number): Promise<Map<string, string>> {
  const rows = await sql.rows(`SELECT digest, id FROM documents WHERE ${VISIBLE}`, [generation]);
  return new Map(rows.map((row) => [textOf(row, 'digest'), textOf(row, 'id')]));
}

function generationOf([row]: readonly Row[]): GenerationRow | null {
  return row === undefined ? null : { number: integerOf(row, 'number'), name: textOf(row, 'name') };
}

function sourceOf(document: PolicyDocument, row: Row): SourceText {
  const text = jsonOf<string>(row, 'source_text');
  return {
    file: document.source.file,
    digest: document.source.digest,
    text,
    lineStarts: findLineStarts(text),
    pageStarts: row.page_starts === null ? null : jsonOf<number[]>(row, 'page_starts'),
  };
}
