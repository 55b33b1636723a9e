import { findAgencies } from '../../../src/vietnamese/agencies.ts';
import { findProvinces } from '../../../src/vietnamese/provinces.ts';
import { tokenise } from '../../../src/vietnamese/tokens.ts';

/** A statement with one thing changed. */
export interface Mutation {
  readonly kind: string;
  readonly text: string;
}

const LIST_MARK = /^(?:[-+•]|(?:\d+(?:\.\d+)*|[IVXLC]+|[a-zđ])[.)])\s/u;

const WORD_SWAPS: readonly (readonly [kind: string, from: RegExp, to: string])[] = [
  ['comparator', /(?<![\p{L}])[Dd]ưới(?= \d)/gu, 'trên'],
  ['comparator', /(?<![\p{L}])[Tt]rên(?= \d)/gu, 'dưới'],
  ['comparator', /(?<![\p{L}])[Tt]ối thiểu(?= \d)/gu, 'tối đa'],
  ['comparator', /(?<![\p{L}])[Kk]hoảng(?= \d)/gu, 'trên'],
  ['comparator', /(?<=[:;,] )(?=\d+(?:,\d+)?%)/gu, 'dưới '],
  ['unit', /(?<=\d)%(?!\/)/gu, ' hộ'],
  ['unit', /(?<=\d)%\/năm/gu, '%/tháng'],
  ['unit', /(?<=\d )(?:người|tuổi|căn hộ|căn|giường|ha|m² sàn\/người)(?![\p{L}])/gu, 'tỷ đồng'],
  ['role', /chủ trì(?= việc)/gu, 'phối hợp'],
  ['role', /^Cơ quan phối hợp:/gu, 'Cơ quan chủ trì:'],
  ['document number', /KH-UBND/gu, 'QĐ-UBND'],
  ['document number', /-(NQ|CT)\/T/gu, '-KL/T'],
  ['document type', /Kế hoạch(?= (?:số )?\d)/gu, 'Quyết định'],
  ['position', /Phó Chủ tịch/gu, 'Chủ tịch'],
  ['position', /(?<!Phó )Chủ tịch(?= ký|,)/gu, 'Phó Chủ tịch'],
  ['quotation', /(?<=“[^”]* )\p{Ll}{2,}(?= [^”]*”)/gu, 'xyz'],
];

/** Every way to change one figure, year, unit, comparator, body, part, province, number or quoted word of a statement. */
export function* mutationsOf(text: string): Generator<Mutation> {
  const mark = LIST_MARK.exec(text)?.[0].length ?? 0;
  for (const { index } of text.matchAll(/\d/gu)) {
    if (index < mark) continue;
    const digit = String((Number(text.charAt(index)) + 3) % 10);
    yield { kind: 'digit', text: splice(text, index, 1, digit) };
  }
  for (const { index, 0: year } of text.matchAll(/(?<![\d/-])20(?:2|3|4)\d(?!\d)/gu)) {
    for (const other of ['2025', '2030', '2026']) {
      if (other !== year) yield { kind: 'year', text: splice(text, index, 4, other) };
    }
  }
  for (const [kind, from, to] of WORD_SWAPS) {
    for (const match of text.matchAll(from)) {
      yield { kind, text: splice(text, match.index, match[0].length, to) };
    }
  }
  for (const { start, end, kind } of findAgencies(text)) {
    if (kind === 'known') yield { kind: 'agency', text: splice(text, start, end - start, 'Sở Tư pháp') };
  }
  const tokens = tokenise(text);
  for (const { start, end } of findProvinces(tokens)) {
    const [from, to] = [tokens[start]?.start ?? 0, tokens[end - 1]?.end ?? 0];
    yield { kind: 'province', text: splice(text, from, to - from, 'Hà Tĩnh') };
  }
}

function splice(text: string, at: number, length: number, replacement: string): string {
  return text.slice(0, at) + replacement + text.slice(at + length);
}
