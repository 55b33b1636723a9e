import type { IngestedDocument } from '../../document/ingested-document.ts';
import type { NextGeneration } from '../document-store.ts';
import { idsOf, unpublished } from '../invalid-publication.ts';
import { assignmentWords, documentWords, targetWords } from '../list-words.ts';
import { integerOf, textOf } from '../row.ts';
import { publishedGeneration } from './reading.ts';
import type { Sql } from './sql.ts';

/** Writes the next generation. To be run inside a transaction. */
export function writeGeneration(sql: Sql, next: NextGeneration & { readonly generation: string }): void {
  const added = idsOf(next.add);
  const kept = next.keep.filter((id) => !added.has(id));
  requirePublished(sql, kept);

  const previous = publishedGeneration(sql)?.number ?? 0;
  const publishedAt = new Date().toISOString();
  sql.run`INSERT INTO generations (name, published_at) VALUES (${next.generation}, ${publishedAt})`;
  const current = publishedGeneration(sql)?.number ?? 0;

  sql.run`
    UPDATE documents SET until = ${current}
    WHERE until IS NULL AND id NOT IN (SELECT value FROM json_each(${JSON.stringify(kept)}))`;
  for (const document of next.add) insertDocument(sql, document, current);
  // Rows of the generation before this one stay until the next publish: readers may still be answering from it.
  sql.run`DELETE FROM documents WHERE until <= ${previous}`;
  sql.run`DELETE FROM generations WHERE number < ${previous}`;
}

function requirePublished(sql: Sql, ids: readonly string[]): void {
  const missing = sql.all`
    SELECT value FROM json_each(${JSON.stringify(ids)})
    WHERE value NOT IN (SELECT id FROM documents WHERE until IS NULL)`.map((row) => textOf(row, 'value'));
  if (missing.length === 0) return;
  throw unpublished(missing);
}

function insertDocument(sql: Sql, ingested: IngestedDocument, generation: number): void {
  const { document, source, outline } = ingested;
  const { year, province, type, words } = documentWords(document);
  const pageStarts = source.pageStarts === null ? null : JSON.stringify(source.pageStarts);
  sql.run`
    INSERT INTO documents (
      id, digest, since, issued_on, year, province_words, type_words, words, metadata, outline, source_text, page_starts)
    VALUES (
      ${document.id}, ${source.digest}, ${generation}, ${document.issuedOn ?? ''}, ${year},
      ${province}, ${type}, ${words},
      ${JSON.stringify(document)}, ${JSON.stringify(outline)}, ${source.text}, ${pageStarts})`;
  const inserted = sql.get`SELECT last_insert_rowid() AS key`;
  const key = inserted === undefined ? null : integerOf(inserted, 'key');

  for (const [ordinal, passage] of ingested.passages.entries()) {
    sql.run`
      INSERT INTO passages (document, ordinal, id, content)
      VALUES (${key}, ${ordinal}, ${passage.id}, ${JSON.stringify(passage)})`;
  }
  for (const [ordinal, target] of ingested.targets.entries()) {
    const { years, group, words } = targetWords(target);
    sql.run`
      INSERT INTO targets (document, ordinal, id, year_words, group_words, words, content)
      VALUES (
        ${key}, ${ordinal}, ${target.id}, ${years}, ${group}, ${words}, ${JSON.stringify(target)})`;
  }
  for (const [ordinal, assignment] of ingested.assignments.entries()) {
    const { lead, coordinate, words } = assignmentWords(assignment);
    sql.run`
      INSERT INTO assignments (document, ordinal, id, lead_words, coordinate_words, words, content)
      VALUES (
        ${key}, ${ordinal}, ${assignment.id}, ${lead}, ${coordinate}, ${words}, ${JSON.stringify(assignment)})`;
  }
  for (const [ordinal, entitlement] of ingested.entitlements.entries()) {
    sql.run`
      INSERT INTO entitlements (document, ordinal, id, content)
      VALUES (${key}, ${ordinal}, ${entitlement.id}, ${JSON.stringify(entitlement)})`;
  }
  for (const [ordinal, reference] of ingested.references.entries()) {
    sql.run`
      INSERT INTO document_references (document, ordinal, id, content)
      VALUES (${key}, ${ordinal}, ${reference.id}, ${JSON.stringify(reference)})`;
  }
}
