import type { Quantity } from '../../src/vietnamese/numbers.ts';
import { readPeriods } from '../../src/vietnamese/periods.ts';
import { datesFigures } from './figure-period.ts';
import {
  ACTS,
  CHANGE,
  GOAL,
  GOES_ON,
  INDICATOR_NOUN,
  INTRODUCTION,
  LINK,
  MEASURE,
  NOUNS,
  PHRASE_END,
  PREDICATE,
  SCOPE,
  SET_BY_OTHERS,
  TOWARDS_PEOPLE,
} from './indicator-words.ts';

/** What a figure measures, in words of the text. */
export interface IndicatorRead {
  readonly indicator: string;
  readonly parent: string | null;
  readonly scope: string | null;
}

/** What the figures before said of themselves, for "trong đó", "từ … xuống" and lists. */
export interface Before {
  readonly indicator: string;
  /** Without the verb of change: the start of "giảm từ 5% xuống 3%" is no decrease. */
  readonly level: string;
}

/** A figure with the text up to the one before it and after it, inside one clause. */
export interface FigureText {
  readonly figure: Quantity;
  readonly before: string;
  readonly after: string;
  readonly previous: Before | null;
}

/** The indicator before the figure when the text names one there, else the noun phrase after it, else the one before. */
export function readIndicator(text: FigureText): (IndicatorRead & { readonly usedAfter: number }) | null {
  const { figure, before, after, previous } = text;
  const named = beforeFigure(before, figure);
  const phrase = startsChange(figure, after) ? null : afterFigure(figure, after);
  const within = /trong đó[^;.]*$/iu.test(before) || /\([^)]*$/.test(before);
  const parent = within ? (previous?.indicator ?? null) : null;
  if (named !== null && isOnlyScope(named) && previous !== null) {
    return { indicator: previous.indicator, parent: previous.indicator, scope: scopeWord(named), usedAfter: 0 };
  }
  if (named !== null && previous !== null && /^(?:tăng|giảm)\s/iu.test(named)) {
    return { ...withScope(`${previous.level} ${named}`, parent), usedAfter: 0 };
  }
  if (named !== null && isName(named)) return { ...withScope(named, parent), usedAfter: 0 };
  const goesOn =
    previous !== null &&
    (phrase === null || (isBareUnit(phrase.text, figure) && GOES_ON.test(before)) || SET_BY_OTHERS.test(before));
  if (previous !== null && goesOn && (named === null || isVerb(named)))
    return { ...withScope(inherited(before, figure, previous), parent), parent, usedAfter: 0 };
  if (phrase !== null) return { ...withScope(verbBefore(before, figure) + phrase.text, parent), usedAfter: phrase.end };
  return named === null ? null : { ...withScope(named, parent), usedAfter: 0 };
}

/** "từ 17,39% đầu năm 2012 xuống còn …", but not "từ 05 bộ dữ liệu". */
function startsChange(figure: Quantity, after: string): boolean {
  return (
    figure.from && (figure.unit?.startsWith('%') === true || /^[^.;]{0,60}\s(?:xuống|lên|còn)(?![\p{L}])/iu.test(after))
  );
}

/** The indicator without its verb of change. */
export function levelOf(indicator: string): string {
  return indicator.replace(CHANGE, '').trim();
}

