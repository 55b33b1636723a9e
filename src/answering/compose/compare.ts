import type { Target } from '../../document/records.ts';
import { readQuantities } from '../../vietnamese/numbers.ts';
import type { Sentence } from '../evidence/document-view.ts';
import type { Evidence, Found } from '../evidence/evidence.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Understanding } from '../understand/understanding.ts';
import { compareDocuments, documentsNamed } from './compare-documents.ts';
import { claim, type Draft, type DraftStatement, draft, framing } from './draft.ts';
import { fittingClauses, readable, sentenceStatement, wanted } from './passages.ts';
import { missingLines } from './sides.ts';
import { supportOfSentence, supportOfTarget } from './support.ts';
import { allValues, askedValues, indicatorInWords } from './target-in-words.ts';
import { documentName, quoted, shortName, upperFirst } from './wording.ts';

/** The same indicator side by side, a line for each province; one without it has a line that says so. */
export function composeCompare(understanding: Understanding, evidence: Evidence): Draft | null {
  const { unknownProvinces } = understanding.scope;
  const provinces = provincesCompared(understanding, evidence);
  const documents = compareDocuments(understanding, evidence.views);
  if (documents !== null) return documents;
  if (provinces.length < 2) return compareWithin(understanding, evidence);
  const rows = provinces.map((province) => ({ province, found: bestOf(evidence, province, understanding) }));
  const targets = rows.flatMap(({ province, found }) =>
    found?.kind === 'target' ? [{ province, item: found.item.item }] : [],
  );
  if (rows.every(({ found }) => found === null)) return null;
  const lines = rows.flatMap(({ province, found }) =>
    found === null ? [] : [sideLine(province, found, understanding)],
  );
  const missing = [...rows.filter(({ found }) => found === null).map(({ province }) => province), ...unknownProvinces];
  const differ = targets.length > 1 && new Set(targets.map(({ item }) => definitionKey(item))).size > 1;
  const opening = [
    (targets.length === rows.length ? comparison(targets, understanding) : null) ?? 'Số liệu theo từng văn bản:',
    differ ? 'Các văn bản dùng cách nêu chỉ tiêu khác nhau, cần xem kỹ trước khi so sánh trực tiếp.' : null,
  ];
  return draft(
    missing.length > 0 ? 'partial' : 'answered',
    [
      ...opening.filter((text) => text !== null).map((text) => framing(text)),
      ...lines,
      ...missingLines(missing, evidence, 'không có chỉ tiêu tương ứng'),
    ],
    { notes: differ ? ['definition_differs'] : [] },
  );
}

/** The provinces a question names, or those of the documents it names. */
function provincesCompared(understanding: Understanding, { views }: Evidence): readonly string[] {
  const { provinces } = understanding.scope;
  if (provinces.length >= 2) return provinces;
  const named = documentsNamed(understanding, views).flatMap(({ document: { province } }) => province ?? []);
  return new Set(named).size >= 2 ? [...new Set(named)] : provinces;
}

function sideLine(province: string, { kind, item }: BestOf, understanding: Understanding): DraftStatement {
  const { document } = item.view;
  if (kind === 'sentence') {
    const said = quoted(fittingClauses(item.item.text, wanted(understanding)));
    return claim(`- ${province}: ${said} (${shortName(document)})`, supportOfSentence(item.view, item.item));
  }
  const asked = askedValues(item.item, understanding);
  const years = understanding.years.join(', ');
  const values = allValues(item.item, understanding.years);
  const undated = asked.every(({ period }) => period === null) ? `${values} (không ghi năm)` : values;
  const said = asked.length === 0 ? `không đặt chỉ tiêu cho năm ${years}; chỉ nêu ${values}` : undated;
  return claim(
    `- ${province}: ${understanding.years.length === 0 ? values : said} – ${indicatorInWords(item.item)} (${shortName(document)})`,
    supportOfTarget(item.view, item.item),
  );
}

/** Beside a side that fits well, another may word its indicator more loosely. */
const SIDE = 0.4;

type BestOf =
  | { readonly kind: 'target'; readonly item: Found<Target> }
  | { readonly kind: 'sentence'; readonly item: Found<Sentence> };

