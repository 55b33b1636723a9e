import { type ReadOutcome, refuse } from './extraction.ts';
import type { ReaderLimits } from './limits.ts';

/** Refuses an extraction that is empty or that later steps could not handle in bounded time. */
export function checkExtraction(outcome: ReadOutcome, limits: ReaderLimits): ReadOutcome {
  if (outcome.kind === 'failure') return outcome;
  const { text } = outcome;
  if (text.trim() === '') return refuse('empty', 'Tệp không có chữ nào để đọc.');
  if (text.length > limits.textLength) {
    return refuse('too-large', `Văn bản dài ${count(text.length)} ký tự, vượt giới hạn ${count(limits.textLength)}.`);
  }
  const long = findLongLine(text, limits.lineLength);
  if (long !== null) {
    return refuse(
      'too-large',
      `Dòng ${long.line} dài ${count(long.length)} ký tự, vượt giới hạn ${count(limits.lineLength)}; hãy ngắt dòng theo đoạn văn rồi nạp lại.`,
    );
  }
  return outcome;
}

function findLongLine(text: string, limit: number): { readonly line: number; readonly length: number } | null {
  let line = 1;
  for (let start = 0; start <= text.length; line += 1) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    if (end - start > limit) return { line, length: end - start };
    start = end + 1;
  }
  return null;
}

function count(value: number): string {
  return value.toLocaleString('vi-VN');
}
