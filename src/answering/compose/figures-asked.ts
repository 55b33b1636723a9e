import type { Passage } from '../../document/passage.ts';
import { fold } from '../../vietnamese/fold.ts';
import { maskNonQuantities } from '../../vietnamese/numbers-mask.ts';
import { termsOf } from '../../vietnamese/phrase-book.ts';
import { askedKind, statesFigure } from '../evidence/asked-kind.ts';
import { statesMeasure } from '../evidence/asked-measure.ts';
import type { Sentence } from '../evidence/document-view.ts';
import { countsUnit } from '../evidence/likelier.ts';
import type { Understanding } from '../understand/understanding.ts';
import { MEASURES, TIMES } from './measures.ts';
import { ORDINALS } from './row-in-words.ts';
import { asksAmount, givesNumberOf, headsAsked, NO_SHARE } from './targets-asked.ts';

/** Does a sentence give what the question asks for a figure of? */
export type StatesAsked = (sentence: Sentence) => boolean;

/** The kind of thing asked for and, of a figure, the things it counts; null where the question asks for no such thing. */
export function statesAsked(understanding: Understanding): StatesAsked | null {
  const states = askedKind(understanding);
  const heads = headsAsked(understanding.folded);
  if (heads !== null) return ({ text }) => countsHeads(text, heads);
  if (states === null) return null;
  return (sentence) =>
    states(sentence.text) && (understanding.intent !== 'target' || countsThings(sentence, understanding));
}

/** Does a text give a number of the things asked for one by one? A year before them is none. */
function countsHeads(text: string, heads: string): boolean {
  return givesNumberOf(heads, fold(maskNonQuantities(text)));
}

/** A figure, for the year asked when one is, and what was reached when that is asked. */
export function givesFigure(sentence: Sentence, understanding: Understanding): boolean {
  const { text, passage } = sentence;
  const body = passage.kind === 'row' && !countsThing(sentence, understanding) ? cellsOf(passage) : text;
  if (statesMeasure(understanding.folded)?.([...(passage.table?.columns ?? []), text].join(' | ')) === false)
    return false;
  if (statesLevel(body, understanding)) return isOfYears(sentence, understanding);
  if (!statesFigure(body) || (asksAmount(understanding.folded) && text.includes('%'))) return false;
  const heads = headsAsked(understanding.folded);
  if (heads !== null && (text.includes('%') || !countsHeads(text, heads))) return false;
  if (passage.kind !== 'row' && !(askedKind(understanding)?.(text) ?? true)) return false;
  if (passage.kind !== 'row' && !countsAsOne(sentence, understanding)) return false;
  if (understanding.wantsResult && /phấn đấu|mục tiêu/iu.test(text)) return false;
  return isOfYears(sentence, understanding);
}

/** Does a sentence, or what stands over it, name the years asked for? */
export function isOfYears({ text, passage }: Sentence, { years }: Understanding): boolean {
  const said = [text, ...(passage.table?.columns ?? []), ...passage.headingTrail].join(' ');
  return years.every((year) => namesYears(said, year));
}

/** A year by itself; of a span either the span, or a year of it that ends no other one. */
function namesYears(said: string, year: string): boolean {
  const [from = '', to = null] = year.split('-');
  if (to === null) return said.includes(from);
  const spans = new RegExp(`${from}\\s*[-–]\\s*${to}`, 'u');
  const others = said.replace(/(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d/gu, ' ');
  return spans.test(said) || others.includes(from) || others.includes(to);
}

/** A figure of the very things asked for; days and months are counted of anything. */
export function countsThing(sentence: Sentence, { askedUnit }: Understanding): boolean {
  return askedUnit !== null && !TIMES.has(askedUnit) && countsUnit(sentence, askedUnit);
}

/** "Bao nhiêu chòi canh?" is not answered by hours: a figure of things counts those things, or says what share of them. */
function countsAsOne(sentence: Sentence, understanding: Understanding): boolean {
  const { askedUnit } = understanding;
  const mayBeShare = askedUnit === null || (!NO_SHARE.has(askedUnit) && namesThing(sentence.text, understanding));
  return (mayBeShare && /%|\d\/\d+ (?:tổng )?số /u.test(sentence.text)) || countsThings(sentence, understanding);
}

/** A share is one of the things asked for: "bao nhiêu dự án" is not answered by a growth of 7 %. */
function namesThing(text: string, { folded }: Understanding): boolean {
  const [, first = '', second = ''] = /(?:^| )(?:bao nhieu|may) ([a-z]+)(?: ([a-z]+))?/.exec(folded) ?? [];
  const said = ` ${termsOf(text).join(' ')} `;
  return said.includes(` ${first} ${second} `) || (BESIDE_NOUNS.has(second) && said.includes(` ${first} `));
}

/** What stands behind a noun of one syllable without being part of it. */
const BESIDE_NOUNS: ReadonlySet<string> = new Set(
  ' duoc da se co phai dat o tai cua cho den vao trong nam moi va tham dung su'.split(' '),
);

function countsThings(sentence: Sentence, { askedUnit }: Understanding): boolean {
  return askedUnit === null || MEASURES.has(askedUnit) || countsUnit(sentence, askedUnit);
}

/** "Mức độ mấy?" is answered by "mức độ 4", which is a number but no quantity. */
function statesLevel(text: string, { folded }: Understanding): boolean {
  const [, noun = null] = /(?:^| )([a-z]+ [a-z]+) may(?: (?:vay|the|nhi|a|ha))*$/.exec(folded) ?? [];
  return noun !== null && new RegExp(`\\b${noun} \\d`).test(fold(text));
}

/** A cell that says when: "Quý IV-2025", "Năm 2026 và các năm tiếp theo". */
const WHEN = /^\s*(?:trong |đến |từ |trước )?(?:quý|quí|tháng|năm|giai đoạn|hằng năm|hàng năm|thường xuyên)(?!\p{L})/iu;

/** The cells of a row but its number and its name. */
function cellsOf({ table, text }: Passage): string {
  if (table === null) return text;
  const name = table.columns.findIndex((column) => !ORDINALS.test(column));
  return table.cells.filter((cell, i) => i > 0 && i !== name && !WHEN.test(cell)).join(' ; ');
}
