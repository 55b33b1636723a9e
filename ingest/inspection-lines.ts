import type { IngestedDocument } from '../src/document/ingested-document.ts';
import type { PolicyDocument } from '../src/document/policy-document.ts';
import type { Provision } from '../src/document/provision.ts';
import type { Agency, Assignment, Entitlement, Reference, Target } from '../src/document/records.ts';
import type { Span } from '../src/document/span.ts';

/** What was read out of a document as lines for a person: metadata, outline, records, warnings. */
export function inspectionLines(ingested: IngestedDocument): string[] {
  return [
    ...metadataLines(ingested.document),
    ...section(
      'Đề mục',
      ingested.outline.flatMap((provision) => outlineLines(provision, 0)),
    ),
    ...section(`Chỉ tiêu (${ingested.targets.length})`, ingested.targets.flatMap(targetLines)),
    ...section(`Phân công (${ingested.assignments.length})`, ingested.assignments.flatMap(assignmentLines)),
    ...section(`Quyền lợi (${ingested.entitlements.length})`, ingested.entitlements.flatMap(entitlementLines)),
    ...section(`Văn bản dẫn chiếu (${ingested.references.length})`, ingested.references.map(referenceLine)),
    '',
    `Đoạn để tra cứu: ${ingested.passages.length}`,
    ...section(
      'Cảnh báo',
      ingested.document.warnings.map(({ line, message }) => `dòng ${line ?? '?'}: ${message}`),
    ),
  ];
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

function metadataLines(document: PolicyDocument): string[] {
  const { signer } = document;
  const fields: readonly (readonly [string, string | null])[] = [
    ['Mã', document.id],
    ['Số hiệu', document.number],
    ['Loại', document.type],
    ['Cơ quan ban hành', document.issuer],
    ['Tỉnh, thành phố', document.province],
    ['Ngày ban hành', document.issuedOn],
    ['Trích yếu', document.title],
    ['Người ký', signer === null ? null : [signer.name, signer.position].filter((part) => part !== null).join(', ')],
    ['Thời kỳ', document.period],
    ['Căn cứ', listed(document.basedOn)],
    ['Thay thế', listed(document.replaces)],
    ['Dấu hiệu', listed(document.flags)],
    ['Viết tắt', listed(document.abbreviations.map(({ short, full }) => `${short} = ${full}`))],
  ];
  return fields.map(([name, value]) => `${name}: ${value ?? '(không có)'}`);
}

const listed = (values: readonly string[]): string | null => (values.length === 0 ? null : values.join('; '));
const linesOf = (span: Span): string => `${span.startLine}–${span.endLine}`;
const namesOf = (agencies: readonly Agency[]): string => agencies.map((agency) => agency.name).join('; ');

function outlineLines(provision: Provision, depth: number): string[] {
  const title = provision.title === null ? '' : ` ${provision.title}`;
  const line = `${'  '.repeat(depth)}${provision.label}${title}  [${linesOf(provision.span)}]`;
  return [line, ...provision.children.flatMap((child) => outlineLines(child, depth + 1))];
}

function targetLines(target: Target): string[] {
  const values = target.values.map(({ period, value }) => `${period ?? 'không nêu năm'}: ${value ?? '—'}`).join('; ');
  const above = [target.group, target.parent].filter((part) => part !== null).join(' › ');
  const unit = target.unit === null ? '' : ` (${target.unit})`;
  const kind = target.kind === 'result' ? ' [kết quả đã đạt]' : '';
  const line = `[${linesOf(target.span)}] ${target.indicator}${unit}: ${values}${kind}`;
  return above === '' ? [line] : [line, `    thuộc ${above}`];
}

function assignmentLines(assignment: Assignment): string[] {
  const lines = [`[${linesOf(assignment.span)}] ${assignment.task}`, `    chủ trì: ${namesOf(assignment.lead) || '—'}`];
  if (assignment.coordinate.length > 0) lines.push(`    phối hợp: ${namesOf(assignment.coordinate)}`);
  if (assignment.deadline !== null) lines.push(`    thời hạn: ${assignment.deadline}`);
  if (assignment.reporting !== null)
    lines.push(
      `    báo cáo: ${[assignment.reporting.to, assignment.reporting.when].filter((part) => part !== null).join(', ')}`,
    );
  return lines;
}

function entitlementLines({ span, who, what, condition, level, strength }: Entitlement): string[] {
  const more = [condition, level].filter((part) => part !== null).join('; ');
  return [`[${linesOf(span)}] ${who}: ${what}${more === '' ? '' : ` (${more})`} [${strength}]`];
}

function referenceLine({ span, relation, to }: Reference): string {
  return `[${linesOf(span)}] ${relation}: ${[to.type, to.number, to.issuer, to.issuedOn].filter((part) => part !== null).join(', ')}`;
}