/** The words between the indicator and its figure; without them what stands before is another item of a list. */
function beforeFigure(before: string, figure: Quantity): string | null {
  if (GOAL.test(before) || SET_BY_OTHERS.test(before)) return null;
  if (figure.unit?.startsWith('%') === true && TOWARDS_PEOPLE.test(before)) return null;
  const plain = withoutPeriods(before);
  const link = plain.match(LINK)?.[0] ?? '';
  const clean = plain.slice(0, plain.length - link.length).replace(/[\s,:;(–-]+$/, '');
  if (/,\s*$/.test(plain.trimEnd().slice(-1)) && !figure.from) return null;
  const named = lastPart(clean).replace(INTRODUCTION, '').trim().replace(/\s+/g, ' ');
  const level = /còn|xuống|lên/u.test(link) || (figure.from && /từ/u.test(figure.value)) ? levelOf(named) : named;
  return /\p{L}{2}/u.test(level) && !isVerb(level) ? level : isVerb(named) ? null : level === '' ? null : level;
}

/** Nothing but what is done: "giảm", "giải quyết", "xuống còn". */
function isVerb(named: string): boolean {
  return /^(?:(?:giảm|tăng|giải quyết|xuống|còn|lên|đạt|vượt|thêm|bình quân|là|tạo|xây dựng|tổ chức|hỗ trợ)\s*)+$/iu.test(
    named,
  );
}

function isBareUnit(phrase: string, figure: Quantity): boolean {
  return phrase === (figure.unit ?? '').replace(/\/.*$/, '');
}

/** From the first indicator noun of the last part on, or the last part itself. */
function lastPart(text: string): string {
  const part = text.slice(boundary(text));
  const noun = part.match(INDICATOR_NOUN);
  if (noun?.index !== undefined) return part.slice(noun.index).trim();
  const goal = part.search(
    /(?:phấn đấu|bảo đảm|đảm bảo|tạo điều kiện cho|dự kiến|mục tiêu|duy trì|giữ vững|chương trình)(?!.*(?:phấn đấu|bảo đảm|đảm bảo|tạo điều kiện cho|dự kiến|mục tiêu|duy trì|giữ vững))/iu,
  );
  const rest = goal > 0 ? part.slice(goal) : part;
  const comma = rest.lastIndexOf(', ');
  return comma === -1
    ? rest
    : INTRODUCTION.test(rest.slice(0, comma)) || rest.length > 90
      ? rest.slice(comma + 2)
      : rest;
}

function boundary(text: string): number {
  const within = [...text.matchAll(/;|,?\s*trong đó(?:\s+có)?:?|\.\s|:\s/giu)].at(-1);
  const start = within === undefined ? 0 : within.index + within[0].length;
  const joint = [...text.slice(start).matchAll(new RegExp(String.raw`(?:,|\svà)\s+(?=(?:${NOUNS})\s)`, 'giu'))].at(-1);
  return joint === undefined ? start : start + joint.index + joint[0].length;
}

/** The noun phrase that a percentage or count opens: "100% hộ chính sách có mức sống …". */
function afterFigure(figure: Quantity, after: string): { readonly text: string; readonly end: number } | null {
  const unit = figure.unit ?? '';
  const counted = unit !== '' && !unit.startsWith('%') && !MEASURE.test(unit);
  if (unit !== '' && MEASURE.test(unit)) return null;
  const head = counted ? unit.replace(/\/.*$/, '') : '';
  const found = after.search(PHRASE_END);
  const end = found === -1 ? after.length : found;
  const raw = after.slice(0, end);
  if (!counted && !/^\s+\p{L}/u.test(raw)) return null;
  const tail =
    counted && /^\s*[,)]/.test(raw)
      ? ''
      : withoutPeriods(raw)
          .replace(/[\s,.;:)]+$/, '')
          .replace(/\s+(?:và|hoặc)$/u, '');
  const text = `${head} ${tail}`.trim().replace(/\s+/g, ' ');
  return /\p{L}{2}/u.test(text) && !isVerb(text) ? { text, end } : null;
}

/** A name of its own right, not the verb that acts on what follows the figure. */
function isName(named: string): boolean {
  if (INDICATOR_NOUN.test(` ${named} `)) return named.split(' ').length > 2 || !/^(?:tỷ|tỉ) lệ$/iu.test(named);
  return named.split(' ').length >= 2 && !ACTS.test(named);
}

function isOnlyScope(named: string): boolean {
  return /^(?:(?:ở |khu vực |vùng |các )?(?:thành thị|nông thôn|đô thị|miền núi|đồng bằng|huyện miền núi|huyện đồng bằng|dân tộc thiểu số|trung du))(?:\s+(?:giảm|tăng|đạt|là|bình quân))*$/iu.test(
    named,
  );
}

/** The start and the end of a change measure the level; what goes on otherwise measures the same. */
function inherited(before: string, figure: Quantity, previous: Before): string {
  const change = before.trimEnd().match(/(?:^|\s)(giảm|tăng)$/iu)?.[1];
  if (change !== undefined) return `${previous.level} ${change.toLowerCase()}`;
  return figure.from || /(?:xuống|lên|còn)\s*(?:còn\s*)?$/iu.test(before.trimEnd())
    ? previous.level
    : previous.indicator;
}

function verbBefore(before: string, figure: Quantity): string {
  const verb = before.trimEnd().match(/(?:^|\s)(giảm|tăng|xóa|xoá)$/iu)?.[1];
  return verb !== undefined && figure.unit?.startsWith('%') === true ? `${verb} ` : '';
}

function withScope(indicator: string, parent: string | null): IndicatorRead {
  return { indicator, parent: parent === indicator ? null : parent, scope: scopeWord(indicator) };
}

function scopeWord(text: string): string | null {
  return text.match(SCOPE)?.[1]?.toLowerCase() ?? null;
}

function withoutPeriods(text: string): string {
  let result = text;
  for (const period of readPeriods(text).filter(datesFigures).reverse()) {
    const lead =
      result
        .slice(0, period.start)
        .match(/(?:\s|^)(?:trong|đến|tới|vào|giai đoạn|trong giai đoạn|thời kỳ|từ)\s*$/iu)?.[0] ?? '';
    result = `${result.slice(0, period.start - lead.length)} ${result.slice(period.end)}`;
  }
  return result.replace(/\s+/g, ' ').replace(/\s,/g, ',');
}

/** The predicate that ends a list, for the items before it that have none: "88% Trường Tiểu học, … đạt chuẩn quốc gia". */
export function sharedPredicate(indicator: string): string | null {
  return indicator.match(PREDICATE)?.[0] ?? null;
}
