import type { Passage } from '../../document/passage.ts';
import { termsOf } from '../../vietnamese/phrase-book.ts';
import { MOST_SENTENCES, remembered, rememberedBy } from '../../vietnamese/remembered.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Understanding } from '../understand/understanding.ts';
import { askedKind, withoutSpelling } from './asked-kind.ts';
import { namedCases, rulesOn } from './brackets.ts';
import { explainsAsked, fillsAsked } from './defined-subject.ts';
import type { Sentence } from './document-view.ts';
import type { Found } from './evidence.ts';
import { groupsAsked, groupsNamed } from './people.ts';
import { sharedPairs } from './shared-pairs.ts';
import { standingOfOthers } from './standing.ts';
import { statesOfAsked } from './stated-clause.ts';
import { distinctTerms, pairsIn, type TermSet, termSetOf } from './term-set.ts';

/** How many of the best sentences are looked at. */
const LOOKED_AT = 60;
/**
 * What makes a sentence likelier: the kind of thing asked for ("ngày nào": a day), a figure of what is counted ("bao nhiêu
 * cuốn": "5.000 cuốn"), being the field asked for by its label, beginning with what is asked about, or the question's own
 * wording; and what makes a row less likely than another: a name or, among rows of one name, titles that say what was
 * not asked.
 */
const LIKELIER = {
  special: 0.03,
  others: 0.15,
  kind: 0.06,
  unit: 0.12,
  field: 0.12,
  headed: 0.1,
  topic: 0.05,
  name: 0.05,
  titles: 0.06,
  worded: 0.05,
  total: 0.1,
};

/** What a sentence gains that sorts cases by a figure and takes in the one asked, and loses that leaves it out. */
const BRACKET = { true: 0.08, false: -0.1, null: 0 };
/** What is for people of another age, or of another body, than the one asked answers nothing: its coverage falls short of what answers by so much. */
const LITTLE = 0.01;

/** The sentences, those likelier that look like an answer beyond the words they hold; `found` is best first. */
export function likelier(found: readonly Found<Sentence>[], understanding: Understanding): readonly Found<Sentence>[] {
  const { askedUnit, folded } = understanding;
  const kind = askedKind(understanding);
  const states = kind === null ? null : statesOfAsked(kind, understanding.concepts);
  const looked = found.slice(0, LOOKED_AT);
  const asked = new Set(folded.split(' '));
  const cases = namedCases(understanding.question);
  const ages = cases.filter(({ unit }) => unit === 'tuoi');
  const pairsShared = sharedPairs(folded.split(' '));
  const unasked = unaskedTitles(looked, asked);
  const asksForTotal = / (?:tong cong|tong so|ca thay|het thay|tong tat ca|cong lai) /.test(` ${folded} `);
  const asksForParts = / (?:gom|bao gom) .*(?:gi|ai|nao)$/.test(folded);
  const groups = groupsAsked(understanding);
  const isOfOtherBody = standingOfOthers(folded);
  const [best] = found;
  const isSilent = best !== undefined && states !== null && !states(best.item);
  const weighed = looked.map((one) => {
    const { item } = one;
    if (isSilent && goesOn(one, best) && states(item)) return { ...one, score: best.score + LIKELIER.kind };
    const counts = askedUnit !== null && countsUnit(item, askedUnit);
    const fits = states?.(item) === true || (asksForParts && CONSISTS.test(item.text));
    const kind = counts ? LIKELIER.unit : fits ? LIKELIER.kind : 0;
    const topic = fillsAsked(item.text, folded)
      ? LIKELIER.field
      : kind > 0 && isHeadedBy(one, asked)
        ? LIKELIER.headed
        : explainsAsked(item.text, folded)
          ? LIKELIER.topic
          : 0;
    const name = LIKELIER.name * unaskedName(one, asked) + LIKELIER.titles * (unasked.get(one) ?? 0);
    const isOther = isOtherCase(item.text, asked) || isOfDeputy(item.text, asked);
    const ofOtherBody = isOfOtherBody(item.text);
    const special =
      ofOtherBody || isOfOtherLevel(item.passage, asked) ? LIKELIER.others : isOther ? specialOf(item.text, groups) : 0;
    const bracket = cases.reduce((sum, named) => sum + BRACKET[`${rulesOn(item.text, named)}`], 0);
    const answersNothing = ofOtherBody || ages.some((age) => rulesOn(item.text, age) === false);
    const coverage = answersNothing ? Math.min(one.coverage, THRESHOLDS.sentence - LITTLE) : one.coverage;
    const total = asksForTotal && item.passage.kind === 'row' && TOTAL.test(nameOf(item.passage)) ? LIKELIER.total : 0;
    const worded = LIKELIER.worded * pairsShared(item.terms);
    return { ...one, coverage, score: one.score + kind + topic + worded + total + bracket - name - special };
  });
  return [...weighed, ...found.slice(LOOKED_AT)];
}

