import type { TableRow } from '../../document/passage.ts';
import type { Grounds } from './grounds.ts';
import { quantitiesOf } from './quantity-evidence.ts';
import type { ReadStatement } from './reading.ts';

/** "không đặt chỉ tiêu cho năm 2030", "năm 2025, 2026 văn bản không đặt chỉ tiêu", "mốc năm 2025 không đặt mức". */
const SAID_UNSET = /(?<![\p{L}])không đặt(?:\s+(?:chỉ tiêu|mức|mục tiêu|số))?/giu;
const YEARS_BEFORE =
  /năm\s+((?:(?:19|20)\d\d(?:\s*(?:,|và)\s*)?)+)\s*(?:,|:)?\s*(?:thì\s+)?(?:(?:văn bản|kế hoạch|chỉ thị)\s+)?$/iu;
const YEARS_AFTER =
  /^\s*(?:(?:cho|đến|vào|ở|tới)\s+)?(?:(?:mốc\s+)?năm\s+((?:19|20)\d\d)|giai đoạn\s+((?:19|20)\d\d\s*-\s*(?:19|20)\d\d))/iu;

/** A document is said to set nothing for a year only where the cited row or sentence has nothing for it. */
export function checkUnset({ own }: ReadStatement, grounds: Grounds): string | null {
  for (const match of own.matchAll(SAID_UNSET)) {
    const years = yearsSaid(own, match);
    if (years.length === 0 ? setsAnything(grounds) : years.some((year) => setsFor(year, grounds))) {
      return `Đoạn được dẫn có đặt chỉ tiêu${years.length === 0 ? '' : ` cho năm ${years.join(', ')}`}.`;
    }
  }
  return null;
}

/** The years a statement says nothing is set for: they need not be printed for a quantity. */
export function unsetYears(own: string): ReadonlySet<string> {
  return new Set([...own.matchAll(SAID_UNSET)].flatMap((match) => yearsSaid(own, match)));
}

/** The years, or the span of years, beside "không đặt chỉ tiêu". */
function yearsSaid(own: string, match: RegExpMatchArray): readonly string[] {
  const at = match.index ?? 0;
  const [, year, span] = YEARS_AFTER.exec(own.slice(at + match[0].length)) ?? [];
  if (span !== undefined) return [span.replace(/\s*-\s*/gu, '-')];
  return (year ?? YEARS_BEFORE.exec(own.slice(0, at))?.[1] ?? '').match(/\d{4}/gu) ?? [];
}

function setsFor(year: string, { places }: Grounds): boolean {
  return places.some(({ view, passages, table }) => {
    if (table !== null) return cellFor(table, year);
    return passages.some((passage) =>
      quantitiesOf(view, passage).some(({ periods }) => periods?.some((period) => period === year)),
    );
  });
}

/** A cell under the year's column that holds anything but a dash. */
function cellFor({ columns, cells }: TableRow, year: string): boolean {
  return columns.some(
    (column, i) => column.replace(/\s*[-–]\s*/gu, '-').includes(year) && /[\p{L}\d]/u.test(cells[i] ?? ''),
  );
}

function setsAnything({ places }: Grounds): boolean {
  return places.some(({ table, view, passages }) =>
    table === null ? false : passages.some((passage) => quantitiesOf(view, passage).some(({ row }) => row)),
  );
}
