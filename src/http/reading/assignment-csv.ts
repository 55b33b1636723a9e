import type { PolicyDocument } from '../../document/policy-document.ts';
import type { Agency, Assignment } from '../../document/records.ts';
import { toCsv } from './csv.ts';

const HEADER = [
  'Văn bản',
  'Tỉnh',
  'Mục',
  'Nhiệm vụ',
  'Cơ quan chủ trì',
  'Cơ quan phối hợp',
  'Thời hạn',
  'Báo cáo cho',
  'Báo cáo qua',
  'Thời gian báo cáo',
  'Trích dẫn',
  'Tệp',
  'Từ dòng',
  'Đến dòng',
];

/** Assignments as a table, one row each. */
export function assignmentCsv(assignments: readonly (readonly [Assignment, PolicyDocument])[]): string {
  const names = (agencies: readonly Agency[]) => agencies.map(({ name }) => name).join('; ');
  const rows = assignments.map(([assignment, document]) => [
    document.number,
    document.province,
    assignment.provisionPath.join('/'),
    assignment.task,
    names(assignment.lead),
    names(assignment.coordinate),
    assignment.deadline,
    assignment.reporting?.to ?? null,
    assignment.reporting?.through ?? null,
    assignment.reporting?.when ?? null,
    assignment.quote,
    document.source.file,
    assignment.span.startLine,
    assignment.span.endLine,
  ]);
  return toCsv(HEADER, rows);
}
