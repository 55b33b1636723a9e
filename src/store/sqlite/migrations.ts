import type { Migration } from '../migration.ts';

/**
 * The schema, oldest change first.
 *
 * A document row is visible from generation `since` up to, not including, generation `until`; passages and records go
 * with their document. Values that are only read back stand as JSON in `content`; what lists are filtered by stands
 * beside it as `*_words`: folded words, each between two spaces, so that a whole word or phrase is one `instr`.
 */
export const migrations: readonly Migration[] = [
  {
    name: '001-generations-documents-and-records',
    sql: `
      CREATE TABLE generations (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL UNIQUE,
        published_at TEXT NOT NULL
      ) STRICT;

      CREATE TABLE documents (
        key INTEGER PRIMARY KEY,
        id TEXT NOT NULL,
        digest TEXT NOT NULL,
        since INTEGER NOT NULL,
        until INTEGER,
        issued_on TEXT NOT NULL,
        year INTEGER,
        province_words TEXT NOT NULL,
        type_words TEXT NOT NULL,
        words TEXT NOT NULL,
        metadata TEXT NOT NULL,
        outline TEXT NOT NULL,
        source_text TEXT NOT NULL,
        page_starts TEXT
      ) STRICT;
      CREATE UNIQUE INDEX documents_current ON documents (id) WHERE until IS NULL;
      CREATE INDEX documents_by_id ON documents (id);
      CREATE INDEX documents_in_order ON documents (issued_on, id);

      CREATE TABLE passages (
        key INTEGER PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES documents (key) ON DELETE CASCADE,
        ordinal INTEGER NOT NULL,
        id TEXT NOT NULL,
        content TEXT NOT NULL,
        UNIQUE (document, ordinal)
      ) STRICT;
      CREATE INDEX passages_by_id ON passages (id);

      CREATE TABLE targets (
        key INTEGER PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES documents (key) ON DELETE CASCADE,
        ordinal INTEGER NOT NULL,
        id TEXT NOT NULL,
        year_words TEXT NOT NULL,
        group_words TEXT NOT NULL,
        words TEXT NOT NULL,
        content TEXT NOT NULL,
        UNIQUE (document, ordinal)
      ) STRICT;
      CREATE INDEX targets_by_id ON targets (id);

      CREATE TABLE assignments (
        key INTEGER PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES documents (key) ON DELETE CASCADE,
        ordinal INTEGER NOT NULL,
        id TEXT NOT NULL,
        lead_words TEXT NOT NULL,
        coordinate_words TEXT NOT NULL,
        words TEXT NOT NULL,
        content TEXT NOT NULL,
        UNIQUE (document, ordinal)
      ) STRICT;
      CREATE INDEX assignments_by_id ON assignments (id);

      CREATE TABLE entitlements (
        key INTEGER PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES documents (key) ON DELETE CASCADE,
        ordinal INTEGER NOT NULL,
        id TEXT NOT NULL,
        content TEXT NOT NULL,
        UNIQUE (document, ordinal)
      ) STRICT;
      CREATE INDEX entitlements_by_id ON entitlements (id);

      CREATE TABLE document_references (
        key INTEGER PRIMARY KEY,
        document INTEGER NOT NULL REFERENCES documents (key) ON DELETE CASCADE,
        ordinal INTEGER NOT NULL,
        id TEXT NOT NULL,
        content TEXT NOT NULL,
        UNIQUE (document, ordinal)
      ) STRICT;
    `,
  },
];
