import type { Token } from '../vietnamese/tokens.ts';

/** Kinds of documents that questions cite by name, folded, longest first. */
const KINDS = [
  ['bo', 'luat'],
  ['hien', 'phap'],
  ['phap', 'lenh'],
  ['nghi', 'dinh'],
  ['nghi', 'quyet'],
  ['thong', 'tu'],
  ['luat'],
] as const;

const YEAR = /^(?:19|20)\d\d$/;
const PAUSE = /[,;:]/;
/** The name of a law is not longer than this. */
const LONGEST_NAME = 12;
/** What leads to a citation: "theo quy định tại khoản 2 Điều 22 của Bộ luật …". */
const LEADING = new Set(['theo', 'tai', 'trong', 'cua', 'quy', 'dinh', 'diem', 'khoan', 'dieu', 'chuong', 'muc']);
const NUMBER = /^\d/;

/**
 * The tokens `[start, end)` that cite a law by its name: "Theo Điều 22 Bộ luật Dân sự 2015", "Theo Luật Đất đai,". They
 * say where to look, while the articles of that law seldom repeat its name. A name ends with its year, or, after
 * "theo", at a comma; without either it may be what is asked about.
 */
export function citedLaw(
  question: string,
  tokens: readonly Token[],
): readonly (readonly [start: number, end: number])[] {
  const cited: (readonly [number, number])[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const kind = KINDS.find((words) => words.every((word, i) => tokens[at + i]?.term === word));
    if (kind === undefined) continue;
    const start = leadingTo(tokens, at);
    const pauses = tokens.slice(start, at).some(({ term }) => term === 'theo');
    const end = endOfName(question, tokens, at + kind.length, pauses);
    if (end === null) continue;
    cited.push([start, end]);
    at = end - 1;
  }
  return cited;
}

function leadingTo(tokens: readonly Token[], at: number): number {
  let start = at;
  while (start > 0) {
    const term = tokens[start - 1]?.term ?? '';
    if (!LEADING.has(term) && !NUMBER.test(term)) break;
    start--;
  }
  return start;
}

function endOfName(question: string, tokens: readonly Token[], from: number, pauses: boolean): number | null {
  for (let i = from; i < Math.min(tokens.length, from + LONGEST_NAME); i++) {
    const token = tokens[i];
    if (token === undefined) break;
    if (YEAR.test(token.term)) return i + 1;
    const next = tokens[i + 1];
    if (pauses && next !== undefined && PAUSE.test(question.slice(token.end, next.start))) return i + 1;
  }
  return null;
}