/** "Tổng cộng | | | 732": the row that adds up the others of its table. */
const TOTAL = /^\s*(?:tổng(?: cộng| số| toàn \p{L}+)?|cộng)\s*:?\s*$/iu;

/** "Thành phần hội nghị gồm: …" says what "gồm những ai" asks. */
const CONSISTS = /(?<!\p{L})gồm(?!\p{L})/iu;

/** "3. Đối với kiến nghị chưa rõ ràng, trùng lặp, …" rules on a case; a question that does not name it asks for the rule. */
function isOtherCase(text: string, asked: ReadonlySet<string>): boolean {
  const words = caseWords(text);
  return words.length > 0 && words.filter((word) => asked.has(word)).length < CASE_NAMED * words.length;
}

/** "Phó Trưởng ban" is not the "Trưởng ban" asked for, though all of its words stand there. */
function isOfDeputy(text: string, asked: ReadonlySet<string>): boolean {
  return !asked.has('pho') && namesDeputy(text);
}

const OFFICE = '(?:trưởng|chủ tịch|giám đốc|chánh|bí thư|hiệu trưởng|chủ nhiệm)(?!\\p{L})';
const DEPUTY = new RegExp(`(?<!\\p{L})phó ${OFFICE}`, 'iu');
const HEAD = new RegExp(`(?<!\\p{L}|phó )${OFFICE}`, 'iu');

const namesDeputy = remembered((text) => DEPUTY.test(text) && !HEAD.test(text), MOST_SENTENCES);

/** "1. Cấp thành phố" above what is said of it, where "cấp xã" is asked for. */
function isOfOtherLevel({ headingTrail }: Passage, asked: ReadonlySet<string>): boolean {
  const level = asked.has('cap') ? headingTrail.find((heading) => LEVEL.test(heading)) : undefined;
  return level !== undefined && !headingWords(level).every((word) => asked.has(word));
}

const LEVEL = /^(?:(?:[\p{L}\d.]{1,5}[.):]|[-+•])\s+)?(?:Ở )?Cấp (?:xã|huyện|tỉnh|thành phố|trung ương|bộ)\s*:?$/iu;

/** A case of other people than asked is less likely than one of other circumstances. */
function specialOf(text: string, groups: ReadonlySet<string>): number {
  const named = groupsNamed(caseWords(text));
  const isOfOthers = groups.size > 0 && named.size > 0 && ![...groups].some((group) => named.has(group));
  return isOfOthers ? LIKELIER.others : LIKELIER.special;
}

const CASE_NAMED = 0.5;
const caseWords = remembered((text) => {
  const [, condition = ''] =
    /^(?:\p{L}[.)]|\d+(?:\.\d+)*[.)]|[-+•])?\s*(?:Đối với|Trường hợp|Trong trường hợp|Nếu) ([^:;]{8,160}?)[,:] /u.exec(
      text,
    ) ?? [];
  return termsOf(condition);
}, MOST_SENTENCES);

