import { quoteAt } from '../evidence/document-view.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { THRESHOLDS } from '../thresholds.ts';
import type { Understanding } from '../understand/understanding.ts';
import { claim, type Draft, type DraftStatement, draft } from './draft.ts';
import { fittingClauses, readable, wanted } from './passages.ts';
import { supportOfSentence, supportOfTarget } from './support.ts';
import { indicatorInWords, targetStatements } from './targets.ts';
import { documentName, periodInWords, placeName, quoted, valueInWords } from './wording.ts';

/** Words of a promise that is only to be studied or encouraged. */
const ORIENTATION = /nghiên cứu|xem xét|khuyến khích|tham mưu|định hướng|từng bước|phấn đấu|quan tâm/iu;
/** A target is a promise to people only when they receive something. */
const BENEFIT = /được|hỗ trợ|trợ giúp|trợ cấp|tham gia|có việc làm/iu;
/** An amount of money, which these plans seldom state. */
const MONEY = /\d\s*(?:tỷ|tỉ|triệu|nghìn|ngàn)?\s*đồng|\d\s*(?:triệu|tỷ)/iu;

/** What is promised, to whom, how firmly, and what the document leaves open. */
export function composeEntitlement(understanding: Understanding, evidence: Evidence): Draft | null {
  const target = evidence.targets.find(
    ({ item, coverage }) => item.kind === 'target' && coverage >= THRESHOLDS.sentence && BENEFIT.test(item.indicator),
  );
  const sentence = readable(evidence.sentences).find(
    ({ item, coverage }) =>
      coverage >= THRESHOLDS.sentence - 0.08 && item.passage.kind !== 'row' && item.passage.kind !== 'header',
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
          `Có, ở mức mục tiêu: ${documentName(view.document)} (${placeName(item.provisionPath) ?? 'bảng chỉ tiêu'}) đặt ${quoted(indicatorInWords(item))} ${said.join(', ')}${rest}.`,
          supportOfTarget(view, item),
        ),
        openPoints(supportOfTarget(view, item), quoteAt(view, item.span)),
      ],
      { notes: ['planned_only'] },
    );
  }
  if (sentence === undefined) return null;
  const { view, item } = sentence;
  const planned = ORIENTATION.test(item.text);
  const support = supportOfSentence(view, item);
  return draft(
    'answered',
    [
      claim(
        `${openingOf(planned, sentence.coverage)}: ${[documentName(view.document), placed(item.passage.provisionPath)].filter((part) => part !== null).join(' ')} nêu ${quoted(fittingClauses(item.text, wanted(understanding)))}.`,
        support,
      ),
      openPoints(support, item.passage.text),
    ],
    { notes: planned ? ['planned_only'] : [] },
  );
}

/** "Có" only where the sentence holds most of what is asked. */
function openingOf(planned: boolean, held: number): string {
  if (held < THRESHOLDS.target) return 'Nội dung liên quan';
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
