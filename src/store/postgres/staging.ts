import type { IngestedDocument } from '../../document/ingested-document.ts';
import type { IndexEntry } from '../../index/entry.ts';
import { unit } from '../../index/exact-vectors.ts';
import { type CountedEntries, codesOf, countEntries, impactsOf, packCounts } from '../../index/postgres/term-counts.ts';
import { assignmentWords, documentWords, targetWords } from '../list-words.ts';
import { integerOf, textOf } from '../row.ts';
import type { Database } from './database.ts';
import type { Sql, SqlValue } from './sql.ts';
import { vectorText } from './vector-text.ts';

/** A document with what it is searched by. */
export interface SearchableDocument {
  readonly ingested: IngestedDocument;
  readonly entries: readonly IndexEntry[];
  /** One per entry, of the embedder's dimensions. */
  readonly vectors: readonly Float32Array[];
}

export interface StagingOptions {
  /** Id of the embedder the vectors are of; null for a document that is read and not searched. */
  readonly embedder: number | null;
  /** The run it is staged for; null when it is published in the same transaction. */
  readonly run: number | null;
  /** Of `registerTerms`, for the entries' terms. */
  readonly termIds: ReadonlyMap<string, number>;
}

/** Rows per statement: some megabytes of text at most. */
const BATCH = 250;

/**
 * Gives ids to the terms that have none yet and returns those of all. In a transaction of its own and in order, so that
 * ingestions running side by side neither wait long for one another nor for each other in a circle.
 */
export async function registerTerms(
  database: Database,
  entries: readonly IndexEntry[],
): Promise<ReadonlyMap<string, number>> {
  const terms = [...countEntries(entries).terms].sort();
  const known = await database.write(async (sql) => {
    await sql.rows(
      `INSERT INTO terms (term)
       SELECT wanted FROM unnest($1::text[]) AS wanted
       WHERE NOT EXISTS (SELECT FROM terms WHERE term = wanted)
       ORDER BY wanted COLLATE "C"
       ON CONFLICT (term) DO NOTHING`,
      [terms],
    );
    return sql.rows('SELECT id, term FROM terms WHERE term = ANY($1::text[])', [terms]);
  });
  return new Map(known.map((row) => [textOf(row, 'term'), integerOf(row, 'id')]));
}

/**
 * Writes a document that nobody sees before a generation is published with it, and returns its key. To be run in a
 * transaction.
 */
export async function stageDocument(sql: Sql, document: SearchableDocument, options: StagingOptions): Promise<number> {
  const { ingested } = document;
  const entries = options.embedder === null ? [] : document.entries;
  const counted = countEntries(entries);
  const ids = counted.terms.map((term) => options.termIds.get(term) ?? 0);
  const key = await insertDocument(sql, ingested, counted, { ...options, ids });
  const { province } = documentWords(ingested.document);
  await insertParts(sql, ingested, key, province);
  for (let start = 0; start < entries.length; start += BATCH) {
    const batch = entries.slice(start, start + BATCH);
    const counts = counted.entries.slice(start, start + BATCH);
    await sql.rows(
      `INSERT INTO entries (
         document, place, province, embedder, heading_length, body_length, id, kind, embedding, impacts, counts, codes)
       SELECT $1::bigint, $2::integer + place - 1, $3::text, $4::integer, heading_length, body_length, id, kind, embedding::halfvec,
         impacts::sparsevec, decode(counts, 'base64'), codes
       FROM unnest($5::integer[], $6::integer[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[])
         WITH ORDINALITY AS entry (heading_length, body_length, id, kind, embedding, impacts, counts, codes, place)`,
      [
        key,
        start,
        province,
        options.embedder,
        counts.map(({ headingLength }) => headingLength),
        counts.map(({ bodyLength }) => bodyLength),
        batch.map(({ id }) => id),
        batch.map(({ kind }) => kind),
        document.vectors.slice(start, start + BATCH).map((vector) => vectorText(unit(vector, vector.length))),
        counts.map((count) => impactsOf(count, ids)),
        counts.map((count) => Buffer.from(packCounts(count, ids)).toString('base64')),
        counts.map((count) => codesOf(count, ids)),
      ],
    );
  }
  return key;
}

async function insertDocument(
  sql: Sql,
  { document, source, outline }: IngestedDocument,
  counted: CountedEntries,
  { run, embedder, ids }: StagingOptions & { readonly ids: readonly number[] },
): Promise<number> {
  const { year, province, type, words } = documentWords(document);
  const holding = new Array<number>(counted.terms.length).fill(0);
  for (const { terms } of counted.entries) for (const { term } of terms) holding[term] = (holding[term] ?? 0) + 1;
  const sum = (length: (entry: CountedEntries['entries'][number]) => number) =>
    counted.entries.reduce((all, entry) => all + length(entry), 0);
  const [row] = await sql.rows(
    `INSERT INTO documents (
       id, digest, run, embedder, issued_on, year, province_words, type_words, words, metadata, outline, source_text,
       page_starts, entries, heading_syllables, body_syllables, terms, holding)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
     RETURNING key`,
    [
      document.id,
      source.digest,
      run,
      embedder,
      document.issuedOn ?? '',
      year,
      province,
      type,
      words,
      JSON.stringify(document),
      JSON.stringify(outline),
      JSON.stringify(source.text),
      source.pageStarts === null ? null : JSON.stringify(source.pageStarts),
      counted.entries.length,
      sum(({ headingLength }) => headingLength),
      sum(({ bodyLength }) => bodyLength),
      ids,
      holding,
    ],
  );
  return integerOf(row ?? {}, 'key');
}

async function insertParts(sql: Sql, ingested: IngestedDocument, key: number, province: string): Promise<void> {
  const { passages, targets, assignments, entitlements, references } = ingested;
  const insert = async <T extends { readonly id: string }>(
    table: string,
    items: readonly T[],
    columns: Readonly<Record<string, (item: T) => string>> = {},
  ): Promise<void> => {
    const all = { id: ({ id }: T) => id, ...columns, content: (item: T) => JSON.stringify(item) };
    const names = Object.keys(all);
    const arrays = names.map((_, i) => `$${i + 3}::text[]`).join(', ');
    for (let start = 0; start < items.length; start += BATCH) {
      const batch = items.slice(start, start + BATCH);
      const values: SqlValue[] = Object.values(all).map((of) => batch.map(of));
      await sql.rows(
        `INSERT INTO ${table} (document, ordinal, ${names.join(', ')})
         SELECT $1::bigint, $2::integer + place - 1, ${names.join(', ')}
         FROM unnest(${arrays}) WITH ORDINALITY AS item (${names.join(', ')}, place)`,
        [key, start, ...values],
      );
    }
  };
  await insert('passages', passages, { province: () => province });
  await insert('targets', targets, {
    kind: ({ kind }) => kind,
    year_words: (target) => targetWords(target).years,
    group_words: (target) => targetWords(target).group,
    words: (target) => targetWords(target).words,
  });
  await insert('assignments', assignments, {
    lead_words: (assignment) => assignmentWords(assignment).lead,
    coordinate_words: (assignment) => assignmentWords(assignment).coordinate,
    words: (assignment) => assignmentWords(assignment).words,
  });
  await insert('entitlements', entitlements);
  await insert('document_references', references);
}
