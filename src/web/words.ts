import type { IsoDate } from '../document/policy-document.ts';

/** "16/8/2024", as officials write it. */
export function shortDate(date: IsoDate): string {
  const [year, month, day] = date.split('-');
  return `${Number(day)}/${Number(month)}/${year}`;
}

/** "dòng 603" or "dòng 603–611". */
export function linesInWords({ startLine, endLine }: { readonly startLine: number; readonly endLine: number }): string {
  return startLine === endLine ? `dòng ${startLine}` : `dòng ${startLine}–${endLine}`;
}

/** "2021-2025" as it is; a single year is the one a plan runs to. */
export function planPeriod(period: string): string {
  return /^\d{4}$/.test(period) ? `đến năm ${period}` : period;
}

/** "1.377": thousands parted by dots. */
export function wholeNumber(n: number): string {
  return n.toLocaleString('vi-VN');
}

/** The name a document goes by: "Kế hoạch 50/KH-UBND". */
export function documentName(document: {
  readonly id: string;
  readonly type: string | null;
  readonly number: string | null;
}): string {
  const parts = [document.type, document.number].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' ') : document.id;
}
