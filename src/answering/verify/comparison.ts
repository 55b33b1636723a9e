import { readQuantities } from '../../vietnamese/numbers.ts';
import type { DraftStatement } from '../compose/draft.ts';

/** "Con số của Đồng Nai cao hơn của Bắc Giang." */
const SAID =
  /(?:con số|mức|chỉ tiêu|tỷ lệ|tỉ lệ)\s+của\s+([\p{Lu}][\p{L}\s-]+?)\s+(cao|lớn|thấp|nhỏ)\s+hơn\s+(?:của\s+)?([\p{Lu}][\p{L}\s-]+?)\s*[.,;]/iu;
const SAID_EQUAL = /của\s+([\p{Lu}][\p{L}\s-]+?)\s+và\s+([\p{Lu}][\p{L}\s-]+?)\s+bằng nhau/iu;

/** A comparison is borne out by the first figures of the lines it compares. */
export function checkComparison(text: string, statements: readonly DraftStatement[]): string | null {
  const compared = SAID.exec(text);
  if (compared !== null) {
    const [, a = '', word = '', b = ''] = compared;
    const [first, second] = [figureOf(a, statements), figureOf(b, statements)];
    if (first === null || second === null) return 'So sánh không có số liệu kèm theo.';
    const higher = /cao|lớn/iu.test(word);
    return (higher ? first > second : first < second) ? null : 'So sánh trái với số liệu.';
  }
  const [, a, b] = SAID_EQUAL.exec(text) ?? [];
  if (a === undefined || b === undefined) return null;
  const [first, second] = [figureOf(a, statements), figureOf(b, statements)];
  return first !== null && first === second ? null : 'So sánh trái với số liệu.';
}

function figureOf(name: string, statements: readonly DraftStatement[]): number | null {
  const line = statements.find(({ kind, text }) => kind === 'claim' && text.includes(name) && /\d/.test(text));
  const [quantity] = line === undefined ? [] : readQuantities(line.text.slice(line.text.indexOf(name)));
  if (quantity === undefined) return null;
  return typeof quantity.number === 'number' ? quantity.number : quantity.number[0];
}