/** "Trong vòng 20 ngày …" right below "d) Thời hạn rà soát đối tượng": a heading that the question says whole is a field. */
function isHeadedBy({ view, item: { passage, start } }: Found<Sentence>, asked: ReadonlySet<string>): boolean {
  const heading = passage.headingTrail.at(-1);
  if (heading === undefined || heading.endsWith(':') || start > 0 || passage.kind === 'row') return false;
  const words = headingWords(heading);
  if (words.length < 3 || !words.every((word) => asked.has(word))) return false;
  return view.ingested.passages[view.order.placeOf(passage) - 1]?.kind === 'heading';
}

/** The folded words of a heading without its label. */
const headingWords = remembered(
  (heading) => termsOf(heading.replace(/^(?:Điều )?[\p{L}\d.]{1,5}[.):]\s+/u, '')),
  MOST_SENTENCES,
);

/**
 * "Thời gian niêm yết: 10 ngày" below "Bước 6. … niêm yết công khai …": where the best sentence leaves the value open, the
 * paragraph that goes on from it states it.
 */
function goesOn({ view, item }: Found<Sentence>, best: Found<Sentence>): boolean {
  return view === best.view && view.continuedBy(item.passage) === best.item.passage;
}

/** Share of the words of a row's titles that the question lacks, less the least share among rows of its name. */
function unaskedTitles(
  found: readonly Found<Sentence>[],
  asked: ReadonlySet<string>,
): ReadonlyMap<Found<Sentence>, number> {
  const titled = found.filter(({ view, item }) => view.titlesOf(item.passage).length > 0);
  const byName = Map.groupBy(titled, ({ item: { passage } }) => nameOf(passage));
  return new Map(
    [...byName.values()].flatMap((rows) => {
      const shares = rows.map((row) => unaskedShare(row, asked));
      const least = Math.min(...shares);
      return rows.map((row, i) => [row, (shares[i] ?? 0) - least] as const);
    }),
  );
}

function unaskedShare({ view, item }: Found<Sentence>, asked: ReadonlySet<string>): number {
  const titles = view.titlesOf(item.passage);
  return shareWithout(
    view.terms(titles, () => titles.join(' . ')),
    asked,
  );
}

/** "Dưới 30 biên chế" is one of several rows that a question for the titles above them does not choose among. */
function unaskedName({ view, item: { passage } }: Found<Sentence>, asked: ReadonlySet<string>): number {
  return passage.table === null
    ? 0
    : shareWithout(
        view.terms(passage.table.cells, () => nameOf(passage)),
        asked,
      );
}

function shareWithout(text: TermSet, asked: ReadonlySet<string>): number {
  const said = distinctTerms(text);
  return said.length === 0 ? 0 : said.filter((term) => !asked.has(term)).length / said.length;
}

/** What a row is called: its first cell with words. */
function nameOf({ table }: Passage): string {
  return table?.cells.find((cell) => /\p{L}{2}/u.test(cell)) ?? '';
}

/** Does a figure of this unit stand in the sentence? */
export function countsUnit(sentence: Sentence, unit: string): boolean {
  return unit === 'phan tram' ? SHARE.test(sentence.text) : unitsIn(sentence).has(unit);
}

/** "15%", "tỷ lệ quy đổi 2m2 …", "tỷ lệ 1:500". */
const SHARE = /\d\s*%|(?:tỷ|tỉ) lệ (?:\p{L}+ ){0,3}\d/iu;

/** A figure before a word; the year of "đến năm 2030 dự kiến" counts nothing. */
const COUNTING = /^(?:mot_|(?!(?:19|20)\d\d_)\d)/;

/** The folded words right behind figures, those written in brackets behind them apart: "10 (mười) ngày" counts days. */
const unitsIn = rememberedBy(({ text, terms }: Sentence): ReadonlySet<string> => {
  const pairs = pairsIn(/\d\s*\(/.test(text) ? termSetOf(withoutSpelling(text)) : terms);
  return new Set([...pairs].filter((pair) => COUNTING.test(pair)).map((pair) => pair.slice(pair.indexOf('_') + 1)));
});
