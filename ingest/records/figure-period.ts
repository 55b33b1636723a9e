import type { Quantity } from '../../src/vietnamese/numbers.ts';
import { type Period, readPeriods } from '../../src/vietnamese/periods.ts';
import type { PlacedBlock } from '../placed-block.ts';
import type { PlacedText } from './evidence.ts';
import { depth } from './sentences.ts';

/** "Hằng tháng" tells how often something is paid; only years date a figure. */
export function datesFigures(period: Period): boolean {
  return period.kind !== 'recurring' || period.period === 'hằng năm';
}

/** Between a figure and the period right after it: "2.500 căn trong giai đoạn 2021 - 2025", "17,39% đầu năm 2012". */
const TIGHT = /^\s*(?:\(?(?:vào|trong|ở|trong giai đoạn|giai đoạn|của)\s*)?$/iu;

/** "so với năm 2020" dates what is compared with, not the figure; "Quyết định … năm 2018" dates a document. */
const NOT_OF_FIGURE = /(?:so với(?:\s+cùng kỳ)?|từ|kể từ|ban hành|ngày \d+ tháng \d+|số \S+|tầm nhìn)\s*$/iu;

/** The years of a named programme are part of its name: "Chiến lược phát triển nhà ở quốc gia giai đoạn 2021-2030". */
const IN_A_NAME =
  /(?:Chiến lược|Chương trình|Đề án|Kế hoạch|Quy hoạch|Nghị quyết|Dự án|Quyết định|Kết luận|nhiệm kỳ)[^,;.:()]*$/u;

/**
 * The period of each figure of a sentence: the one right after it, else the last one before it outside closed brackets,
 * else the first one after it in its clause.
 */
export function figurePeriods(text: string, figures: readonly Quantity[]): (string | null)[] {
  const periods = readPeriods(text).filter(
    (period) =>
      datesFigures(period) &&
      !NOT_OF_FIGURE.test(text.slice(0, period.start)) &&
      !IN_A_NAME.test(text.slice(0, period.start)),
  );
  const taken = new Set<Period>();
  const tight = figures.map((figure) => {
    const period = periods.find(
      (candidate) => candidate.start >= figure.unitEnd && TIGHT.test(text.slice(figure.unitEnd, candidate.start)),
    );
    if (period !== undefined) taken.add(period);
    return period;
  });
  return figures.map((figure, i) => {
    const own =
      tight[i] ??
      lastBefore(
        text,
        periods.filter((period) => !taken.has(period)),
        figure,
      ) ??
      firstAfter(text, periods, { figure, next: figures[i + 1] });
    return own?.period ?? null;
  });
}

/** A period inside brackets holds only there. */
function lastBefore(text: string, periods: readonly Period[], figure: Quantity): Period | undefined {
  return periods.filter((period) => period.end <= figure.start && reaches(text, period.end, figure.start)).at(-1);
}

function reaches(text: string, from: number, to: number): boolean {
  return (
    depth(text.slice(0, from)) <= depth(text.slice(0, to)) &&
    !(depth(text.slice(0, from)) > 0 && text.slice(from, to).includes(')'))
  );
}

function firstAfter(
  text: string,
  periods: readonly Period[],
  { figure, next }: { readonly figure: Quantity; readonly next: Quantity | undefined },
): Period | undefined {
  const limit = next?.start ?? text.length;
  const period = periods.find((candidate) => candidate.start >= figure.unitEnd);
  if (period === undefined || /[;(]/.test(text.slice(figure.unitEnd, period.start))) return undefined;
  if (period.start < limit) return period;
  return /[.]/.test(text.slice(figure.unitEnd, period.start)) ? undefined : sharedAfter(text, figure, period);
}

/** "50% A, 88% B đạt chuẩn vào năm 2025": one period after a list holds for all of it. */
function sharedAfter(text: string, figure: Quantity, period: Period): Period | undefined {
  return /^(?:[^;()]*)$/.test(text.slice(figure.unitEnd, period.start)) && /(?:đến|vào|trong)/iu.test(period.printed)
    ? period
    : undefined;
}

const OPENS_LIST = /:\s*$/;

/** The line above that opens the list a block stands in: "Đến năm 2030:". */
export function openingLine(placed: PlacedText, earlier: readonly PlacedText[]): string | null {
  const opening = [...earlier]
    .reverse()
    .find((block) => OPENS_LIST.test(block.block.text) && block.role !== placed.role && holds(block, placed));
  return opening?.block.text ?? null;
}

/** Does a block stand in the provision of another? What is said before the first provision opens none of them. */
function holds({ provisionPath }: PlacedText, placed: PlacedText): boolean {
  if (provisionPath.length === 0) return placed.provisionPath.length === 0;
  return provisionPath.every((label, i) => placed.provisionPath[i] === label);
}

/** The period the opening line or a heading sets for what stands under it: "2. Mục tiêu đến năm 2025". */
export function inheritedPeriod(placed: PlacedBlock, opening: string | null): string | null {
  const fromOpening = opening === null ? null : only(opening);
  if (fromOpening !== null) return fromOpening;
  for (const heading of [...placed.headingTrail].reverse().slice(0, 2)) {
    const period = /mục tiêu|chỉ tiêu|đến năm|giai đoạn|năm \d{4}/iu.test(heading) ? only(heading) : null;
    if (period !== null) return period;
  }
  return null;
}

/** The period of a line that names just one, a vision ("tầm nhìn đến năm 2045") left aside. */
function only(text: string): string | null {
  const periods = readPeriods(text).filter((period) => !/tầm nhìn\s*$/iu.test(text.slice(0, period.start)));
  const [first, second] = periods;
  return first !== undefined && second === undefined && first.kind !== 'recurring' ? first.period : null;
}
