import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingestFile } from '../../../ingest/pipeline.ts';

const seeds = join(import.meta.dirname, '../../../seeds/documents');
const files = readdirSync(seeds).filter((name) => name.endsWith('.txt'));

const installed = (program: string, flag: string) => spawnSync(program, [flag]).error === undefined;
const convertible = installed('soffice', '--version') && installed('pdftotext', '-v');
if (!convertible) console.warn('Skipped: needs libreoffice-writer-nogui and poppler-utils.');

/** What a document says, without where it says it. */
async function contentOf(path: string) {
  const ingestion = await ingestFile(path);
  if (ingestion.kind === 'failure') throw new Error(`${path}: ${ingestion.message}`);
  const { document, targets, assignments, entitlements, references, outline } = ingestion.ingested;
  return {
    document: [
      document.id,
      document.title,
      document.issuedOn,
      document.signer,
      document.period,
      document.basedOn,
      document.replaces,
    ],
    targets: targets.map((each) => [
      each.kind,
      each.indicator,
      each.parent,
      each.group,
      each.unit,
      each.scope,
      each.values,
      each.monitor,
    ]),
    assignments: assignments.map((each) => [
      each.task,
      each.lead,
      each.coordinate,
      each.deadline,
      each.reporting,
      each.provisionPath,
    ]),
    entitlements: entitlements.map((each) => [each.who, each.what, each.condition, each.level, each.strength]),
    references: references.map((each) => [each.relation, each.to]),
    outline: outline.map((each) => [each.path, each.children.map((child) => child.path)]),
  };
}

describe.skipIf(!convertible)('a plan gives the same records in every format', () => {
  let folder = '';
  const printed = new Map<string, Awaited<ReturnType<typeof contentOf>>>();

  beforeAll(async () => {
    for (const name of files) printed.set(name, await contentOf(join(seeds, name)));
    folder = mkdtempSync(join(tmpdir(), 'formats-'));
    for (const name of files) copyFileSync(join(seeds, name), join(folder, name));
    const sources = files.map((name) => join(folder, name));
    for (const format of ['docx', 'html', 'pdf']) {
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      const made = [
        profile,
        '--headless',
        '--infilter=Text (encoded):UTF8',
        '--convert-to',
        format,
        '--outdir',
        folder,
        ...sources,
      ];
      spawnSync('soffice', made, { timeout: 120_000 });
    }
  }, 400_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(files.flatMap((name) => ['docx', 'html', 'pdf'].map((format) => [name, format])))(
    '%s as %s',
    async (name, format) => {
      expect(await contentOf(join(folder, name.replace(/txt$/, format)))).toEqual(printed.get(name));
    },
    30_000,
  );
});
