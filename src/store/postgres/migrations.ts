import type { Migration } from '../migration.ts';

/** Into how many parts the tables of passages and entries are divided by province. */
const PARTITIONS = 8;

/**
 * The schema, oldest change first.
 *
 * A document row is visible from generation `since` up to, not including, generation `until`; everything else goes with
 * its document. A document that is being ingested has no `since` yet: nobody sees it, however long its run takes.
 * Values that are only read back stand as JSON text, which also holds what PostgreSQL's text cannot (NUL); what lists
 * are filtered by stands beside it as `*_words`, as in the SQLite store. Texts are compared byte by byte (`"C"`), so
 * that both stores have one order. Passages and entries, the bulk, are divided by province: a question about one
 * province searches one part.
 *
 * What thousands of entries are compared by with every question stands in the row itself, what is read of the best ones
 * alone beside it: ordering 5,700 candidates took 18,000 pages where it all stood beside it.
 */
export const migrations: readonly Migration[] = [
  {
    name: '001-generations-documents-and-records',
    sql: `
      CREATE TABLE embedders (
        id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        model text NOT NULL,
        dimensions integer NOT NULL,
        UNIQUE (model, dimensions)
      );

      CREATE TABLE generations (
        number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        name text NOT NULL UNIQUE,
        published_at timestamptz NOT NULL DEFAULT now(),
        format integer NOT NULL,
        embedder integer REFERENCES embedders (id),
        entries integer NOT NULL,
        heading_syllables bigint NOT NULL,
        body_syllables bigint NOT NULL
      );

      CREATE TABLE documents (
        key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        id text COLLATE "C" NOT NULL,
        digest text NOT NULL,
        since bigint,
        until bigint,
        run bigint,
        embedder integer REFERENCES embedders (id),
        issued_on text COLLATE "C" NOT NULL,
        year integer,
        province_words text NOT NULL,
        type_words text NOT NULL,
        words text NOT NULL,
        metadata text NOT NULL,
        outline text NOT NULL,
        source_text text NOT NULL,
        page_starts text,
        entries integer NOT NULL,
        heading_syllables bigint NOT NULL,
        body_syllables bigint NOT NULL,
        terms integer[] NOT NULL,
        holding integer[] NOT NULL
      );
      CREATE UNIQUE INDEX documents_current ON documents (id) WHERE since IS NOT NULL AND until IS NULL;
      CREATE INDEX documents_by_id ON documents (id);
      CREATE INDEX documents_in_order ON documents (issued_on, id);
      CREATE INDEX documents_in_the_making ON documents (run) WHERE since IS NULL;
      COMMENT ON COLUMN documents.terms IS 'terms of its entries; holding says how many of the entries hold each';

      CREATE TABLE passages (
        document bigint NOT NULL REFERENCES documents (key) ON DELETE CASCADE,
        province text NOT NULL,
        ordinal integer NOT NULL,
        id text NOT NULL,
        content text NOT NULL,
        PRIMARY KEY (document, ordinal, province)
      ) PARTITION BY HASH (province);
      CREATE INDEX passages_by_id ON passages (id);

      CREATE TABLE targets (
        document bigint NOT NULL REFERENCES documents (key) ON DELETE CASCADE,
        ordinal integer NOT NULL,
        id text NOT NULL,
        kind text NOT NULL,
        year_words text NOT NULL,
        group_words text NOT NULL,
        words text NOT NULL,
        content text NOT NULL,
        PRIMARY KEY (document, ordinal)
      );
      CREATE INDEX targets_by_id ON targets (id);

      CREATE TABLE assignments (
        document bigint NOT NULL REFERENCES documents (key) ON DELETE CASCADE,
        ordinal integer NOT NULL,
        id text NOT NULL,
        lead_words text NOT NULL,
        coordinate_words text NOT NULL,
        words text NOT NULL,
        content text NOT NULL,
        PRIMARY KEY (document, ordinal)
      );
      CREATE INDEX assignments_by_id ON assignments (id);

      CREATE TABLE entitlements (
        document bigint NOT NULL REFERENCES documents (key) ON DELETE CASCADE,
        ordinal integer NOT NULL,
        id text NOT NULL,
        content text NOT NULL,
        PRIMARY KEY (document, ordinal)
      );
      CREATE INDEX entitlements_by_id ON entitlements (id);

      CREATE TABLE document_references (
        document bigint NOT NULL REFERENCES documents (key) ON DELETE CASCADE,
        ordinal integer NOT NULL,
        id text NOT NULL,
        content text NOT NULL,
        PRIMARY KEY (document, ordinal)
      );
    ${partitionsOf('passages')}`,
  },
  {
    name: '002-search',
    sql: `
      CREATE TABLE terms (
        id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        term text COLLATE "C" NOT NULL UNIQUE,
        holding integer NOT NULL DEFAULT 0
      );
      COMMENT ON COLUMN terms.holding IS 'entries of the published generation that hold it';

      CREATE TABLE generation_statistics (
        generation bigint NOT NULL REFERENCES generations (number) ON DELETE CASCADE,
        part integer NOT NULL,
        bytes bytea NOT NULL,
        PRIMARY KEY (generation, part)
      );
      ALTER TABLE generation_statistics ALTER COLUMN bytes SET STORAGE EXTERNAL;

      CREATE TABLE entries (
        document bigint NOT NULL REFERENCES documents (key) ON DELETE CASCADE,
        place integer NOT NULL,
        province text NOT NULL,
        embedder integer NOT NULL REFERENCES embedders (id),
        heading_length integer NOT NULL,
        body_length integer NOT NULL,
        id text NOT NULL,
        kind text NOT NULL,
        embedding halfvec NOT NULL,
        impacts sparsevec NOT NULL,
        counts bytea NOT NULL,
        codes text NOT NULL,
        PRIMARY KEY (document, place, province)
      ) PARTITION BY HASH (province);
      ALTER TABLE entries
        ALTER COLUMN embedding SET STORAGE MAIN, ALTER COLUMN impacts SET STORAGE MAIN,
        ALTER COLUMN counts SET STORAGE EXTERNAL, ALTER COLUMN codes SET STORAGE EXTERNAL;
      COMMENT ON COLUMN entries.codes IS 'its terms as t<id>, once for each time they occur: what candidates are found by';
      COMMENT ON COLUMN entries.impacts IS 'term id: what the term adds, lengths against a fixed average: what candidates are ordered by';
      COMMENT ON COLUMN entries.counts IS 'how often each term stands in heading and body: what BM25 is worked out from';
    ${partitionsOf('entries')}`,
  },
  {
    name: '003-ingestion-jobs',
    sql: `
      CREATE TABLE ingestion_runs (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        begun_at timestamptz NOT NULL DEFAULT now(),
        embedder integer NOT NULL REFERENCES embedders (id),
        replaces boolean NOT NULL,
        rereads boolean NOT NULL,
        generation text,
        ended_at timestamptz
      );
      COMMENT ON COLUMN ingestion_runs.generation IS 'what readers saw when it ended; null when it published nothing';

      CREATE TABLE ingestion_jobs (
        run bigint NOT NULL REFERENCES ingestion_runs (id) ON DELETE CASCADE,
        ordinal integer NOT NULL,
        kind text NOT NULL CHECK (kind IN ('file', 'renew')),
        name text NOT NULL,
        bytes bytea,
        document_id text,
        attempts integer NOT NULL DEFAULT 0,
        worker text,
        leased_until timestamptz,
        outcome text,
        document bigint REFERENCES documents (key) ON DELETE SET NULL,
        ended_at timestamptz,
        PRIMARY KEY (run, ordinal)
      );
      CREATE INDEX ingestion_jobs_open ON ingestion_jobs (run, ordinal) WHERE ended_at IS NULL;
      ALTER TABLE ingestion_jobs ALTER COLUMN bytes SET STORAGE EXTERNAL;
      COMMENT ON COLUMN ingestion_jobs.outcome IS 'JSON: the report of the document, or why there is none';
    `,
  },
  {
    // Rows above 2 KB were brought below it by compressing what thousands of entries are ordered by with every question:
    // taking it apart again was two thirds of that. Half a page a row leaves it as it is; rows of before stay.
    name: '004-entries-uncompressed',
    sql: eachPart('entries', (part) => `ALTER TABLE ${part} SET (toast_tuple_target = 4080);`),
  },
];

function partitionsOf(table: string): string {
  return eachPart(
    table,
    (part, remainder) =>
      `CREATE TABLE ${part} PARTITION OF ${table} FOR VALUES WITH (MODULUS ${PARTITIONS}, REMAINDER ${remainder});`,
  );
}

function eachPart(table: string, statement: (part: string, number: number) => string): string {
  return Array.from({ length: PARTITIONS }, (_, number) => `\n      ${statement(`${table}_${number}`, number)}`).join(
    '',
  );
}
