import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openDocumentSpool, packDocument } from '../../../ingest/document-spool.ts';
import { OTHER_PLAN, SAMPLE_PLAN } from '../../doubles/sample-documents.ts';

const folder = mkdtempSync(join(tmpdir(), 'spool-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('documents put aside are read back whole, in any order, over what a killed run left', () => {
  const path = join(folder, 'ingest.spool');
  writeFileSync(path, 'left behind');
  const spool = openDocumentSpool(path);
  const [first, second] = [SAMPLE_PLAN, OTHER_PLAN].map((plan) => spool.putAside(plan.document, packDocument(plan)));
  for (const [aside, given] of [
    [second, OTHER_PLAN],
    [first, SAMPLE_PLAN],
    [second, OTHER_PLAN],
  ] as const) {
    expect({ ...aside }).toEqual(given);
  }
  spool.close();
  expect(existsSync(path)).toBe(false);
});
