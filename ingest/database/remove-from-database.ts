import { generationName } from '../../src/store/generation-name.ts';
import type { Database } from '../../src/store/postgres/database.ts';
import { WRITE_LOCK } from '../../src/store/postgres/migrate.ts';
import { KEPT_MINUTES } from '../../src/store/postgres/postgres-store.ts';
import { pruneGenerations, publishGeneration } from '../../src/store/postgres/publishing.ts';
import { integerOf, textOf } from '../../src/store/row.ts';

/** Publishes the corpus without the given documents; what is published stays when none of them is in it. */
export async function removeFromDatabase(
  database: Database,
  ids: readonly string[],
): Promise<{ readonly generation: string | null; readonly total: number }> {
  const left = await database.write(async (sql) => {
    await sql.rows('SELECT pg_advisory_xact_lock($1)', [WRITE_LOCK]);
    const [before] = await sql.rows('SELECT name, embedder FROM generations ORDER BY number DESC LIMIT 1');
    const rows = await sql.rows('SELECT id FROM documents WHERE since IS NOT NULL AND until IS NULL');
    const published = rows.map((row) => textOf(row, 'id'));
    if (before === undefined) return { generation: null, total: 0 };
    if (!published.some((id) => ids.includes(id))) {
      return { generation: textOf(before, 'name'), total: published.length };
    }
    const name = generationName(new Date());
    const embedder = before.embedder === null ? null : integerOf(before, 'embedder');
    const { documents } = await publishGeneration(sql, { name, embedder, add: [], retire: { ids } });
    return { generation: name, total: documents };
  });
  await database.write((sql) => pruneGenerations(sql, KEPT_MINUTES));
  return left;
}
