import { askedKind, type StatesKind } from '../evidence/asked-kind.ts';
import { coverage } from '../evidence/coverage.ts';
import { quoteAt, type Sentence } from '../evidence/document-view.ts';
import type { Evidence, Found } from '../evidence/evidence.ts';
import { groupsAsked, isOfOthers } from '../evidence/people.ts';
import { clausesOf } from '../evidence/sentences.ts';
import { termSetOf } from '../evidence/term-set.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Understanding } from '../understand/understanding.ts';
import { claim, type Draft, type DraftStatement, draft, framing } from './draft.ts';
import { fittingClauses, isRoleLine, readable, sentenceStatement, wanted } from './passages.ts';
import { placeInWords } from './place-in-words.ts';
import { speaksOfGiven } from './promised-thing.ts';
import { supportOfSentence, supportOfTarget } from './support.ts';
import { indicatorInWords, targetStatements } from './target-in-words.ts';
import { documentName, periodInWords, placeName, quoted, upperFirst, valueInWords } from './wording.ts';

/** Words of a promise that is only to be studied or encouraged. */
const ORIENTATION = /nghiên cứu|xem xét|khuyến khích|tham mưu|định hướng|từng bước|phấn đấu|quan tâm/iu;
/** A target is a promise to people only when they receive something. */
const BENEFIT = /được|hỗ trợ|trợ giúp|trợ cấp|tham gia|có việc làm/iu;
/** An amount of money, which these plans seldom state. */
const MONEY = /\d\s*(?:tỷ|tỉ|triệu|nghìn|ngàn)?\s*đồng|\d\s*(?:triệu|tỷ)/iu;

/** What is promised, to whom, how firmly, and what the document leaves open. */
export function composeEntitlement(understanding: Understanding, evidence: Evidence): Draft | null {
  const states = askedKind(understanding);
  if (states !== null) return composeStated(understanding, evidence, states);
  const target = evidence.targets.find(
    ({ item, coverage }) => item.kind === 'target' && coverage >= THRESHOLDS.sentence && BENEFIT.test(item.indicator),
  );
  const sentence = promising(
    readable(evidence.sentences).filter(
      (found) =>
        found.coverage >= THRESHOLDS.sentence - 0.08 &&
        found.item.passage.kind !== 'row' &&
        found.item.passage.kind !== 'header' &&
        !isRoleLine(found.item) &&
        speaksOfGiven(found, understanding),
    ),
    groupsAsked(understanding),
  );
  if (
    target !== undefined &&
    target.item.table !== null &&
    (sentence === undefined || target.coverage >= sentence.coverage - 0.05)
  ) {
    const { view, item } = target;
    const given = item.values.filter((value) => value.value !== null);
    const unset = item.values.filter((value) => value.value === null && value.period !== null);
    if (given.length === 0) return draft('answered', targetStatements(target, understanding));
    const said = given.map((value) =>
      [periodInWords(value.period), valueInWords(value, item.unit)].filter((part) => part !== null).join(': '),
    );
    const rest = unset.length === 0 ? '' : `; mốc năm ${unset.map(({ period }) => period).join(', ')} không đặt mức`;
    return draft(
      'answered',
      [
        claim(
          `${asksWhat(understanding) || lacksCondition(understanding, item.quote) ? 'Ở mức mục tiêu' : 'Có, ở mức mục tiêu'}: ${documentName(view.document)} (${placeName(item.provisionPath) ?? 'bảng chỉ tiêu'}) đặt ${quoted(indicatorInWords(item))} ${said.join(', ')}${rest}.`,
          supportOfTarget(view, item),
        ),
        openPoints(supportOfTarget(view, item), quoteAt(view, item.span)),
      ],
      { notes: ['planned_only'] },
    );
  }
  if (sentence === undefined) return null;
  const promises = asksWhat(understanding) ? promisesBeside(sentence, evidence, understanding) : [];
  return promises.length > 1 ? listed(promises) : single(sentence, understanding);
}

