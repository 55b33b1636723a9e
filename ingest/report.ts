import type { IngestedDocument } from '../src/document/ingested-document.ts';
import type { PolicyDocument, Warning } from '../src/document/policy-document.ts';
import { walkProvisions } from '../src/document/provision.ts';

/** What became of one file that could be read. */
export interface DocumentReport {
  readonly file: string;
  readonly id: string;
  readonly number: string | null;
  readonly status: 'added' | 'updated' | 'unchanged';
  /** Null for an unchanged document: it was not read again. */
  readonly counts: DocumentCounts | null;
  readonly warnings: readonly Warning[];
}

export interface DocumentCounts {
  readonly provisions: number;
  readonly targets: number;
  readonly assignments: number;
  readonly entitlements: number;
  readonly references: number;
  readonly passages: number;
}

/** A file that gave no document, and why. */
export interface FileFailure {
  readonly file: string;
  readonly reason: string;
  readonly message: string;
}

/** How a run ended. */
export interface IngestionReport {
  readonly documents: readonly DocumentReport[];
  readonly failures: readonly FileFailure[];
  /** The generation readers see now; null when nothing was published. */
  readonly generation: string | null;
  /** Documents in that generation. */
  readonly total: number;
  readonly seconds: number;
}

/** A file whose bytes were published before. */
export function unchanged(file: string, { id, number }: PolicyDocument): DocumentReport {
  return { file, id, number, status: 'unchanged', counts: null, warnings: [] };
}

/** A file that was read; `known` when a document of its id is published. */
export function reportOf(
  file: string,
  { document, counts }: { readonly document: PolicyDocument; readonly counts: DocumentCounts },
  known: boolean,
): DocumentReport {
  const { id, number, warnings } = document;
  return { file, id, number, status: known ? 'updated' : 'added', counts, warnings };
}

/** Counts of what was read out of a document. */
export function countsOf(ingested: IngestedDocument): DocumentCounts {
  return {
    provisions: [...walkProvisions(ingested.outline)].length,
    targets: ingested.targets.length,
    assignments: ingested.assignments.length,
    entitlements: ingested.entitlements.length,
    references: ingested.references.length,
    passages: ingested.passages.length,
  };
}

const STATUS: Readonly<Record<DocumentReport['status'], string>> = {
  added: 'thêm mới',
  updated: 'cập nhật',
  unchanged: 'không đổi',
};

/** More warnings of one file are counted, not listed. */
const LISTED_WARNINGS = 12;

/** The report in lines for a person. */
export function reportLines(report: IngestionReport): string[] {
  const lines = report.documents.flatMap(documentLines);
  for (const failure of report.failures) lines.push(`✗ ${failure.file}: ${failure.message}`);
  const seconds = report.seconds.toFixed(1).replace('.', ',');
  const read = report.documents.length;
  lines.push('', `Đọc được ${read} văn bản, ${report.failures.length} tệp không dùng được, trong ${seconds} giây.`);
  lines.push(
    report.generation === null
      ? 'Chỉ mục đang dùng giữ nguyên.'
      : `Chỉ mục có ${report.total} văn bản (bản ${report.generation}).`,
  );
  return lines;
}

function documentLines({ file, number, status, counts, warnings }: DocumentReport): string[] {
  const name = number === null ? file : `${number} (${file})`;
  const lines = [`✓ ${name}: ${STATUS[status]}${counts === null ? '' : `, ${countsLine(counts)}`}`];
  for (const { line, message } of warnings.slice(0, LISTED_WARNINGS)) {
    lines.push(`    ! ${line === null ? '' : `dòng ${line}: `}${message}`);
  }
  const more = warnings.length - LISTED_WARNINGS;
  return more > 0 ? [...lines, `    ! và ${more} cảnh báo khác`] : lines;
}

function countsLine(counts: DocumentCounts): string {
  return [
    `${counts.provisions} đề mục`,
    `${counts.targets} chỉ tiêu`,
    `${counts.assignments} phân công`,
    `${counts.entitlements} quyền lợi`,
    `${counts.references} văn bản dẫn chiếu`,
    `${counts.passages} đoạn`,
  ].join(', ');
}
