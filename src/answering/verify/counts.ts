import lexicon from '../../../seeds/lexicon/answer-wording.json' with { type: 'json' };
import type { DraftStatement } from '../compose/draft.ts';
import { LIST_MARK } from './reading.ts';

const NUMBERS: Readonly<Record<string, number>> = lexicon.numbers;
const LISTED = [...lexicon.listed].sort((a, b) => b.length - a.length).join('|');

/** "Bảy nhóm", "7 mục", "3 nhiệm vụ": how many things the answer itself lists; the number in "khoản 5 Điều 8" is a label. */
const COUNT = new RegExp(
  String.raw`(?<![\p{L}\d.,/])(?<!(?:điều|khoản|điểm|mục|phần|chương|nhóm|phụ lục|số|năm)\s)(\d{1,3}|${Object.keys(lexicon.numbers).join('|')})\s+(?:${LISTED})(?![\p{L}])`,
  'giu',
);

/** A count in a sentence that opens a list. */
export interface Count {
  readonly start: number;
  readonly end: number;
  readonly number: number;
}

/** The counts a sentence makes of the lines after it, or of the items after its colon; none in a sentence that lists nothing. */
export function countsIn(text: string, opensList: boolean): readonly Count[] {
  const colon = text.search(/:(?=\s|$)/u);
  if (!opensList && colon === -1) return [];
  return [...text.matchAll(COUNT)].flatMap((match) => {
    const said = (match[1] ?? '').toLowerCase();
    const number = NUMBERS[said] ?? Number(said);
    const words = !/\d/.test(said) && /(?:đến|cho|trong|hết|cuối|từ)\s*$/iu.test(text.slice(0, match.index));
    const before = opensList || match.index < colon;
    return before && !words ? [{ start: match.index, end: match.index + match[0].length, number }] : [];
  });
}

/** How many list lines follow a statement. */
export function linesAfter(statements: readonly DraftStatement[], at: number): number {
  const rest = statements.slice(at + 1);
  const end = rest.findIndex(({ text }) => !LIST_MARK.test(text));
  return end === -1 ? rest.length : end;
}

/** The items a sentence lists after its colon. */
export function itemsAfterColon(text: string): number {
  const rest = text.slice(text.search(/:(?=\s|$)/u) + 1).replace(/,?\s*theo .*$/u, '');
  return rest.includes(';') ? rest.split(';').length : rest.split(/,\s|\svà\s/u).length;
}
