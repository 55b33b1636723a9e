import { type ProgramResult, runProgram } from './child-program.ts';
import { type FailedReading, refuse } from './extraction.ts';
import type { ReaderLimits } from './limits.ts';
import type { PageWord, PdfPage } from './pdf-page.ts';

/** Pages as poppler's pdftotext sees them; null when poppler is not installed. */
export async function readWithPoppler(
  path: string,
  limits: ReaderLimits,
): Promise<readonly PdfPage[] | FailedReading | null> {
  const last = String(limits.pages + 1);
  const result = await runProgram('pdftotext', ['-bbox', '-enc', 'UTF-8', '-l', last, path, '-'], limits);
  if (result.kind === 'missing') return null;
  if (result.kind === 'failed') return refuseByMessage(result);
  return parseBoundingBoxes(result.stdout);
}

function refuseByMessage({ stderr, timedOut }: Extract<ProgramResult, { kind: 'failed' }>): FailedReading {
  if (timedOut) return refuse('too-large', 'Đọc tệp PDF quá lâu nên đã dừng; tệp có cấu trúc bất thường.');
  if (/password/i.test(stderr)) return refuse('protected', passwordNeeded);
  if (/not allowed/i.test(stderr))
    return refuse('protected', 'Tệp PDF không cho phép sao chép chữ; hãy bỏ hạn chế rồi nạp lại.');
  return refuse('damaged', 'Tệp PDF bị hỏng, không đọc được.');
}

export const passwordNeeded = 'Tệp PDF đặt mật khẩu; hãy bỏ mật khẩu rồi nạp lại.';

const pageTag = /<page width="([\d.]+)" height="([\d.]+)">/g;
const wordTag = /<word xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">([^<]*)<\/word>/g;

/** Reads the output of `pdftotext -bbox`. */
export function parseBoundingBoxes(xhtml: string): PdfPage[] {
  const tags = [...xhtml.matchAll(pageTag)];
  return tags.map((tag, index) => {
    const inside = xhtml.slice(tag.index, tags[index + 1]?.index ?? xhtml.length);
    const words = [...inside.matchAll(wordTag)].map(
      ([, x0, y0, x1, y1, text = '']): PageWord => ({
        text: unescapeXml(text),
        x0: Number(x0),
        y0: Number(y0),
        x1: Number(x1),
        y1: Number(y1),
      }),
    );
    return { width: Number(tag[1]), height: Number(tag[2]), words, rules: [] };
  });
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos|#39);/g, (whole, name: string) => entities[name] ?? whole);
}
