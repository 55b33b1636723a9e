import { type CheerioAPI, load } from 'cheerio';
import type { Element } from 'domhandler';
import { formatOrdinal } from './list-ordinal.ts';

/** One level of a Word list. */
interface ListLevel {
  readonly start: number;
  readonly format: string;
  /** "%1.%2.": the label with the ordinals of this and outer levels. */
  readonly text: string;
  readonly legal: boolean;
}

/** Answers which label Word prints before the next paragraph, in reading order. */
export interface ListNumbering {
  /** Null when the paragraph is not numbered. */
  nextLabel(paragraph: ListPosition): string | null;
}

/** Where a paragraph stands, by itself or through its style. */
export interface ListPosition {
  readonly numId: string | null;
  readonly level: number | null;
  readonly styleId: string | null;
}

/**
 * Word keeps list labels out of the text: a paragraph names a list and a level, and the label is counted when printed.
 * Plans number their headings this way, and a citation must say "II.1", so the labels are counted here as Word does.
 */
export function readNumbering(numberingXml: string | null, stylesXml: string | null): ListNumbering {
  const lists = readLists(numberingXml === null ? null : load(numberingXml, { xml: true }));
  const styles = readStyles(stylesXml === null ? null : load(stylesXml, { xml: true }));
  const counters = new Map<string, number[]>();
  const started = new Set<string>();

  return {
    nextLabel(position) {
      const place = locate(position, styles, lists);
      if (place === null) return null;
      const { list, level } = place;
      const rule = list.levels[level];
      if (rule === undefined) return null;
      const counts = counters.get(list.abstractId) ?? [];
      counters.set(list.abstractId, counts);
      const restart = started.has(place.numId) ? undefined : list.startOverrides.get(level);
      started.add(place.numId);
      counts[level] = restart ?? (counts[level] ?? rule.start - 1) + 1;
      counts.length = level + 1;
      return printLabel(list.levels, counts, level);
    },
  };
}

interface WordList {
  readonly abstractId: string;
  readonly levels: readonly (ListLevel | undefined)[];
  readonly startOverrides: ReadonlyMap<number, number>;
  readonly levelOfStyle: ReadonlyMap<string, number>;
}

interface WordStyle {
  readonly basedOn: string | null;
  readonly numId: string | null;
  readonly level: number | null;
}

function locate(position: ListPosition, styles: ReadonlyMap<string, WordStyle>, lists: ReadonlyMap<string, WordList>) {
  const fromStyle = position.numId === null ? styleNumbering(position.styleId, styles) : null;
  const numId = position.numId ?? fromStyle?.numId ?? null;
  const list = numId === null ? undefined : lists.get(numId);
  if (numId === null || list === undefined) return null;
  const ofStyle = position.styleId === null ? undefined : list.levelOfStyle.get(position.styleId);
  return { numId, list, level: position.level ?? ofStyle ?? fromStyle?.level ?? 0 };
}

function styleNumbering(styleId: string | null, styles: ReadonlyMap<string, WordStyle>): WordStyle | null {
  let style = styleId === null ? undefined : styles.get(styleId);
  for (let hops = 0; style !== undefined && hops < 12; hops += 1) {
    if (style.numId !== null) return style;
    style = style.basedOn === null ? undefined : styles.get(style.basedOn);
  }
  return null;
}

function printLabel(levels: readonly (ListLevel | undefined)[], counts: readonly number[], at: number): string {
  const rule = levels[at];
  if (rule === undefined || rule.format === 'none') return '';
  if (rule.format === 'bullet') return bulletMark(rule.text);
  return rule.text.replace(/%([1-9])/g, (_, digit: string) => {
    const level = Number(digit) - 1;
    const count = counts[level] ?? levels[level]?.start ?? 1;
    return formatOrdinal(count, rule.legal ? 'decimal' : (levels[level]?.format ?? 'decimal'));
  });
}

/** Bullets drawn with a symbol font have code points of no meaning; dashes and plus signs are levels of their own. */
function bulletMark(text: string): string {
  const mark = text.trim();
  if (mark === '+' || mark === '*') return mark;
  return '-';
}

function readStyles($: CheerioAPI | null): ReadonlyMap<string, WordStyle> {
  const styles = new Map<string, WordStyle>();
  if ($ === null) return styles;
  for (const style of $('w\\:style').toArray()) {
    const numbering = $(style).find('w\\:pPr > w\\:numPr').first();
    styles.set(style.attribs['w:styleId'] ?? '', {
      basedOn: attribute($, style, 'w\\:basedOn'),
      numId: numbering.children('w\\:numId').attr('w:val') ?? null,
      level: toNumber(numbering.children('w\\:ilvl').attr('w:val')),
    });
  }
  return styles;
}

function readLists($: CheerioAPI | null): ReadonlyMap<string, WordList> {
  const lists = new Map<string, WordList>();
  if ($ === null) return lists;
  const abstracts = new Map(
    $('w\\:abstractNum')
      .toArray()
      .map((each) => [each.attribs['w:abstractNumId'] ?? '', each]),
  );
  for (const num of $('w\\:num').toArray()) {
    const abstractId = attribute($, num, 'w\\:abstractNumId');
    const abstract = abstractId === null ? undefined : abstracts.get(abstractId);
    if (abstractId === null || abstract === undefined) continue;
    const overrides = $(num).children('w\\:lvlOverride').toArray();
    const levelElements = [
      ...$(abstract).children('w\\:lvl').toArray(),
      ...overrides.flatMap((each) => $(each).children('w\\:lvl').toArray()),
    ];
    const levels: (ListLevel | undefined)[] = [];
    for (const element of levelElements) levels[levelIndex(element)] = readLevel($, element);
    lists.set(num.attribs['w:numId'] ?? '', {
      abstractId,
      levels,
      startOverrides: new Map(
        overrides.flatMap((each) => {
          const start = toNumber($(each).children('w\\:startOverride').attr('w:val'));
          return start === null ? [] : [[levelIndex(each), start] as const];
        }),
      ),
      levelOfStyle: new Map(
        levelElements.flatMap((each) => {
          const style = attribute($, each, 'w\\:pStyle');
          return style === null ? [] : [[style, levelIndex(each)] as const];
        }),
      ),
    });
  }
  return lists;
}

function readLevel($: CheerioAPI, element: Element): ListLevel {
  return {
    start: toNumber($(element).children('w\\:start').attr('w:val')) ?? 1,
    format: attribute($, element, 'w\\:numFmt') ?? 'decimal',
    text: attribute($, element, 'w\\:lvlText') ?? '',
    legal: $(element).children('w\\:isLgl').length > 0,
  };
}

/** Word has nine levels. */
function levelIndex(element: Element): number {
  return Math.min(Math.max(toNumber(element.attribs['w:ilvl']) ?? 0, 0), 8);
}

function attribute($: CheerioAPI, parent: Element, child: string): string | null {
  return $(parent).children(child).first().attr('w:val') ?? null;
}

function toNumber(text: string | undefined): number | null {
  if (text === undefined || !/^-?\d{1,9}$/.test(text)) return null;
  return Number(text);
}