/** What must be paid, or how long something lasts, is said by the sentence that states it, promise or not. */
function composeStated(understanding: Understanding, evidence: Evidence, states: StatesKind): Draft | null {
  const [best] = readable(evidence.sentences).filter(
    ({ item, coverage }) => coverage >= THRESHOLDS.sentence && states(item.text),
  );
  return best === undefined
    ? null
    : draft('answered', [sentenceStatement(best.view, best.item, wanted(understanding))]);
}

/** The best sentence, or the one that promises something where the best does not and that fits about as well. */
function promising(
  [best, ...others]: readonly Found<Sentence>[],
  asked: ReadonlySet<string>,
): Found<Sentence> | undefined {
  if (best === undefined || GIVEN.test(best.item.text)) return best;
  const fits = ({ item, score }: Found<Sentence>) =>
    score >= best.score - BESIDE && GIVEN.test(item.text) && !isOfOthers(asked, item.terms);
  return others.find(fits) ?? best;
}

/** One promise: "Có, theo mục …: “…”." where the question is whether, without "Có" where it is what. */
function single({ view, item, coverage: held }: Found<Sentence>, understanding: Understanding): Draft {
  const planned = ORIENTATION.test(item.text);
  const support = supportOfSentence(view, item);
  const where = placeInWords(view, item, understanding.concepts);
  const opening =
    asksWhat(understanding) || DENIES.test(item.text)
      ? null
      : openingOf({
          planned,
          promised: held >= THRESHOLDS.target && GIVEN.test(item.text) && !lacksCondition(understanding, item.text),
        });
  const said = quoted(fittingClauses(item.text, wanted(understanding)));
  return draft(
    'answered',
    [
      claim(`${opening === null ? upperFirst(where) : `${opening}, ${where}`}: ${said}.`, support),
      ...(GIVEN.test(item.text) ? [openPoints(support, item.passage.text)] : []),
    ],
    { notes: planned ? ['planned_only'] : [] },
  );
}

/** "… không thuộc phạm vi điều chỉnh", "… không kiêm nhiệm": what is no promise is no yes. */
const DENIES =
  /(?<!\p{L})không (?:thuộc|áp dụng|được|phải|kiêm nhiệm|cho phép|thu|hỗ trợ|giải quyết|xem xét|quy định)(?!\p{L})/iu;

/** "Được hưởng gì?" asks for all there is; "có được … không?" whether there is anything. */
function asksWhat({ folded }: Understanding): boolean {
  return / (?:gi|nhung gi|nao|the nao|ra sao) /.test(` ${folded} `) && !/ (?:khong|ko|hong|hok|k)(?: a)?$/.test(folded);
}

/** A promise in words of its own, with what it rests on. */
interface Promised {
  readonly found: Found<Sentence>;
  readonly text: string;
}

/** What the best sentence promises clause by clause, and what others of its document promise that fit about as well. */
function promisesBeside(best: Found<Sentence>, evidence: Evidence, understanding: Understanding): readonly Promised[] {
  const others = readable(evidence.sentences).filter(
    ({ view, item, coverage, score }) =>
      view === best.view &&
      item.passage !== best.item.passage &&
      item.passage.kind !== 'row' &&
      coverage >= best.coverage - THRESHOLDS.tie &&
      score >= best.score - BESIDE &&
      GIVEN.test(item.text),
  );
  const found = [best, ...others].flatMap((sentence) => promisesIn(sentence, understanding));
  return [...new Map(found.map((promise) => [promise.text, promise])).values()].slice(0, MOST);
}

/** How much less a further promise may fit, and how many are shown. */
const BESIDE = 0.1;
const MOST = 4;
/** A clause that says that people receive something. */
const GIVEN =
  /được (?:hưởng|nhận|hỗ trợ|trợ giúp|miễn|giảm|vay|ưu tiên|chăm sóc|cấp)|hỗ trợ|trợ cấp|trợ giúp|ưu tiên/iu;

