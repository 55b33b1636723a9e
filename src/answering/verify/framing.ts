import { readQuantities } from '../../vietnamese/numbers.ts';
import { readDates } from '../../vietnamese/periods.ts';
import type { DraftStatement } from '../compose/draft.ts';
import { checkComparison } from './comparison.ts';
import { countsIn, linesAfter } from './counts.ts';
import { DOCUMENT_NUMBER, documentNamesOf, numberKey } from './document-names.ts';
import type { Grounds } from './grounds.ts';
import { agenciesIn } from './source-facts.ts';

/** Sentences that say what is not there may name what was asked for. */
const DECLINES =
  /^(?:- )?(?:Không (?:có|tìm thấy)|Bản |Tôi không|Hiện không|Các văn bản (?:hiện có )?không|Văn bản không)|không (?:ghi|nêu|có)/u;

/** A framing sentence states no figures, days, bodies or documents but those of the documents the answer is about. */
export function checkFraming(
  { text }: DraftStatement,
  {
    at,
    statements,
    grounds,
  }: { readonly at: number; readonly statements: readonly DraftStatement[]; readonly grounds: Grounds },
): string | null {
  const counts = countsIn(text, linesAfter(statements, at) > 0);
  const lines = linesAfter(statements, at);
  const wrong = counts.find(({ number }) => number < lines);
  if (wrong !== undefined) return `Đếm ${wrong.number}, liệt kê ${lines}.`;
  const own = [...documentNamesOf(text, grounds), ...counts].reduce(
    (rest, { start, end }) => rest.slice(0, start) + '|'.repeat(end - start) + rest.slice(end),
    text,
  );
  const figures = readQuantities(own).find(({ unit }) => unit !== null);
  if (figures !== undefined) return `Câu dẫn nêu con số ${figures.value}.`;
  if (DECLINES.test(text)) return null;
  return strangeName(own, grounds) ?? checkComparison(text, statements);
}

function strangeName(own: string, { all }: Grounds): string | null {
  const [date] = readDates(own);
  if (date !== undefined) return `Câu dẫn nêu ngày ${date.printed}.`;
  const known = new Set([...all.matchAll(DOCUMENT_NUMBER)].map(([printed]) => numberKey(printed)));
  const number = [...own.matchAll(DOCUMENT_NUMBER)].find(([printed]) => !known.has(numberKey(printed)));
  if (number !== undefined) return `Câu dẫn nêu văn bản ${number[0]}.`;
  const body = agenciesIn(own).find(({ kind, printed }) => kind !== 'collective' && !all.includes(printed));
  return body === undefined ? null : `Câu dẫn nêu ${body.printed}.`;
}
