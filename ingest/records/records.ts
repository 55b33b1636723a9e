import type { PolicyDocument, Warning } from '../../src/document/policy-document.ts';
import type { DocumentRecords, RecordBase, Target } from '../../src/document/records.ts';
import type { SourceText } from '../../src/document/source-text.ts';
import type { PlacedBlock } from '../placed-block.ts';
import { readAssignments } from './assignments.ts';
import { cellTargets } from './cell-targets.ts';
import { readEntitlements } from './entitlements.ts';
import type { Draft } from './evidence.ts';
import { readProseTargets } from './prose-targets.ts';
import { readReferences } from './references.ts';
import { columnRoles, tableRole } from './table-roles.ts';
import { tableTargets } from './table-targets.ts';

export interface RecordContext {
  readonly document: PolicyDocument;
  readonly source: SourceText;
}

/**
 * The records of one document: what its plan aims at, who must do what, who receives what, and which documents it
 * names, each with the words and lines it was read from. What is not understood gives no record; nothing throws.
 */
export function readRecords(
  placed: readonly PlacedBlock[],
  context: RecordContext,
): DocumentRecords & { readonly warnings: readonly Warning[] } {
  const { document } = context;
  const readable = placed.filter((item) => !isOverlong(item));
  const tables = readTables(readable, context);
  return {
    targets: numbered('t', [...tables.targets, ...readProseTargets(readable, context)], document.id),
    assignments: numbered('a', readAssignments(readable, context), document.id),
    entitlements: numbered('e', readEntitlements(readable, context), document.id),
    references: numbered('r', readReferences(readable, context), document.id),
    warnings: [...tables.warnings, ...placed.filter(isOverlong).map(overlongWarning)],
  };
}

/** A paragraph beyond this is no paragraph but a copy without line breaks; reading it would take quadratic time. */
const LONGEST_PARAGRAPH = 12_000;

function isOverlong({ block }: PlacedBlock): boolean {
  return block.kind === 'text' && block.text.length > LONGEST_PARAGRAPH;
}

function overlongWarning({ block }: PlacedBlock): Warning {
  return {
    line: block.span.startLine,
    message: 'Đoạn văn dài bất thường, không đọc được chỉ tiêu và nhiệm vụ trong đó.',
  };
}

function readTables(
  placed: readonly PlacedBlock[],
  { document, source }: RecordContext,
): { readonly targets: Draft<Target>[]; readonly warnings: Warning[] } {
  const targets: Draft<Target>[] = [];
  const warnings: Warning[] = [];
  for (const item of placed) {
    const { block } = item;
    if (block.kind !== 'table' || item.part === 'front') continue;
    const roles = columnRoles(block.columns);
    const role = tableRole(roles);
    if (role === 'targets') targets.push(...tableTargets(item, block, { roles, source }));
    else if (role === 'assignments') targets.push(...cellTargets(item, block, { roles, document, source }));
    else if (role === 'other' && block.rows.length > 2 && block.columns.length > 2) {
      warnings.push({
        line: block.span.startLine,
        message: `Bảng không rõ vai trò các cột: ${block.columns.join(' | ').slice(0, 120)}`,
      });
    }
  }
  return { targets, warnings };
}

function numbered<T extends RecordBase>(letter: string, drafts: readonly Draft<T>[], documentId: string): T[];
function numbered(letter: string, drafts: readonly Draft<RecordBase>[], documentId: string): RecordBase[] {
  return [...drafts]
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .map((draft, i) => ({ ...draft, id: `${documentId}:${letter}${i + 1}`, documentId }));
}
