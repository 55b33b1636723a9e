/** The part of a text that belongs to one of its quantities. */
export interface Segment {
  readonly start: number;
  readonly end: number;
}

interface Placed {
  readonly start: number;
  readonly unitEnd: number;
}

/** The end of a sentence or of a clause of an enumeration. */
const STRONG = /[.;!?](?=\s|$)|\n| \| /gu;

/** A time right after a quantity belongs to it: "25% đến năm 2025, …". */
const TIME_AFTER =
  /^\s*\(?\s*(?:(?:vào|đến|tới|trong|cho|giai đoạn|bình quân|mốc)\s+)*(?:(?:hết|cuối|đầu)\s+)?(?:năm\s+(?:19|20)\d\d|(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d|(?:hằng|hàng|mỗi)\s+năm)\)?/iu;

/**
 * Which words of a text go with which of its quantities. Between two quantities the border is the end of a sentence or
 * clause; else the comma or "và" right after the first ("A 65%, B 25%"); else the last one before the second
 * ("100% số hộ có điện, 95% số hộ có nước").
 */
export function segmentsOf(text: string, quantities: readonly Placed[]): readonly Segment[] {
  const borders = [...text.matchAll(STRONG)].map(({ index }) => index);
  let start = quantities[0] === undefined ? 0 : lastBefore(borders, quantities[0].start);
  return quantities.map((quantity, i) => {
    const next = quantities[i + 1];
    const until = next?.start ?? text.length;
    const between = borders.filter((border) => border >= quantity.unitEnd && border < until);
    const [first] = between;
    const own = { start, end: first ?? (next === undefined ? text.length : softBorder(text, quantity.unitEnd, until)) };
    start = first === undefined ? own.end : (between.at(-1) ?? own.end) + 1;
    return own;
  });
}

function lastBefore(borders: readonly number[], at: number): number {
  const before = borders.filter((border) => border < at).at(-1);
  return before === undefined ? 0 : before + 1;
}

function softBorder(text: string, from: number, to: number): number {
  const between = text.slice(from, to);
  const time = TIME_AFTER.exec(between)?.[0].length ?? 0;
  if (/^\s*(?:[,(–-]|và\s)/u.test(between.slice(time))) return from + time;
  const commas = [...between.matchAll(/,\s|\s(?:và|còn|trong đó)\s/gu)];
  const last = commas.at(-1);
  return last === undefined ? from + time : from + last.index;
}