function promisesIn(found: Found<Sentence>, understanding: Understanding): readonly Promised[] {
  const { item } = found;
  const { passage, start, end } = item;
  const clauses = clausesOf(passage.text, { start, end }).map((range) => passage.text.slice(range.start, range.end));
  const fitting = clauses.filter(
    (clause) => GIVEN.test(clause) && coverage(understanding.concepts, termSetOf(clause)) >= THRESHOLDS.sentence,
  );
  const texts = fitting.length > 1 ? fitting : [fittingClauses(item.text, wanted(understanding))];
  return texts.map((text) => ({ found, text }));
}

function listed(promises: readonly Promised[]): Draft {
  const supports = promises.map(({ found }) => supportOfSentence(found.view, found.item));
  const [first] = promises;
  const name = first === undefined ? '' : documentName(first.found.view.document);
  const texts = promises.map(({ found }) => found.item.passage.text).join(' ');
  return draft(
    'answered',
    [
      framing(`Theo ${name}:`),
      ...promises.map(({ found, text }, i) => {
        const place = placed(found.item.passage.provisionPath);
        return claim(`- ${quoted(upperFirst(text))}${place === null ? '' : ` ${place}`}`, ...supports.slice(i, i + 1));
      }),
      ...supports.slice(0, 1).map((support) => openPoints(support, texts)),
    ],
    { notes: promises.some(({ text }) => ORIENTATION.test(text)) ? ['planned_only'] : [] },
  );
}

/** What a question may hang its yes on, folded, and the words that grant it. */
const CONDITIONS: readonly (readonly [string, RegExp])[] = [
  ['mien phi', /miễn|không (?:thu|mất|phải trả|phải đóng|phải nộp)|100\s*%/iu],
  ['mien', /miễn|không (?:thu|phải đóng|phải nộp)/iu],
  ['giam', /giảm/iu],
  ['co tang', /tăng|nâng/iu],
  ['duoc tang', /tăng|nâng|tặng/iu],
  ['ra co viec', /có việc làm/iu],
  ['cho khong', /miễn|cấp|tặng|không (?:thu|mất)/iu],
];

/** What narrows a group of people to a part of it, and the words of a question that asks for just that part, folded. */
const NARROWINGS: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:thuộc|là) (?:diện )?(?:các )?(?:hộ|gia đình)(?: gia đình)? (?:cận )?nghèo/iu, / ngheo /],
  [/(?:có|thuộc) (?:hoàn cảnh|điều kiện|diện)(?: \p{L}+){0,3} khó khăn/iu, / (?:kho khan|hoan canh|ngheo) /],
];

/**
 * "Được học nghề miễn phí không?" is no "Có" where learning is promised and not that it is free; "người cao tuổi có được
 * trợ cấp không?" none where only those of poor households are.
 */
function lacksCondition({ folded }: Understanding, text: string): boolean {
  const question = ` ${folded} `;
  const asked = CONDITIONS.find(([condition]) => question.includes(` ${condition} `));
  const narrowed = NARROWINGS.some(([promised, asks]) => promised.test(text) && !asks.test(question));
  return narrowed || (asked !== undefined && !asked[1].test(text));
}

/** "Có" only where the sentence promises just what is asked. */
function openingOf({ planned, promised }: { readonly planned: boolean; readonly promised: boolean }): string {
  if (!promised) return 'Nội dung liên quan';
  return planned ? 'Có, ở mức chủ trương' : 'Có';
}

function placed(path: readonly string[]): string | null {
  const place = placeName(path);
  return place === null ? null : `(${place})`;
}

/** What the cited passage does not say: amounts and procedure. */
function openPoints(support: DraftStatement['supports'][number], text: string): DraftStatement {
  const amount = MONEY.test(text) ? '' : 'số tiền, ';
  return { text: `Đoạn này không nêu ${amount}thủ tục hay hồ sơ cụ thể.`, supports: [support], kind: 'framing' };
}
