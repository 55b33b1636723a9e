import type { PolicyDocument } from '../../document/policy-document.ts';
import { integerOf, jsonOf, type Row, textOf } from '../row.ts';
import type { Database } from './database.ts';
import { type GenerationRow, VISIBLE } from './reading.ts';

/** A generation with what every process keeps in memory of it. */
export interface OpenedGeneration extends GenerationRow {
  readonly format: number;
  readonly builtAt: string;
  /** What its entries are embedded with; null for one published without entries. */
  readonly embedder: { readonly id: number; readonly model: string; readonly dimensions: number } | null;
  readonly entries: number;
  readonly headingSyllables: number;
  readonly bodySyllables: number;
  /** In order. */
  readonly documents: readonly {
    readonly key: number;
    readonly province: string;
    readonly entries: number;
    readonly metadata: PolicyDocument;
  }[];
  /** Packed statistics of the terms. */
  readonly terms: Uint8Array;
}

/** Reads a generation, all of it from one snapshot. Throws `GenerationGoneError` when it has been pruned. */
export function openGeneration(database: Database, generation: GenerationRow): Promise<OpenedGeneration> {
  const { number } = generation;
  return database.read(
    async (sql) => {
      const [row = {}] = await sql.rows(
        `SELECT format, published_at::text, entries, heading_syllables, body_syllables, embedders.id, model, dimensions
         FROM generations LEFT JOIN embedders ON embedders.id = generations.embedder WHERE number = $1`,
        [number],
      );
      const documents = await sql.rows(
        `SELECT key, province_words, entries, metadata FROM documents WHERE ${VISIBLE} ORDER BY issued_on, id`,
        [number],
      );
      const parts = await sql.rows('SELECT bytes FROM generation_statistics WHERE generation = $1 ORDER BY part', [
        number,
      ]);
      return {
        ...generation,
        format: integerOf(row, 'format'),
        builtAt: new Date(textOf(row, 'published_at')).toISOString(),
        embedder: row.id === null ? null : embedderOf(row),
        entries: integerOf(row, 'entries'),
        headingSyllables: integerOf(row, 'heading_syllables'),
        bodySyllables: integerOf(row, 'body_syllables'),
        documents: documents.map((document) => ({
          key: integerOf(document, 'key'),
          province: textOf(document, 'province_words'),
          entries: integerOf(document, 'entries'),
          metadata: jsonOf<PolicyDocument>(document, 'metadata'),
        })),
        terms: joined(parts),
      };
    },
    { generation: number },
  );
}

function embedderOf(row: Row): OpenedGeneration['embedder'] {
  return { id: integerOf(row, 'id'), model: textOf(row, 'model'), dimensions: integerOf(row, 'dimensions') };
}

function joined(rows: readonly Row[]): Uint8Array {
  const parts = rows.flatMap(({ bytes }) => (bytes instanceof Uint8Array ? [bytes] : []));
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let end = 0;
  for (const part of parts) {
    whole.set(part, end);
    end += part.length;
  }
  return whole;
}