function bestOf(evidence: Evidence, province: string, { wantsResult, years }: Understanding): BestOf | null {
  const ofProvince = <T extends { readonly view: Found<Target>['view'] }>(found: T) =>
    found.view.document.province === province;
  const targets = evidence.targets.filter((found) => ofProvince(found) && found.coverage >= SIDE);
  const aim = targets.find(({ item }) => item.kind === 'target' || wantsResult);
  // Of a province without an aim for the year asked, what it reached is said to be of another one.
  const target = aim ?? (years.length > 0 ? targets[0] : undefined);
  const sentence = readable(evidence.sentences).find(
    (found) => ofProvince(found) && found.coverage >= THRESHOLDS.target && readQuantities(found.item.text).length > 0,
  );
  if (target !== undefined && (sentence === undefined || sentence.coverage <= target.coverage + 0.25))
    return { kind: 'target', item: target };
  return sentence === undefined ? null : { kind: 'sentence', item: sentence };
}

/** Which is higher, when every side gives one plain number in the same unit for the same year. */
function comparison(
  sides: readonly { readonly province: string; readonly item: Target }[],
  understanding: Understanding,
): string | null {
  const numbers = sides.map(({ province, item }) => {
    const [value, ...more] = askedValues(item, understanding).filter((candidate) => candidate.number !== null);
    return { province, unit: item.unit, number: more.length > 0 ? null : (value?.number ?? null) };
  });
  const [first, second] = numbers;
  if (first === undefined || second === undefined || numbers.length !== 2 || first.unit !== second.unit) return null;
  if (typeof first.number !== 'number' || typeof second.number !== 'number') return null;
  if (first.number === second.number) return `Con số của ${first.province} và ${second.province} bằng nhau.`;
  const [higher, lower] = first.number > second.number ? [first, second] : [second, first];
  return `Con số của ${higher.province} cao hơn của ${lower.province}.`;
}

function definitionKey(target: Target): string {
  return [target.indicator, target.parent ?? '', target.scope ?? ''].join('|').toLowerCase();
}

/** One document: two parts of the population side by side, or the values of one indicator over the years. */
function compareWithin(understanding: Understanding, evidence: Evidence): Draft | null {
  const fitting = evidence.targets.filter(({ coverage }) => coverage >= THRESHOLDS.sentence);
  const [best] = fitting;
  if (best === undefined) {
    const [sentence] = readable(evidence.sentences).filter(({ coverage }) => coverage >= THRESHOLDS.sentence);
    return sentence === undefined
      ? null
      : draft('answered', [sentenceStatement(sentence.view, sentence.item, wanted(understanding))]);
  }
  const sides = siblings(best, fitting, understanding);
  return draft(
    'answered',
    sides.map(({ view, item }, i) =>
      claim(
        `${sides.length > 1 ? '- ' : ''}${upperFirst(indicatorInWords(item))}: ${allValues(item, understanding.years)}${i === sides.length - 1 ? `, theo ${documentName(view.document)}.` : ''}`,
        supportOfTarget(view, item),
      ),
    ),
  );
}

/** The targets a question holds against each other: the best, and the next ones of its document that fit nearly as well. */
function siblings(
  best: Found<Target>,
  fitting: readonly Found<Target>[],
  understanding: Understanding,
): readonly Found<Target>[] {
  if (understanding.years.length >= 2) return [best];
  const near = fitting.filter(
    ({ view, item, score }) =>
      view === best.view && item !== best.item && score >= best.score - SIBLING && relatedTo(item, best.item),
  );
  return [best, ...near.slice(0, 1)];
}

const SIBLING = 0.35;

/** Rows of one parent, or an indicator and its part. */
function relatedTo(a: Target, b: Target): boolean {
  const opening = ({ indicator }: Target) => indicator.split(' ').slice(0, 3).join(' ');
  const share = a.indicator.includes(' ', 8) && opening(a) === opening(b);
  return share || (a.parent !== null && a.parent === b.parent) || a.parent === b.indicator || b.parent === a.indicator;
}
