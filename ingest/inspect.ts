import { parseArgs } from 'node:util';
import type { IngestedDocument } from '../src/document/ingested-document.ts';
import { assignmentJson } from '../src/http/json/assignment-json.ts';
import { documentJson } from '../src/http/json/document-json.ts';
import { entitlementJson } from '../src/http/json/entitlement-json.ts';
import { outlineJson } from '../src/http/json/outline-json.ts';
import { passageJson } from '../src/http/json/passage-json.ts';
import { referenceJson } from '../src/http/json/reference-json.ts';
import { targetJson } from '../src/http/json/target-json.ts';
import { inspectionLines } from './inspection-lines.ts';
import { ingestFile } from './pipeline.ts';
import { whyFailed } from './why-failed.ts';

const HELP = `Xem những gì đọc được từ một văn bản, không đụng đến chỉ mục.

  npm run inspect -- <tệp> [--json]

  --json   in một đối tượng JSON: document, outline, targets, assignments, entitlements, references, passages, warnings
  --help   in hướng dẫn này`;

async function main(): Promise<number> {
  const flag = { type: 'boolean', default: false } as const;
  const { values, positionals } = parseArgs({
    options: { json: flag, help: { ...flag, short: 'h' } },
    allowPositionals: true,
  });
  const [path] = positionals;
  if (values.help || path === undefined || positionals.length > 1) {
    console.log(HELP);
    return values.help ? 0 : 1;
  }
  const outcome = await ingestFile(path);
  if (outcome.kind === 'failure') {
    console.error(`${path}: ${outcome.message}`);
    return 1;
  }
  const { ingested } = outcome;
  console.log(values.json ? JSON.stringify(inspectionJson(ingested), null, 2) : inspectionLines(ingested).join('\n'));
  return 0;
}

/** Everything read out of a document, in the shapes of the API. */
function inspectionJson(ingested: IngestedDocument) {
  const { document } = ingested;
  return {
    document: documentJson(document),
    outline: ingested.outline.map(outlineJson),
    targets: ingested.targets.map((target) => targetJson(target, document)),
    assignments: ingested.assignments.map((assignment) => assignmentJson(assignment, document)),
    entitlements: ingested.entitlements.map((entitlement) => entitlementJson(entitlement, document)),
    references: ingested.references.map((reference) => referenceJson(reference, document)),
    passages: ingested.passages.map((passage) => passageJson(passage, document)),
    warnings: document.warnings,
  };
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(whyFailed(error));
  process.exitCode = 1;
}
