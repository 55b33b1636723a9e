import type { Embedder } from '../../model/embedder.ts';
import type { Database } from '../../store/postgres/database.ts';
import { type OpenedGeneration, openGeneration } from '../../store/postgres/opened-generation.ts';
import { generationView } from '../../store/postgres/postgres-store.ts';
import { generationNamed } from '../../store/postgres/reading.ts';
import { integerOf, textOf } from '../../store/row.ts';
import type { PlacedEntry, PublishedIndex } from '../ports.ts';
import type { PublishedGeneration } from '../published-reader.ts';
import { UnusableIndexError } from '../unusable-index-error.ts';
import { type OpenedEntries, SEARCH_LIMITS, type SearchLimits } from './entry-scope.ts';
import { ENTRIES_FORMAT } from './format.ts';
import { findRows } from './found-rows.ts';
import { postgresLexical } from './lexical.ts';
import { metEntries } from './met-entries.ts';
import { postgresParts } from './parts.ts';
import { entryPlaces } from './placed-documents.ts';
import { searchMeans } from './search-indexes.ts';
import { openTerms } from './statistics.ts';
import { postgresVectors } from './vectors.ts';

/**
 * Opens a generation in PostgreSQL, store and index together: its documents and the statistics of its terms come into
 * memory, entries and texts stay where they are. Throws `UnusableIndexError` for one of another format or embedder, and
 * `GenerationGoneError` for one that has been pruned.
 */
export async function openPostgresGeneration(
  database: Database,
  name: string,
  embedder: Pick<Embedder, 'model' | 'dimensions'>,
  limits: SearchLimits = SEARCH_LIMITS,
): Promise<PublishedGeneration> {
  const row = await database.readPrimary((sql) => generationNamed(sql, name));
  if (row === null) throw unusable(name, 'không còn trong cơ sở dữ liệu');
  const opened = await openGeneration(database, row);
  const known = requireFit(opened, embedder);
  const means = await database.read((sql) => searchMeans(sql, known.id), { generation: row.number });
  const places = entryPlaces(opened.documents.map(({ metadata, ...document }) => ({ ...document, id: metadata.id })));
  const entries: OpenedEntries = {
    database,
    generation: row.number,
    embedder: known,
    size: opened.entries,
    places,
    means,
    limits,
    met: metEntries(),
  };
  return {
    generation: name,
    store: generationView(
      database,
      row,
      opened.documents.map(({ metadata }) => metadata),
    ),
    index: indexOver(opened, entries, embedder),
  };
}

function indexOver(
  opened: OpenedGeneration,
  entries: OpenedEntries,
  { model, dimensions }: Pick<Embedder, 'model' | 'dimensions'>,
): PublishedIndex {
  const { size } = entries;
  const terms = openTerms(opened.terms, size);
  const average = {
    heading: opened.headingSyllables / Math.max(1, size),
    body: opened.bodySyllables / Math.max(1, size),
  };
  return {
    manifest: {
      format: opened.format,
      generation: opened.name,
      embedder: { model, dimensions },
      entries: size,
      builtAt: opened.builtAt,
    },
    entriesAt: (ordinals) => entriesAt(entries, ordinals),
    lexical: postgresLexical(entries, terms, average),
    vectors: postgresVectors(entries),
    search: postgresParts(entries, terms, average),
  };
}

/** Mostly entries that a search has just met; others are read. */
async function entriesAt(entries: OpenedEntries, ordinals: readonly number[]): Promise<readonly PlacedEntry[]> {
  const unknown = ordinals.filter((ordinal) => entries.met.get(ordinal) === undefined);
  const size = unknown.length;
  const only = { ordinals: new Set(unknown) };
  // Rows that are found are remembered.
  await findRows(entries, () => ({ columns: [], order: null }), { k: size, depth: size, only });
  return ordinals.flatMap((ordinal) => entries.met.get(ordinal) ?? []);
}

function requireFit(
  { name, format, embedder }: OpenedGeneration,
  expected: Pick<Embedder, 'model' | 'dimensions'>,
): NonNullable<OpenedGeneration['embedder']> {
  if (format !== ENTRIES_FORMAT) {
    throw unusable(name, `có định dạng ${format}, chương trình này đọc định dạng ${ENTRIES_FORMAT}`);
  }
  if (embedder === null) throw unusable(name, 'không có chỉ mục');
  if (embedder.model !== expected.model || embedder.dimensions !== expected.dimensions) {
    throw unusable(
      name,
      `được dựng bằng mô hình nhúng ${embedder.model} (${embedder.dimensions} chiều), mà mô hình đang dùng là ${expected.model} (${expected.dimensions} chiều)`,
    );
  }
  return embedder;
}

function unusable(name: string, reason: string): UnusableIndexError {
  return new UnusableIndexError(
    `Bản ${name} trong PostgreSQL không dùng được: ${reason}; chạy "npm run ingest" để dựng lại.`,
  );
}

/** What the published generation is embedded with; null when there is none. */
export async function publishedEmbedderIn(database: Database): Promise<Pick<Embedder, 'model' | 'dimensions'> | null> {
  const [row] = await database.readPrimary((sql) =>
    sql.rows(`
      SELECT model, dimensions FROM generations JOIN embedders ON embedders.id = generations.embedder
      ORDER BY number DESC LIMIT 1`),
  );
  return row === undefined ? null : { model: textOf(row, 'model'), dimensions: integerOf(row, 'dimensions') };
}
